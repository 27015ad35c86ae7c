import { describe, expect, it } from 'vitest';
import { createData, mixedIndices, previewCount } from '../../../src/app/train/state/data';
import type { FileReading } from '../../../src/app/train/state/read-file';
import { createSettings } from '../../../src/app/train/state/settings';
import type { ReadOptions } from '../../../src/data/formats/format';
import { generateSineDataset } from '../../../src/data/sine-dataset';

const file = (name: string, size = 10) => ({ name, size }) as File;
const reading = (patch: Partial<FileReading> = {}): FileReading => ({
  label: 'first',
  warnings: ['Mind the gap.'],
  problem: '',
  dataset: {
    count: 20,
    time: 2,
    channels: 1,
    series: Float32Array.from({ length: 40 }, (_, i) => i),
    labels: Int32Array.from({ length: 20 }, (_, i) => Number(i >= 10)),
    classNames: ['a', 'b'],
  },
  ...patch,
});
const failed = (problem: string) => reading({ dataset: null, warnings: [], problem });

/** A store whose files are read on the test's command. */
function open() {
  const asked: {
    name: string;
    options: ReadOptions;
    answer(reading: FileReading): void;
    fail(error: Error): void;
  }[] = [];
  const settings = createSettings('');
  const data = createData(
    settings,
    ({ name }, options) => new Promise((answer, fail) => asked.push({ name, options, answer, fail })),
  );
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

  it('switches to a file, and back', async () => {
    const { data, asked } = open();
    const done = data.read(file('own.csv'));
    expect(data.isReading.value).toBe(true);
    expect(asked[0]).toMatchObject({ name: 'own.csv', options: {} });
    asked[0]?.answer(reading());
    await done;
    expect(data.isReading.value).toBe(false);
    expect(data.file.value).toMatchObject({ name: 'own.csv', warnings: ['Mind the gap.'] });
    expect(data.shape.value).toEqual({ count: 20, time: 2, channels: 1, classes: 2 });
    expect(new Set(data.preview.value?.labels)).toEqual(new Set([0, 1]));
    data.removeFile();
    expect(data.file.value).toBeNull();
    expect(data.preview.value?.about).toBeDefined();
  });

  it('keeps the data in use when a file is wrong', async () => {
    const { data, asked } = open();
    const first = data.read(file('good.csv'));
    asked[0]?.answer(reading());
    await first;
    const second = data.read(file('bad.csv'));
    asked[1]?.answer(failed('bad.csv, line 3: no.'));
    await second;
    expect(data.problem.value).toBe('bad.csv, line 3: no.');
    expect(data.file.value?.name).toBe('good.csv');
    expect(data.chosen.value?.source.name).toBe('bad.csv');
    data.dismissProblem();
    expect(data.problem.value).toBe('');
    expect(data.chosen.value?.source.name).toBe('good.csv');
  });

  it('reads a file again with another label column', async () => {
    const { data, asked } = open();
    const first = data.read(file('own.csv'));
    asked[0]?.answer(failed('no'));
    await first;
    const second = data.readWith('last');
    expect(asked[1]).toMatchObject({ name: 'own.csv', options: { label: 'last' } });
    asked[1]?.answer(reading({ label: 'last' }));
    await second;
    expect(data.problem.value).toBe('');
    expect(data.chosen.value?.label).toBe('last');
  });

  it('listens only to the last of several readings', async () => {
    const { data, asked } = open();
    const [first, second] = [data.read(file('slow.csv')), data.read(file('fast.csv'))];
    asked[1]?.answer(reading());
    await second;
    asked[0]?.answer(reading());
    await first;
    expect(data.file.value?.name).toBe('fast.csv');
    const third = data.read(file('late.csv'));
    data.removeFile();
    asked[2]?.answer(reading());
    await third;
    expect(data.file.value).toBeNull();
  });

  it('says why a file was not read at all', async () => {
    const { data, asked } = open();
    const reads = data.read(file('odd.csv'));
    asked[0]?.fail(new Error('It broke.'));
    await reads;
    expect(data.problem.value).toBe('It broke.');
    expect(data.isReading.value).toBe(false);
  });
});

describe('mixedIndices', () => {
  it.each([1, 2, 3, 10, 98, 1000])('has each of %i places once', (count) => {
    expect(Array.from(mixedIndices(count)).sort((a, b) => a - b)).toEqual(
      Array.from({ length: count }, (_, i) => i),
    );
  });
});
