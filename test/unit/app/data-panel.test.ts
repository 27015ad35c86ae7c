import { describe, expect, it } from 'vitest';
import { drawnChannels, lanesOf } from '../../../src/app/shared/channels';
import { thin } from '../../../src/app/shared/thin';
import { describeSeries } from '../../../src/app/train/series/describe-series';
import { attentionOf, rowOf } from '../../../src/app/train/series/series-parts';
import { rangeGroups, sizeControls } from '../../../src/app/train/state/generator-fields';
import { readDataFile } from '../../../src/app/train/state/read-file';
import { channelNamesOf } from '../../../src/data/dataset';
import { textFile } from '../../../src/data/formats/data-file';
import type { ReadOptions } from '../../../src/data/formats/format';
import type { SineWave } from '../../../src/data/sine';
import { defaultSineConfig, sineShape } from '../../../src/data/sine-config';
import { generateSineDataset, sineMetadata } from '../../../src/data/sine-dataset';

describe('the controls of the generator', () => {
  const controls = [...sizeControls, ...rangeGroups.flatMap((group) => group.controls)];

  it('are one for each key, and no others', () => {
    expect(controls.map(({ key }) => key).sort()).toEqual(Object.keys(sineShape).sort());
  });

  it('stand with the range that they belong to', () => {
    for (const { name, controls } of rangeGroups) {
      expect(controls.map(({ key }) => key)).toEqual([`min_${name}`, `max_${name}`, `step_${name}`]);
    }
  });

  it.each(controls)(
    '$key: the slider covers the default and allows nothing forbidden',
    ({ key, min, max, step }) => {
      expect(defaultSineConfig[key]).toBeGreaterThanOrEqual(min);
      expect(defaultSineConfig[key]).toBeLessThanOrEqual(max);
      expect(step).toBeGreaterThan(0);
      for (const value of [min, max]) expect(sineShape[key].safeParse(value).success).toBe(true);
    },
  );
});

describe('what is said of a series', () => {
  const one = { count: 1, time: 100, channels: 1, series: new Float32Array(100), labels: Int32Array.of(1) };
  const wave: SineWave = { amp: 4.126, freq: 2.3, loc: 60, length: 31, label: 1 };

  it('is what a generated one was made from, and how long it is flat', () => {
    const said = (each: SineWave, time = 100) => {
      const labels = Int32Array.of(each.label);
      return describeSeries(
        { ...one, time, labels, classNames: ['0', '1'], ...sineMetadata([each], time) },
        0,
      );
    };
    expect(said(wave)).toEqual(['2.3 periods', 'amplitude 4.13', 'flat 31 of 100 steps']);
    expect(said(wave, 80)).toContain('flat 20 of 80 steps');
    expect(said(wave, 60)).toHaveLength(2);
    expect(said({ ...wave, label: 0 })).toEqual(['2.3 periods', 'amplitude 4.13']);
  });

  it('is what a file tells of it', () => {
    const dataset = { ...one, classNames: ['a', 'b'], about: { age: [40.123], place: ['lab'] } };
    expect(describeSeries(dataset, 0)).toEqual(['age 40.1', 'place lab']);
    const regions = [[{ start: 2, end: 5, name: 'arrhythmia' }]];
    expect(describeSeries({ ...dataset, lengths: Int32Array.of(50), regions }, 0).at(-1)).toBe(
      'arrhythmia 3 of 50 steps',
    );
    expect(describeSeries({ ...one, classNames: ['a', 'b'] }, 0)).toEqual([]);
  });
});

describe('generating only later series', () => {
  it('gives those of the whole data set', () => {
    const config = { ...defaultSineConfig, num_points: 50, dataset_size: 24 };
    const [all, later] = [generateSineDataset(config, 5), generateSineDataset(config, 5, 16)];
    expect(later.count).toBe(8);
    expect(later.series).toEqual(all.series.slice(16 * 50));
    expect(later.labels).toEqual(all.labels.slice(16));
    expect(later.regions).toEqual(all.regions?.slice(16));
  });
});

describe('one of many series', () => {
  const dataset = { time: 2, channels: 3, series: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) };

  it('is without its padding', () => {
    expect(Array.from(rowOf(dataset, 1))).toEqual([7, 8, 9, 10, 11, 12]);
    const uneven = { ...dataset, lengths: Int32Array.of(2, 1) };
    expect(Array.from(rowOf(uneven, 1))).toEqual([7, 8, 9]);
    expect(Array.from(attentionOf(uneven, Float32Array.of(0.5, 0.5, 1, 0), 1))).toEqual([1]);
  });

  it('has its channels drawn in lanes, with names from the file where it has some', () => {
    expect(drawnChannels(rowOf(dataset, 0), 3).map((values) => Array.from(values))).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
    expect(lanesOf(2, 22, 2)).toEqual([
      { top: 2, bottom: 10 },
      { top: 12, bottom: 20 },
    ]);
    expect(channelNamesOf({ channels: 2 })).toEqual(['channel 1', 'channel 2']);
    expect(channelNamesOf({ channels: 2, channelNames: ['x', ''] })).toEqual(['x', 'channel 2']);
    expect(channelNamesOf({ channels: 1 })).toEqual(['signal']);
  });
});

describe('thin', () => {
  it('keeps short series whole', () => {
    expect(thin([3, 1, 2], 3)).toEqual([
      [0, 3],
      [1, 1],
      [2, 2],
    ]);
  });

  it('keeps spikes, order and both ends of long ones', () => {
    const values = Float32Array.from({ length: 5000 }, (_, i) => Math.sin(i / 100));
    values[1234] = 50;
    values[4321] = -50;
    const points = thin(values, 300);
    expect(points.length).toBeLessThanOrEqual(302);
    expect(points).toContainEqual([1234, 50]);
    expect(points).toContainEqual([4321, -50]);
    expect(points[0]?.[0]).toBe(0);
    expect(points.at(-1)?.[0]).toBe(4999);
    expect(points.every(([step], i) => i === 0 || step > (points[i - 1]?.[0] as number))).toBe(true);
  });
});

describe('reading a file', () => {
  const rows = (end: (i: number) => string) =>
    Array.from({ length: 20 }, (_, i) => `${Math.sin(i)},${i / 3 + 0.1},${end(i)}`).join('\n');

  const read = (text: string, options: ReadOptions = {}) => readDataFile(textFile('a.csv', text), options);

  it('finds the label, checks and warns', async () => {
    const { dataset, ...rest } = await read(rows((i) => (i % 2 ? 'up' : 'down')));
    expect(dataset?.classNames).toEqual(['down', 'up']);
    expect(rest).toMatchObject({ label: 'last', problem: '' });
    expect(rest.warnings.join()).toMatch(/Column 3 is taken for the label.*20 series/);
  });

  it('says what keeps it from training, and which column it took', async () => {
    const reading = await read(
      rows(() => 'up'),
      { label: 'last' },
    );
    expect(reading).toMatchObject({ label: 'last', dataset: null });
    expect(reading.problem).toContain('a.csv has one class only');
    expect(
      (
        await read(
          rows((i) => (i === 3 ? 'oops' : String(i / 9))),
          { label: 'first' },
        )
      ).problem,
    ).toContain('a.csv, line 4, column 3');
  });
});
