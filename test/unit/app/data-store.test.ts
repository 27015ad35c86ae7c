import { describe, expect, it } from 'vitest';
import { createData, mixedIndices, previewCount } from '../../../src/app/train/state/data';
import type { OwnData } from '../../../src/app/train/state/own-data';
import { createSettings } from '../../../src/app/train/state/settings';
import { UnreadableFileError } from '../../../src/data/errors';
import type { Progress, ReadOptions } from '../../../src/data/formats/format';
import { generateSineDataset } from '../../../src/data/sine-dataset';
import { warningsOf } from '../../../src/data/warnings';

const file = (name: string) => ({ name, file: new File([], name) });
const found = { format: 'csv', label: 'first', missing: 0, guesses: [], warnings: [] };
const series = {
  count: 20,
  time: 2,
  channels: 1,
  series: Float32Array.from({ length: 40 }, (_, i) => i),
  labels: Int32Array.from({ length: 20 }, (_, i) => Number(i >= 10)),
  classNames: ['a', 'b'],
};
const reading = (patch: Partial<OwnData> = {}): OwnData => ({
  given: {},
  found,
  dataset: series,
  warnings: warningsOf(series),
  ...patch,
});

/** A store whose files are read on the test's command. */
function open() {
  const asked: {
    files: { name: string; part: string }[];
    options: ReadOptions;
    progress: Progress;
    answer(reading: OwnData): void;
    fail(error: Error): void;
  }[] = [];
  const settings = createSettings('');
  const data = createData(settings, {
    read: (files, options, progress) =>
      new Promise((answer, fail) => {
        const named = files.map(({ name, part }) => ({ name, part }));
        asked.push({ files: named, options, progress, answer, fail });
      }),
    cancel: () => {},
  });
  return { settings, data, asked };
}

describe('the data of the page', () => {
  it('previews the first series that would be generated', () => {
    const { settings, data } = open();
    const { config } = settings;
    const whole = generateSineDataset(config.value, config.value.seed);
    expect(data.preview.value?.series).toEqual(whole.series.slice(0, previewCount * config.value.num_points));
    data.showOthers();
    expect(data.preview.value?.regions).toEqual(whole.regions?.slice(previewCount, 2 * previewCount));
    settings.set({ dataset_size: previewCount });
    expect(data.preview.value?.regions).toEqual(whole.regions?.slice(0, previewCount));
  });

  it('has no preview only while its own settings are wrong', () => {
    const { settings, data } = open();
    settings.set({ epochs: -1 });
    expect(data.preview.value).not.toBeNull();
    settings.set({ min_loc: 0.95 });
    expect(data.preview.value).toBeNull();
    expect(data.shape.value).toBeNull();
  });

  it('switches to files, and back', async () => {
    const { data, asked } = open();
    const done = data.read([file('own_TEST.csv'), file('own_TRAIN.csv')]);
    expect(data.progress.value).toBe(0);
    expect(asked[0]?.files).toEqual([
      { name: 'own_TRAIN.csv', part: 'train' },
      { name: 'own_TEST.csv', part: 'test' },
    ]);
    asked[0]?.progress(1, 4);
    expect(data.progress.value).toBe(0.25);
    const { dataset } = reading();
    asked[0]?.answer(reading({ given: { test: dataset } }));
    await done;
    expect(data.progress.value).toBeNull();
    expect(data.file.value).toMatchObject({
      name: 'own_TRAIN.csv and own_TEST.csv',
      given: { test: dataset },
    });
    expect(data.file.value?.warnings.series[0]).toContain('only 20 series');
    expect(data.shape.value).toEqual({ count: 20, time: 2, channels: 1, classes: 2 });
    expect(new Set(data.preview.value?.labels)).toEqual(new Set([0, 1]));
    data.removeFile();
    expect(data.file.value).toBeNull();
    expect(data.chosen.value).toBeNull();
    expect(data.preview.value?.about).toBeDefined();
  });

  it('trains files by their own recipe, unless the visitor has set values, and goes back with the generator', async () => {
    const { settings, data, asked } = open();
    const before = settings.config.value;
    const first = data.read([file('own.csv')]);
    asked[0]?.answer(reading());
    await first;
    expect(settings.config.value).toMatchObject({ recipe: 'general', scaling: 'auto', noise: 0.3 });
    settings.set({ units: 8 });
    const second = data.read([file('other.csv')]);
    asked[1]?.answer(reading());
    await second;
    expect(settings.config.value.units).toBe(8);
    settings.chooseRecipe('general');
    data.removeFile();
    expect(settings.config.value).toEqual(before);
    settings.set({ epochs: 7 });
    const third = data.read([file('own.csv')]);
    asked[2]?.answer(reading());
    await third;
    data.removeFile();
    expect(settings.config.value).toEqual({ ...before, epochs: 7 });
  });

  it('keeps the data in use when a file is wrong', async () => {
    const { data, asked } = open();
    const first = data.read([file('good.csv')]);
    asked[0]?.answer(reading());
    await first;
    const second = data.read([file('bad.csv')]);
    asked[1]?.fail(new Error('bad.csv, line 3: no.'));
    await second;
    expect(data.problem.value).toBe('bad.csv, line 3: no.');
    expect(data.progress.value).toBeNull();
    expect(data.file.value?.name).toBe('good.csv');
    expect(data.chosen.value?.files[0]?.name).toBe('bad.csv');
    data.dismissProblem();
    expect(data.problem.value).toBe('');
    expect(data.chosen.value?.files[0]?.name).toBe('good.csv');
  });

  it('offers no other way to read a file that holds no series', async () => {
    const { data, asked } = open();
    const first = data.read([file('good.csv')]);
    asked[0]?.answer(reading());
    await first;
    const second = data.read([file('photo.png')]);
    asked[1]?.fail(new UnreadableFileError('photo.png is a PNG image.'));
    await second;
    expect(data.problem.value).toBe('photo.png is a PNG image.');
    expect(data.chosen.value).toBeNull();
    data.dismissProblem();
    expect(data.chosen.value?.files[0]?.name).toBe('good.csv');
  });

  it('reads files again in another way, and forgets that way with other files', async () => {
    const { data, asked } = open();
    const first = data.read([file('a.csv'), file('b.csv')]);
    asked[0]?.fail(new Error('no'));
    await first;
    const second = data.readWith({ label: 'last', header: true });
    expect(asked[1]?.options).toEqual({ label: 'last', header: true });
    asked[1]?.answer(reading());
    await second;
    expect(data.problem.value).toBe('');
    void data.readWith({ label: undefined });
    expect(asked[2]?.options).toEqual({ header: true });
    void data.usePart('b.csv', 'test');
    expect(asked[3]).toMatchObject({
      options: { header: true },
      files: [
        { name: 'a.csv', part: 'train' },
        { name: 'b.csv', part: 'test' },
      ],
    });
    void data.read([file('c.csv')]);
    expect(asked[4]?.options).toEqual({});
  });

  it('listens only to the last of several readings', async () => {
    const { data, asked } = open();
    const [first, second] = [data.read([file('slow.csv')]), data.read([file('fast.csv')])];
    asked[1]?.answer(reading());
    await second;
    asked[0]?.answer(reading());
    await first;
    expect(data.file.value?.name).toBe('fast.csv');
    const third = data.read([file('late.csv')]);
    data.removeFile();
    asked[2]?.answer(reading());
    await third;
    expect(data.file.value).toBeNull();
  });

  it('stays as it is when a reading is cancelled', async () => {
    const { data, asked } = open();
    const first = data.read([file('good.csv')]);
    asked[0]?.answer(reading());
    await first;
    const second = data.read([file('huge.csv')]);
    data.cancel();
    expect(data.progress.value).toBeNull();
    asked[1]?.progress(1, 2);
    expect(data.progress.value).toBeNull();
    asked[1]?.answer(reading());
    await second;
    expect(data.file.value?.name).toBe('good.csv');
    expect(data.chosen.value?.files[0]?.name).toBe('good.csv');
  });
});

describe('mixedIndices', () => {
  it.each([1, 2, 3, 10, 98, 1000])('has each of %i places once', (count) => {
    expect(Array.from(mixedIndices(count)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: count }, (_, i) => i),
    );
  });
});
