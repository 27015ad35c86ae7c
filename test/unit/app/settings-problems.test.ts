import { describe, expect, it } from 'vitest';
import { configProblems } from '../../../src/app/train/state/config-problems';
import { createData } from '../../../src/app/train/state/data';
import { changedFromRecipe } from '../../../src/app/train/state/presets';
import { mismatchOf } from '../../../src/app/train/state/results';
import { createSettings, defaultConfig } from '../../../src/app/train/state/settings';
import { defaultSineConfig } from '../../../src/data/sine-config';
import { generateSineDataset } from '../../../src/data/sine-dataset';

const dataset = {
  ...generateSineDataset({ ...defaultSineConfig, num_points: 8, dataset_size: 20 }, 1),
  classNames: ['calm', 'odd'],
};
const file = {
  name: 'mine.csv',
  dataset,
  given: {},
  warnings: { classes: [], series: [], values: [] },
  found: null,
};

describe('a recipe', () => {
  it('says which of its values have been changed, and can be applied again', () => {
    const settings = createSettings('');
    expect(changedFromRecipe(settings.config.value)).toEqual([
      'epochs',
      'patience',
      'learning_rate',
      'warmup_steps',
      'difference',
    ]);
    settings.set({ units: 7 });
    expect(changedFromRecipe(settings.config.value)).toContain('units');
    settings.chooseRecipe('robust');
    expect(changedFromRecipe(settings.config.value)).toEqual([]);
    expect(settings.config.value.epochs).toBe(14);
  });
});

describe('what is wrong with the settings', () => {
  it('is said with the names that they have on the page', () => {
    const problems = configProblems({ ...defaultConfig, num_points: 1, units: Number.NaN });
    expect(problems.get('num_points')).toMatch(/^“Points” is 1; it must be a whole number from 2/);
    expect(problems.get('units')).toBe('A number is missing in “Units”.');
    const ranges = configProblems({ ...defaultConfig, min_freq: 9, max_freq: 4 });
    expect([...ranges.values()]).toEqual([
      expect.stringMatching(/“Fewest periods” is 9 and “Most periods” is 4/),
    ]);
  });

  it('is reported before a training starts in vain', () => {
    expect([...configProblems({ ...defaultConfig, dataset_size: 9 }).keys()]).toEqual(['dataset_size']);
    expect([...configProblems({ ...defaultConfig, dataset_size: 10 }).keys()]).toEqual([]);
    for (const normal_anomalous_ratio of [0, 1])
      expect([...configProblems({ ...defaultConfig, normal_anomalous_ratio }).keys()]).toEqual([
        'normal_anomalous_ratio',
      ]);
  });

  it('does not stay in the generator, which is hidden, while a file is in use', async () => {
    const settings = createSettings('');
    settings.set({ num_points: Number.NaN, units: 16 });
    const found = { format: 'csv', label: 'first', missing: 0, guesses: [], warnings: [] };
    const warnings = { classes: [], series: [], values: [] };
    const reader = { read: async () => ({ dataset, given: {}, found, warnings }), cancel: () => {} };
    await createData(settings, reader).read([{ name: 'mine.csv', file: new File(['calm,1'], 'mine.csv') }]);
    expect(settings.problems.value.size).toBe(0);
    expect(settings.config.value.units).toBe(16);
  });
});

describe('an address', () => {
  it('keeps its settings when a social network adds a key to it', () => {
    const settings = createSettings('?units=24&fbclid=abc&utm_source=news');
    expect(settings.addressProblem.value).toBe('');
    expect(settings.config.value.units).toBe(24);
    expect(settings.query.value).not.toMatch(/fbclid|utm/);
    expect(createSettings('?unit=24').addressProblem.value).toMatch(/did you mean "units"/);
  });

  it('is as short as it can be, and means the same when it is opened', () => {
    const query = (search: string) => createSettings(search).query.value;
    expect(query('')).toBe('?');
    expect(query('?preset=article')).toBe('?preset=article');
    expect(query('?units=24&seed=7&epochs=10')).toBe('?seed=7&units=24');
    const long = new URLSearchParams(
      Object.entries(createSettings('?preset=article&units=5').config.value).map(([key, value]) => [
        key,
        `${value}`,
      ]),
    );
    expect(query(`?${long}`)).toBe('?preset=article&units=5');
    for (const search of [
      '?recipe=general&units=8',
      '?recipe=article&num_points=60',
      '?backend=cpu&preset=article',
    ]) {
      const settings = createSettings(search);
      const again = createSettings(settings.query.value);
      expect(again.config.value).toEqual(settings.config.value);
      expect(again.backend.value).toBe(settings.backend.value);
      expect(settings.query.value.length).toBeLessThanOrEqual(search.length);
    }
  });

  it('may start a training by itself, unless something in it is wrong', () => {
    const settings = createSettings('?preset=article&autorun=1');
    expect(settings.autorun).toBe(true);
    expect(settings.query.value).toBe('?preset=article');
    expect(createSettings('?autorun=1&units=0').autorun).toBe(false);
    expect(createSettings('?preset=slow').addressProblem.value).toMatch(
      /"preset" is "slow"; it must be "quick" or "article"/,
    );
  });

  it('takes what is right in an address, and says what is wrong', () => {
    const { config, addressProblem, problems } = createSettings('?units=0&seed=3&foo=1&recipe=article');
    expect(addressProblem.value).toMatch(/"units" is 0; it must be a whole number.*no key "foo"/);
    expect(config.value).toMatchObject({ units: 32, seed: 3, recipe: 'article', learning_rate: 0.001 });
    expect(problems.value.size).toBe(0);
  });

  it.each([
    [
      'with each other',
      '?min_loc=0.9&max_loc=0.1&seed=3',
      /"min_loc" is 0.9 and "max_loc" is 0.1: the first/,
    ],
    ['with a default', '?min_freq=6&seed=3', /"min_freq" is 6 and "max_freq" is 4: the first/],
    ['in their product', '?num_points=100000&dataset_size=1000000&seed=3', /at most 268435456 are possible/],
  ])('uses the default of both in place of values that conflict %s, and says so', (_, search, message) => {
    const { config, addressProblem, problems } = createSettings(search);
    expect(config.value).toEqual({ ...defaultConfig, seed: 3 });
    expect(problems.value.size).toBe(0);
    expect(addressProblem.value).toMatch(message);
  });
});

describe('a loaded model', () => {
  it('is not tested on series of another kind, and the message says which it needs', () => {
    const model = { channels: 1, classNames: ['calm', 'odd'] };
    expect(mismatchOf(model, file)).toBe('');
    expect(mismatchOf(model, null)).toMatch(
      /apart: calm, odd\. But .* have: normal, flattened\. Under “Data”, choose a file/,
    );
    expect(mismatchOf({ ...model, channels: 3 }, file)).toMatch(
      /takes 3 values per step, but .*mine\.csv have 1 value/,
    );
    expect(mismatchOf({ channels: 1, classNames: ['0', '1'] }, null)).toBe('');
  });
});
