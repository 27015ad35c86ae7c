import { describe, expect, it } from 'vitest';
import { drawnChannels, lanesOf } from '../../../src/app/shared/channels';
import { thin } from '../../../src/app/shared/thin';
import { pickedFiles } from '../../../src/app/train/data/dropped-files';
import { onPage } from '../../../src/app/train/data/on-page';
import { describeSeries } from '../../../src/app/train/series/describe-series';
import { attentionOf, rowOf } from '../../../src/app/train/series/series-parts';
import { rangeGroups, sizeControls } from '../../../src/app/train/state/generator-fields';
import { readOwnData } from '../../../src/app/train/state/own-data';
import { nameOfFiles, partsByName } from '../../../src/app/train/state/parts';
import { isAllowed } from '../../../src/data/allowed';
import { channelNamesOf } from '../../../src/data/dataset';
import { textFile } from '../../../src/data/formats/data-file';
import type { SineWave } from '../../../src/data/sine';
import { defaultSineConfig, sineParameters } from '../../../src/data/sine-config';
import { generateSineDataset, sineMetadata } from '../../../src/data/sine-dataset';

describe('the controls of the generator', () => {
  const controls = [...sizeControls, ...rangeGroups.flatMap((group) => group.controls)];

  it('are one for each key, and no others', () => {
    expect(controls.map(({ key }) => key).sort()).toEqual(Object.keys(sineParameters).sort());
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
      for (const value of [min, max]) expect(isAllowed(value, sineParameters[key])).toBe(true);
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
    expect(said(wave)).toEqual(['2.3 periods', 'amplitude 4.13', 'frozen stretch 31 of 100 steps']);
    expect(said(wave, 80)).toContain('frozen stretch 20 of 80 steps');
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

describe("reading a visitor's files", () => {
  const text = (name: string, rows: string[]) => textFile(name, rows.join('\n'));
  const rows = (classes: string[], count = 20) =>
    Array.from({ length: count }, (_, i) => `${Math.sin(i)},${i / 3 + 0.1},${classes[i % classes.length]}`);

  it('puts files to test on into a part with the same classes, and says how much is read', async () => {
    const heard: number[] = [];
    const own = await readOwnData(
      [
        { part: 'train', file: text('a_TRAIN.csv', rows(['up', 'down', 'still'])) },
        { part: 'test', file: text('a_TEST.csv', rows(['still', 'up'], 12)) },
      ],
      { label: 'last' },
      (read, inAll) => heard.push(read / inAll),
    );
    expect(own.dataset.count).toBe(20);
    expect(own.given.test).toMatchObject({ count: 12, classNames: own.dataset.classNames });
    expect(own.found).toMatchObject({ format: 'csv', label: 'last' });
    expect(heard.at(-1)).toBe(1);
    expect(heard.toSorted((a, b) => a - b)).toEqual(heard);
  });

  it('refuses a class to test on that there is none of to train on', async () => {
    const files = [
      { part: 'train' as const, file: text('a.csv', rows(['up', 'down'])) },
      { part: 'test' as const, file: text('b.csv', rows(['sideways', 'up'])) },
    ];
    await expect(readOwnData(files, { label: 'last' }, () => {})).rejects.toThrow(/b\.csv.*sideways/);
  });

  it('says what keeps it from training', async () => {
    const files = [{ part: 'train' as const, file: text('a.csv', rows(['up'])) }];
    await expect(readOwnData(files, { label: 'last' }, () => {})).rejects.toThrow('a.csv has one class only');
  });
});

describe('the part of a file', () => {
  it('follows from its name', () => {
    expect(partsByName(['GunPoint_TRAIN.tsv', 'GunPoint_TEST.tsv'])).toEqual(['train', 'test']);
    expect(partsByName(['train/a/1.csv', 'val/a/2.csv', 'testing/a/3.csv'])).toEqual([
      'train',
      'validation',
      'test',
    ]);
    expect(partsByName(['contest.csv', 'trainers.csv', 'latest.csv'])).toEqual(['train', 'train', 'train']);
  });

  it('is to train on where no other is', () => {
    expect(partsByName(['test.csv'])).toEqual(['train']);
  });

  it('has a name together with others', () => {
    expect(nameOfFiles(['a'])).toBe('a');
    expect(nameOfFiles(['a', 'b'])).toBe('a and b');
    expect(nameOfFiles(['a', 'b', 'c'])).toBe('a and 2 more files');
  });
});

describe('files that are picked', () => {
  const pick = (...names: string[]) =>
    pickedFiles(names.map((name) => ({ name, webkitRelativePath: name }) as File)).map(({ name }) => name);

  it('are named from the folder that was chosen, in order, without what is no data', () => {
    expect(
      pick('set/b/10.csv', 'set/b/9.csv', 'set/.DS_Store', 'set/a/1.csv', 'set/README.md', 'set/LICENSE'),
    ).toEqual(['a/1.csv', 'b/9.csv', 'b/10.csv']);
  });

  it('keep their names otherwise', () => {
    expect(pick('readme.csv')).toEqual(['readme.csv']);
    expect(pick('a/1.csv', 'b/1.csv')).toEqual(['a/1.csv', 'b/1.csv']);
  });
});

describe('what is said of files', () => {
  it('names the controls of the page in place of options', () => {
    expect(onPage('Column 3 is taken for the label (--label says otherwise).')).toBe(
      'Column 3 is taken for the label (change it under “The class of a series”).',
    );
    expect(onPage('Cut it with --window 128 (and --stride 64), or say --label NAME.')).toBe(
      'Cut it with “Window” 128 (and “Stride” 64), or say “The class of a series”.',
    );
    expect(onPage('(--id and --time say otherwise); --no-header')).toBe(
      '(change it under “Column that names the series” and “Column of the time”); “The first row”',
    );
    expect(onPage('Say --label last, --label none or --rows moments.')).toBe(
      'Say “The class of a series”: “in the last column”, “nowhere: no labels” or “A row is”: “a moment”.',
    );
    expect(onPage('See --help and a -- b.')).toBe('See --help and a -- b.');
  });
});
