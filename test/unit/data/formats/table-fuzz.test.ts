/** Random tables are read back as they were written, and no bytes end in anything but a DataError. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DataError } from '../../../../src/data/errors';
import { bytesFile, textFile } from '../../../../src/data/formats/data-file';
import type { DataFile } from '../../../../src/data/formats/format';
import { readDataset } from '../../../../src/data/formats/read-dataset';
import { type Row, RowScanner } from '../../../../src/data/formats/table/rows';
import { TextDecoding } from '../../../../src/data/formats/table/text';
import { forRandomCases } from '../../../support/random-cases';
import { labelsOf, seriesOf } from '../../../support/readings';

const value = fc.float({ noDefaultInfinity: true, noNaN: true });
const table = fc
  .record({
    count: fc.integer({ min: 4, max: 12 }),
    time: fc.integer({ min: 1, max: 6 }),
    separator: fc.constantFrom(',', ';', '\t', '|', '  '),
    newline: fc.constantFrom('\n', '\r\n', '\r'),
    comma: fc.boolean(),
    header: fc.boolean(),
    trailing: fc.boolean(),
    label: fc.constantFrom('first', 'last'),
    quoted: fc.boolean(),
  })
  .chain((form) =>
    fc.record({
      form: fc.constant(form),
      labels: fc.array(fc.constantFrom('up', 'Bär', '腕 1', 'a "b"'), {
        minLength: form.count,
        maxLength: form.count,
      }),
      rows: fc.array(fc.array(value, { minLength: form.time, maxLength: form.time }), {
        minLength: form.count,
        maxLength: form.count,
      }),
    }),
  );

type Table = typeof table extends fc.Arbitrary<infer Value> ? Value : never;

function write({ form, labels, rows }: Table): string {
  const { separator, newline, header, trailing, label, quoted, comma, time } = form;
  const decimal = comma && separator !== ',' ? ',' : '.';
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const line = (name: string, cells: string[]): string => {
    const all = label === 'first' ? [name, ...cells] : [...cells, name];
    return all.join(separator) + (trailing && separator !== '  ' ? separator : '');
  };
  const lines = rows.map((values, i) => {
    const cells = values.map((one) => String(one).replace('.', decimal));
    return line(quote(labels[i] as string), quoted ? cells.map(quote) : cells);
  });
  const names = Array.from({ length: time }, (_, i) => `t${i}`);
  return [...(header ? [line('label', names)] : []), ...lines].map((text) => text + newline).join('');
}

describe('random tables', () => {
  it('are read back', async () => {
    await forRandomCases(table, 100, async (written) => {
      const { form, labels, rows } = written;
      const { dataset } = await readDataset([textFile('a.csv', write(written))], { label: form.label });
      expect(labelsOf(dataset)).toEqual(labels);
      expect(seriesOf(dataset).map((series) => series.map((one) => one + 0))).toEqual(
        rows.map((values) => values.map((one) => one + 0)),
      );
    });
  });

  it('end in a DataError where they are damaged, if in any', async () => {
    const damaged = fc.tuple(
      table,
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 4 }),
    );
    await forRandomCases(damaged, 100, async ([written, changes]) => {
      const bytes = new TextEncoder().encode(write(written));
      for (const [place, byte] of changes) bytes[place % bytes.length] = byte;
      await readOrRefuse(bytesFile('a.csv', bytes));
    });
  });

  it('random bytes and random text end in a DataError, if in any', async () => {
    await forRandomCases(fc.uint8Array({ maxLength: 300 }), 100, (bytes) =>
      readOrRefuse(bytesFile('a', bytes)),
    );
    const text = fc.string({ unit: fc.constantFrom(...'0123456789.,;-+e"#%\n\r\t |ab?N'), maxLength: 200 });
    await forRandomCases(text, 200, (content) => readOrRefuse(textFile('a.csv', content)));
  });
});

describe('rows', () => {
  it('are the same wherever the bytes are cut', () => {
    const bytes = new TextEncoder().encode('# no\r\na,"b\n""c",1\r\n\r\n"d" ,,2\rend');
    const rowsOf = (cuts: number[]): unknown[] => {
      const rows: unknown[] = [];
      const scanner = new RowScanner('a.csv', ',', new TextDecoding('a.csv'));
      let start = 0;
      for (const end of [...cuts, bytes.length]) {
        const part = bytes.subarray(start, end);
        const take = (row: Row) =>
          rows.push([row.line, ...Array.from({ length: row.count }, (_, cell) => row.text(cell))]);
        start += scanner.scan(part, part.length, end === bytes.length, take);
      }
      return rows;
    };
    const whole = [
      [2, 'a', 'b\n"c', '1'],
      [5, 'd', '', '2'],
      [6, 'end'],
    ];
    for (let first = 1; first < bytes.length; first++)
      for (let second = first; second < bytes.length; second++)
        expect(rowsOf([first, second])).toEqual(whole);
  });
});

async function readOrRefuse(file: DataFile): Promise<void> {
  try {
    const { dataset } = await readDataset([file]);
    expect(dataset.series.length).toBe(dataset.count * dataset.time * dataset.channels);
    expect(dataset.labels.length).toBe(dataset.count);
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
  }
}
