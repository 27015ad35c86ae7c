/** Excel workbooks and Parquet files, from other programs and with faults. */

import { readFileSync } from 'node:fs';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../../src/data/dataset';
import { packTexts, unpackTexts } from '../../../../src/data/packed-texts';
import { contents, read, xlsxBytes } from '../../../support/data-files';
import { problemOf } from '../../../support/readings';

const fixture = (name: string): Uint8Array => readFileSync(`test/fixtures/formats/${name}`);
const row = (...cells: string[]): string => `<row>${cells.join('')}</row>`;
const value = (number: number): string => `<c><v>${number}</v></c>`;
const word = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const header = row(word('class'), word('t0'), word('t1'));

function idsOf({ ids }: Dataset): string[] {
  return ids ? [...unpackTexts(ids)] : [];
}

describe('xlsx', () => {
  it('reads what exceljs writes: shared texts, dates, formulas, an empty cell, another sheet', async () => {
    const { dataset, found } = await read('a.xlsx', fixture('exceljs.xlsx'));
    expect(contents(dataset).map(({ label }) => label)).toEqual([
      'cow & calf',
      'Bär',
      'cow & calf',
      'Bär',
      'cow & calf',
      'Bär',
    ]);
    expect(contents(dataset)[2]?.values).toEqual([[0.5], [1], [-2]]);
    expect(contents(dataset)[3]?.values).toEqual([[0.75], [1.5]]);
    expect(idsOf(dataset).slice(0, 2)).toEqual(['2024-02-29T12:30:00.000Z', '2024-03-01T12:30:00.000Z']);
    expect(found).toMatchObject({ format: 'xlsx', label: 'class' });
    expect(found.warnings).toContain('a.xlsx, sheet "Recordings" was read, not the others: Notes.');
  });

  it('reads gaps, prefixes, stretches of text and the two calendars', async () => {
    const strings =
      '<x:si><x:r><x:t>cla</x:t></x:r><x:rPh><x:t>no</x:t></x:rPh><x:r><x:t>ss</x:t></x:r></x:si>';
    const styles =
      '<numFmts><numFmt numFmtId="170" formatCode="[Red]d/m/yy;&quot;day&quot;"/></numFmts><cellXfs><xf/><xf numFmtId="170"/></cellXfs>';
    const rows =
      '<x:row r="2"><x:c r="B2" t="s"><x:v>0</x:v></x:c><x:c r="C2" t="str"><x:f>A1</x:f><x:v>day</x:v></x:c><x:c r="D2" t="str"><x:v>t0</x:v></x:c></x:row>' +
      ['a', 'b', 'a', 'b']
        .map(
          (label, i) =>
            `<x:row r="${4 + i}"><x:c r="B${4 + i}" t="str"><x:v>${label}</x:v></x:c><x:c r="C${4 + i}" s="1"><x:v>${[1, 59, 61, 45_351.5][i]}</x:v></x:c><x:c r="D${4 + i}"><x:v>1.5</x:v></x:c></x:row>`,
        )
        .join('');
    const days = async (bytes: Uint8Array) =>
      idsOf((await read('a.xlsx', bytes, { label: 'class', id: 'day', rows: 'series' })).dataset);
    const bytes = xlsxBytes(rows, { strings, styles });
    expect(await days(bytes)).toEqual([
      '1900-01-01T00:00:00.000Z',
      '1900-02-28T00:00:00.000Z',
      '1900-03-01T00:00:00.000Z',
      '2024-02-29T12:00:00.000Z',
    ]);
    const parts = unzipSync(bytes);
    const main = new TextDecoder()
      .decode(parts['xl/workbook.xml'])
      .replace('<sheets>', '<workbookPr date1904="1"/><sheets>');
    expect((await days(zipSync({ ...parts, 'xl/workbook.xml': strToU8(main) })))?.[0]).toBe(
      '1904-01-02T00:00:00.000Z',
    );
  });

  it.each([
    [
      'a formula without its value',
      () => xlsxBytes(header + row(word('a'), '<c><f>A1</f></c>', value(1))),
      'a.xlsx, sheet "Data", cell B2 has a formula but not its value. Open the file in Excel and save it',
    ],
    [
      'a word among the numbers',
      () => xlsxBytes(header + row(word('a'), value(1), word('oops')) + row(word('b'), value(1), value(2))),
      'a.xlsx, sheet "Data", line 2, column 3: "oops" is not a number',
    ],
    [
      'a text that is not there',
      () => xlsxBytes('<row><c t="s"><v>7</v></c></row>'),
      'cell A1 refers to text 7, but there are 0.',
    ],
    [
      'a number that is none',
      () => xlsxBytes('<row><c><v>x</v></c></row>'),
      'cell A1 holds "x"; expected a number.',
    ],
    ['an empty sheet', () => xlsxBytes(''), 'a.xlsx, sheet "Data" is empty.'],
    [
      'a Word document',
      () => zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }),
      'a.xlsx is a Word document. Save it as an Excel workbook',
    ],
    [
      'an OpenDocument file',
      () => zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<w/>') }),
      'a.xlsx is an OpenDocument file.',
    ],
    [
      'a workbook that is cut off',
      () => xlsxBytes(header).subarray(0, 300),
      'a.xlsx is a zip archive that is cut off: its end is missing.',
    ],
    ['XML that is not', () => xlsxBytes('<row><c></row>'), 'a.xlsx/xl/worksheets/sheet1.xml is damaged'],
  ])('refuses %s', async (_, make, message) => {
    expect(await problemOf(read('a.xlsx', make()))).toContain(message);
  });
});

describe('parquet', () => {
  it.each(['zstd', 'gzip'])('reads lists that Arrow wrote, packed by %s', async (codec) => {
    const { dataset, found } = await read('a.parquet', fixture(`lists-${codec}.parquet`), {
      group: 'person',
    });
    expect(contents(dataset)).toEqual([
      { label: 'a', values: [[1], [2], [3]] },
      { label: 'b', values: [[4], [Number.NaN], [6], [7]] },
      { label: 'a', values: [[8], [9]] },
    ]);
    expect(dataset.groups).toEqual(packTexts(['p1', 'p1', 'p2']));
    expect(found).toMatchObject({ format: 'parquet', label: 'label', missing: 1 });
  });

  it('reads columns of numbers as it reads a table', async () => {
    const columns = [0, 1, 2].map((step) => ({
      name: `t${step}`,
      data: Float64Array.from({ length: 12 }, (_, i) => 10 * i + step),
    }));
    const label = { name: 'class', data: Array.from({ length: 12 }, (_, i) => (i % 2 ? 'on' : 'off')) };
    const index = { name: '__index_level_0__', data: Array.from({ length: 12 }, (_, i) => BigInt(i)) };
    const { dataset, found } = await read(
      'a.parquet',
      new Uint8Array(parquetWriteBuffer({ columnData: [index, ...columns, label] })),
    );
    expect(dataset).toMatchObject({ count: 12, time: 3, channels: 1, classNames: ['off', 'on'] });
    expect(contents(dataset)[11]?.values).toEqual([[110], [111], [112]]);
    expect(found).toMatchObject({ format: 'parquet', label: 'class' });
  });

  it('names the codec, the column and what is damaged', async () => {
    expect(await problemOf(read('a.parquet', fixture('lists-brotli.parquet')))).toBe(
      "a.parquet: the column person is packed by BROTLI; SNAPPY, GZIP, ZSTD can be read. Write it again: df.to_parquet('data.parquet', compression='zstd').",
    );
    expect(await problemOf(read('a.parquet', fixture('lists-zstd.parquet'), { label: 'x' }))).toContain(
      'a.parquet has no such column "x"; it has person, label.',
    );
    expect(await problemOf(read('a.parquet', fixture('lists-zstd.parquet').subarray(0, 900)))).toContain(
      'a.parquet is a damaged Parquet file',
    );
  });
});
