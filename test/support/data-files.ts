/** Small data sets, and writers of the formats that are read but not written by the project. */
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Dataset } from '../../src/data/dataset';
import { bytesFile } from '../../src/data/formats/data-file';
import type { Reading, ReadOptions } from '../../src/data/formats/format';
import { readDataset } from '../../src/data/formats/read-dataset';

/** A series with its values as [steps][channels]; NaN: missing. */
export interface Series {
  label: string;
  values: number[][];
}

/** What a data set holds, series by series. */
export function contents({ count, time, channels, series, labels, classNames, lengths }: Dataset): Series[] {
  return Array.from({ length: count }, (_, row) => ({
    label: classNames[labels[row] as number] ?? '',
    values: Array.from({ length: lengths?.[row] ?? time }, (_, step) => {
      const start = (row * time + step) * channels;
      return Array.from(series.subarray(start, start + channels));
    }),
  }));
}

/** Data sets of one to four series and up to three channels. */
export function smallSeries({ equal = false, channels = 3, missing = true } = {}): fc.Arbitrary<Series[]> {
  const number = fc.float({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
  const value = missing
    ? fc.oneof({ weight: 9, arbitrary: number }, { weight: 1, arbitrary: fc.constant(Number.NaN) })
    : number;
  // What would be taken for the padding of a shorter series.
  const endsWithValue = (steps: number[][]): boolean =>
    steps.at(-1)?.every((one) => !Number.isNaN(one)) ?? false;
  return fc
    .record({ width: fc.integer({ min: 1, max: channels }), length: fc.integer({ min: 2, max: 6 }) })
    .chain(({ width, length }) =>
      fc.array(
        fc.record({
          label: fc.constantFrom('a', 'b', 'class c', 'Bär', "it's"),
          values: fc
            .array(fc.array(value, { minLength: width, maxLength: width }), {
              minLength: equal ? length : 1,
              maxLength: length,
            })
            .filter(endsWithValue),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    );
}

export function read(name: string, content: Uint8Array | string, options?: ReadOptions): Promise<Reading> {
  return readDataset([bytesFile(name, typeof content === 'string' ? strToU8(content) : content)], options);
}

const text = (value: number | undefined): string => (Number.isNaN(value) ? '?' : String(value));

/** One channel after the other. */
export function channelsOf(values: readonly number[][]): number[][] {
  return (values[0] ?? []).map((_, channel) => values.map((step) => step[channel] as number));
}

export function writeTs(all: readonly Series[]): string {
  const lines = all.map(({ label, values }) =>
    [...channelsOf(values).map((own) => own.map(text).join(',')), label].join(':'),
  );
  return `# a comment\n@problemName Test\n@timeStamps false\n@classLabel true\n@data\n${lines.join('\n')}\n`;
}

export function writeArff(all: readonly Series[]): string {
  const quote = (word: string): string => `'${word.replaceAll("'", "\\'")}'`;
  const width = Math.max(...all.map(({ values }) => values.length));
  const steps = Array.from({ length: width }, (_, step) => `@attribute t${step} NUMERIC`);
  const lines = all.map(({ label, values }) => {
    const rows = channelsOf(values).map((own) => own.map(text).join(','));
    return `"${rows.join('\\n')}",${quote(label)}`;
  });
  const names = [...new Set(all.map(({ label }) => quote(label)))];
  return `% a comment\n@RELATION test\n@attribute s relational\n${steps.join('\n')}\n@end s\n@attribute class {${names.join(', ')}}\n@DATA\n${lines.join('\n')}\n`;
}

export function writeJson(all: readonly Series[]): string {
  return JSON.stringify(all, (_, value) => (Number.isNaN(value) ? null : value));
}

export interface NpyOptions {
  version?: 1 | 2 | 3;
  fortran?: boolean;
}

/** A `.npy` file of bytes that are laid out already. */
export function npyBytes(
  descr: string,
  shape: readonly number[],
  data: Uint8Array,
  { version = 1, fortran = false }: NpyOptions = {},
) {
  const axes = shape.map((axis) => `${axis}, `).join('');
  const dict = `{'descr': '${descr}', 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': (${axes.trimEnd()}), }`;
  const begin = version === 1 ? 10 : 12;
  const header = strToU8(`${dict.padEnd(64 * Math.ceil((dict.length + begin + 1) / 64) - begin - 1)}\n`);
  const bytes = new Uint8Array(begin + header.length + data.length);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0]);
  const view = new DataView(bytes.buffer);
  if (version === 1) view.setUint16(8, header.length, true);
  else view.setUint32(8, header.length, true);
  bytes.set(header, begin);
  bytes.set(data, begin + header.length);
  return bytes;
}

export function float64Bytes(values: readonly number[]): Uint8Array {
  return new Uint8Array(Float64Array.from(values).buffer);
}

/** Texts as numpy's `<U…`. */
export function npyTexts(texts: readonly string[]): Uint8Array {
  const width = Math.max(1, ...texts.map((one) => [...one].length));
  const points = texts.flatMap((one) => {
    const own = [...one].map((sign) => sign.codePointAt(0) as number);
    return [...own, ...new Array<number>(width - own.length).fill(0)];
  });
  return npyBytes(`<U${width}`, [texts.length], new Uint8Array(Uint32Array.from(points).buffer));
}

/** Series of one length as `np.savez` would write X, of [series, steps, channels], and y. */
export function writeNpz(all: readonly Series[]): Uint8Array {
  const [first] = all;
  const shape = [all.length, first?.values.length ?? 0, first?.values[0]?.length ?? 0];
  const values = float64Bytes(all.flatMap((series) => series.values.flat()));
  return zipSync({
    'X.npy': npyBytes('<f8', shape, values),
    'y.npy': npyTexts(all.map(({ label }) => label)),
  });
}

/** Series in a column of lists, or of lists of lists where there are several channels. */
export function writeParquet(all: readonly Series[]): Uint8Array {
  const orNull = (value: number | undefined): number | null =>
    Number.isNaN(value) ? null : (value as number);
  const list = (name: string) => [
    { name, repetition_type: 'OPTIONAL' as const, num_children: 1, converted_type: 'LIST' as const },
    { name: 'list', repetition_type: 'REPEATED' as const, num_children: 1 },
    { name: 'element', repetition_type: 'OPTIONAL' as const, type: 'DOUBLE' as const },
  ];
  const names = (all[0]?.values[0] ?? []).map((_, channel) => `c${channel}`);
  const columns = names.map((name, channel) => ({
    name,
    data: all.map(({ values }) => values.map((step) => orNull(step[channel]))),
  }));
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [{ name: 'label', data: all.map(({ label }) => label) }, ...columns],
      schema: [
        { name: 'root', num_children: 1 + names.length },
        { name: 'label', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
        ...names.flatMap(list),
      ],
    }),
  );
}

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook with the given XML as the rows of its first sheet. */
export function xlsxBytes(rows: string, { strings = '', styles = '', sheets = '' } = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="${relations}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/>${sheets}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/sharedStrings.xml': strToU8(`<sst>${strings}</sst>`),
    'xl/styles.xml': strToU8(`<styleSheet>${styles}</styleSheet>`),
    'xl/worksheets/sheet1.xml': strToU8(
      `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData></worksheet>`,
    ),
  });
}

/** A header, and series of one channel in rows with their label last. */
export function writeXlsx(all: readonly Series[]): Uint8Array {
  const escaped = (word: string): string => word.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const cell = (value: string | number): string =>
    typeof value === 'number'
      ? `<c>${Number.isNaN(value) ? '' : `<v>${value}</v>`}</c>`
      : `<c t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  const width = Math.max(...all.map(({ values }) => values.length));
  const rows = [
    [...Array.from({ length: width }, (_, step) => `t${step}`), 'class'],
    ...all.map(({ label, values }) => [...values.map(([value]) => value as number), label]),
  ];
  return xlsxBytes(rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join(''));
}
