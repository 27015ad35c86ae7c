/** What a file says is right by itself, but not beside the model's classes or what it says elsewhere. */
import { strToU8, zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import type { ReadOptions } from '../../../../src/data/formats/format';
import { packTexts } from '../../../../src/data/packed-texts';
import {
  float64Bytes,
  npyBytes,
  npyTexts,
  read,
  type Series,
  smallSeries,
  writeArff,
  writeJson,
  writeNpz,
  writeParquet,
  writeTs,
  writeXlsx,
  xlsxBytes,
} from '../../../support/data-files';
import { forRandomCases } from '../../../support/random-cases';
import { problemOf } from '../../../support/readings';

type Shape = Parameters<typeof smallSeries>[0];

const writeCsv = (all: readonly Series[]): string =>
  `class,x,y\n${all.map(({ label }, i) => `"${label}",${i},1.5\n`).join('')}`;

const flat = { equal: true, channels: 1 };
const formats: [
  name: string,
  write: (all: Series[]) => Uint8Array | string,
  shape?: Shape,
  options?: ReadOptions,
][] = [
  ['csv', writeCsv, flat, { label: 'class', header: true, rows: 'series' }],
  ['ts', writeTs],
  ['arff', writeArff, { equal: true }],
  ['json', writeJson],
  ['npz', writeNpz, flat],
  ['parquet', writeParquet],
  ['xlsx', writeXlsx, flat, { label: 'class', header: true, rows: 'series' }],
];

describe.each(formats)('%s', (name, write, shape, options) => {
  it('with a class that the model does not know is refused, with its place', async () => {
    await forRandomCases(smallSeries(shape), 10, async (all) => {
      const { label } = all.at(-1) as Series;
      const classNames = ['known', ...new Set(all.map((series) => series.label))].filter(
        (own) => own !== label,
      );
      const message = await problemOf(read(`data.${name}`, write(all), { ...options, classNames }));
      const first = all.findIndex((series) => series.label === label);
      expect(message).toMatch(/^data\.\w+[,/]/);
      expect(message).toContain(`the label ${JSON.stringify(label)} is not one of the classes "known"`);
      expect(message).toMatch(new RegExp(`(line|row|element) ${lineOf(name, first)}\\b|\\[${first}\\]`));
    });
  });
});

/** Where the writers put the series of this index. */
function lineOf(name: string, index: number): string {
  const before: Record<string, number> = { csv: 2, xlsx: 2, parquet: 1, ts: 6, npz: 0, json: 0 };
  return name === 'arff' ? '\\d+' : String(index + (before[name] as number));
}

describe('an id with two labels is refused', () => {
  const values = float64Bytes([1.5, 2, 3, 4, 5, 6]);
  const xlsxRow = (cells: readonly (string | number)[]): string =>
    `<row>${cells.map((cell) => (typeof cell === 'number' ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${cell}</t></is></c>`)).join('')}</row>`;
  const table = [
    ['who', 't0', 't1', 'label'],
    ['p', 1.5, 2, 'a'],
    ['q', 3, 4, 'b'],
    ['p', 5, 6, 'b'],
  ];
  const said = { id: 'who', rows: 'series' } as const;

  it.each<[name: string, content: string | Uint8Array, options?: ReadOptions]>([
    ['data.csv', table.map((row) => `${row.join()}\n`).join(''), said],
    ['data.xlsx', xlsxBytes(table.map(xlsxRow).join('')), said],
    [
      'data.json',
      JSON.stringify([
        { id: 'p', label: 'a', values: [1, 2] },
        { id: 'q', label: 'b', values: [3, 4] },
        { id: 'p', label: 'b', values: [5, 6] },
      ]),
    ],
    [
      'data.npz',
      zipSync({
        'X.npy': npyBytes('<f8', [3, 2], values),
        'y.npy': npyTexts(['a', 'b', 'b']),
        'ids.npy': npyTexts(['p', 'q', 'p']),
      }),
    ],
    [
      'data.parquet',
      new Uint8Array(
        parquetWriteBuffer({
          columnData: [
            { name: 'who', data: ['p', 'q', 'p'] },
            { name: 't0', data: [1.5, 3, 5] },
            { name: 't1', data: [2.5, 4, 6] },
            { name: 'label', data: ['a', 'b', 'b'] },
          ],
        }),
      ),
      said,
    ],
  ])('%s', async (name, content, options) => {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    expect(await problemOf(read(name, bytes, options))).toMatch(
      /^data\.\w+.*: the id "p" has the label "b", but "a" before\. .*--group/,
    );
  });

  it('but one that has its label twice is not', async () => {
    const text = 'who,t0,t1,label\np,1.5,2,a\nq,3,4,b\np,5,6,a\n';
    expect((await read('data.csv', text, said)).dataset.ids).toEqual(packTexts(['p', 'q', 'p']));
  });
});

describe('a label that is said where the files say it by themselves', () => {
  const ts = '@problemName T\n@timeStamps false\n@classLabel true a b\n@data\n1,2,3:a\n4,5,6:b\n';
  const npz = zipSync({
    'X.npy': npyBytes('<f8', [2, 2], float64Bytes([1, 2, 3, 4])),
    'y.npy': npyTexts(['a', 'b']),
  });
  const json = JSON.stringify([{ label: 'a', values: [1] }]);
  const folders = zipSync(
    Object.fromEntries(['a/1', 'a/2', 'b/1', 'b/2'].map((name) => [`${name}.csv`, strToU8('1\n2\n')])),
  );

  it.each<[name: string, content: string | Uint8Array, label: string]>([
    ['data.ts', ts, 'first'],
    ['data.ts', ts, 'kind'],
    ['data.npz', npz, 'last'],
    ['data.json', json, 'first'],
    ['data.zip', folders, 'last'],
  ])('%s: a warning says that it was not used', async (name, content, label) => {
    const { dataset, found } = await read(name, content, { label });
    expect(found.warnings).toEqual([expect.stringContaining(`--label ${label} says nothing here`)]);
    expect(dataset.classNames).toContain('a');
    expect((await read(name, content, { usualLabel: label })).found.warnings).toEqual([]);
  });

  it('what is usual counts for files with columns', async () => {
    const text = '1,0.5,0\n0,0.25,1\n1,0.125,1\n0,0.5,0\n';
    expect((await read('a.csv', text, { usualLabel: 'last' })).found.label).toBe('last');
    expect((await read('a.csv', text, { usualLabel: 'last', label: 'first' })).found.label).toBe('first');
  });
});
