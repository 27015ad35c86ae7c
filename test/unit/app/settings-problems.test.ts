import { describe, expect, it } from 'vitest';
import { configProblems } from '../../../src/app/train/state/config-problems';
import { createData } from '../../../src/app/train/state/data';
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

  it('takes what is right in an address, and says what is wrong', () => {
    const { config, addressProblem, problems } = createSettings('?units=0&seed=3&foo=1&recipe=article');
    expect(addressProblem.value).toMatch(/"units" is 0; it must be a whole number.*no key "foo"/);
    expect(config.value).toMatchObject({ units: 32, seed: 3, recipe: 'article', learning_rate: 0.001 });
    expect(problems.value.size).toBe(0);
  });

  it('uses the default in place of a value that conflicts with another', () => {
    const { config, problems } = createSettings('?min_freq=2&max_freq=1&seed=3');
    expect(config.value).toMatchObject({ min_freq: 2, max_freq: 4, seed: 3 });
    expect(problems.value.size).toBe(0);
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
