/** One file a series: in folders, with a table, in an archive. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { textFile } from '../../../../src/data/formats/data-file';
import { readDataset } from '../../../../src/data/formats/read-dataset';
import { packTexts } from '../../../../src/data/packed-texts';
import { contents, float64Bytes, npyBytes, read } from '../../../support/data-files';
import { problemOf } from '../../../support/readings';

const files = (all: Record<string, string>) =>
  Object.entries(all).map(([name, text]) => textFile(name, text));
const archive = (all: Record<string, string | Uint8Array>) =>
  zipSync(
    Object.fromEntries(
      Object.entries(all).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  );

const folders = {
  'run/001.csv': 'time,x,y\n0,1,2\n1,3,4\n',
  'run/002.csv': 'time,x,y\n0,5,6\n',
  'walk/001.csv': 'time,x,y\n0,7,8\n1,9,?\n',
};

describe('one file a series', () => {
  it('takes folders for classes, dropped or in a zip', async () => {
    const { dataset, found } = await readDataset(files(folders));
    expect(contents(dataset)).toEqual([
      {
        label: 'run',
        values: [
          [1, 2],
          [3, 4],
        ],
      },
      { label: 'run', values: [[5, 6]] },
      {
        label: 'walk',
        values: [
          [7, 8],
          [9, Number.NaN],
        ],
      },
    ]);
    expect(dataset).toMatchObject({
      channelNames: ['x', 'y'],
      ids: packTexts(['run/001', 'run/002', 'walk/001']),
    });
    expect(found).toEqual({
      format: 'one-a-series',
      label: 'folder',
      missing: 1,
      guesses: [
        'Each file is taken for one series, and its folder for the label: run, walk.',
        'The column with times was left out.',
      ],
      warnings: [],
    });
    const packed = await read(
      'gestures.zip',
      archive({ ...folders, 'README.txt': 'About', '__MACOSX/run/._001.csv': 'x' }),
    );
    expect(packed.dataset.series).toEqual(dataset.series);
    expect(packed.found.warnings).toEqual(['Left out: gestures.zip/README.txt.']);
  });

  it('reads arrays, one a file', async () => {
    const steps = npyBytes('<f8', [2, 2], float64Bytes([1, 2, 3, 4]));
    const { dataset } = await read(
      'a.zip',
      archive({ 'run/1.npy': steps, 'run/2.npy': steps, 'walk/3.npy': steps, 'notes/about.md': '' }),
    );
    expect(contents(dataset).map(({ label }) => label)).toEqual(['run', 'run', 'walk']);
    expect(contents(dataset)[2]?.values).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('takes the labels from a table that names the files', async () => {
    const all = {
      'labels.csv': 'file,label,person\na.csv,run,p1\nb,walk,p2\n',
      'a.csv': '1\n2\n',
      'b.csv': '3\n4\n',
      'c.csv': '5\n6\n',
    };
    const { dataset, found } = await readDataset(files(all), { group: 'person' });
    expect(contents(dataset)).toEqual([
      { label: 'run', values: [[1], [2]] },
      { label: 'walk', values: [[3], [4]] },
    ]);
    expect(dataset.groups).toEqual(packTexts(['p1', 'p2']));
    expect(found.label).toBe('label');
    expect(found.warnings).toEqual(['labels.csv does not name 1 of the files, which were left out: c.csv.']);
    const numbered = {
      'index.csv': 'id,class\n1,run\n2,walk\n',
      'data/1.csv': '1\n2\n',
      'data/2.csv': '3\n4\n',
    };
    expect(contents((await readDataset(files(numbered))).dataset).map(({ label }) => label)).toEqual([
      'run',
      'walk',
    ]);
  });

  it('leaves several tables of series as they are', async () => {
    const tables = files({
      'a.csv': '1,2,3\n2,3,4\n1,5,6\n2,7,8\n',
      'b.csv': '1,2,3\n2,3,4\n1,5,6\n2,7,8\n',
    });
    const { dataset, found } = await readDataset(tables, { label: 'first' });
    expect(dataset).toMatchObject({ count: 8, time: 2 });
    expect(found.format).toBe('csv');
  });

  it('files called as the classes are, beside what systems put there', async () => {
    const lines = `label,t0,t1\n${'walk,1,2\nrun,3,4\n'.repeat(6)}`;
    const { dataset, found } = await read(
      'a.zip',
      archive({ 'walk.csv': lines, 'run.csv': lines, 'Thumbs.db': 'x', 'sub/desktop.ini': '[x]' }),
    );
    expect(dataset).toMatchObject({ count: 24, classNames: ['run', 'walk'] });
    expect(found.format).toBe('csv');
  });

  it('puts the channels of all files into one order, and refuses other ones', async () => {
    const long = (names: string, values: string) =>
      `id,time,${names},label\n1,0,${values},a\n1,1,${values},a\n2,0,${values},b\n2,1,${values},b\n`;
    const all = { 'a.csv': long('x,y', '1,2'), 'b.csv': long('y,x', '2,1') };
    const { dataset } = await readDataset(files(all));
    expect([...dataset.series]).toEqual([1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2]);
    expect(await problemOf(readDataset(files({ ...all, 'b.csv': long('y,z', '2,1') })))).toBe(
      'b.csv has the channels y, z; a.csv has x, y. Both must have the same: name them alike, or say which with --channels.',
    );
  });

  it.each([
    [
      'other channels',
      { ...folders, 'walk/001.csv': 'time,x,z\n0,7,8\n' },
      'walk/001.csv has the channels x, z; run/001.csv has the channels x, y.',
    ],
    [
      'a ragged file',
      { ...folders, 'walk/001.csv': 'time,x,y\n0,7\n' },
      'walk/001.csv, line 2: this line has 2 cells where the first has 3.',
    ],
    [
      'a word among the numbers',
      { ...folders, 'walk/001.csv': 'time,x,y\n0,7,oops\n' },
      'walk/001.csv, line 2, column 3: "oops" is not a number',
    ],
    [
      'a file that is not there',
      { 'labels.csv': 'file,label\na.csv,run\nz.csv,walk\n', 'a.csv': '1\n2\n' },
      'labels.csv, line 3, column 1: there is no file "z.csv" among those that were given.',
    ],
    [
      'two columns that may be the label',
      { 'labels.csv': 'file,this,that\na.csv,run,walk\n', 'a.csv': '1\n2\n' },
      'labels.csv names files, but it cannot be told which of its columns holds the label',
    ],
  ])('refuses %s', async (_, all, message) => {
    expect(await problemOf(readDataset(files(all as Record<string, string>)))).toContain(message);
  });

  it('refuses an archive with a training and a test part, or without data', async () => {
    const parts = archive({ 'X_TRAIN.csv': '0,1,2\n1,3,4\n', 'X_TEST.csv': '0,1,2\n1,3,4\n' });
    expect(await problemOf(read('a.zip', parts))).toContain('a.zip holds both a training and a test part.');
    expect(await problemOf(read('a.zip', archive({ 'README.md': 'x' })))).toBe(
      'a.zip is an archive without data.',
    );
  });
});
