import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesFile } from '../../../../src/data/formats/data-file';
import { readDataset } from '../../../../src/data/formats/read-dataset';
import { contents, float64Bytes, npyBytes, npyTexts, read } from '../../../support/data-files';
import { problemOf } from '../../../support/readings';

const fixture = (name: string): Uint8Array => readFileSync(`test/fixtures/formats/${name}`);
const values = npyBytes('<f8', [2, 3], float64Bytes([1, 2, 3, 4, 5, 6]));
const labels = npyTexts(['walk', 'Läufer 🏃']);

/** The bytes of numbers by a DataView's setter. */
function numbers(size: number, write: (view: DataView, offset: number) => void): Uint8Array {
  const bytes = new Uint8Array(size);
  write(new DataView(bytes.buffer), 0);
  return bytes;
}

describe('npy and npz', () => {
  it('reads what NumPy writes: packed, in parts, in half precision, in Fortran order, with the highest byte first', async () => {
    const packed = await read('a.npz', fixture('compressed.npz'), { axes: 'ntc' });
    expect(packed.dataset).toMatchObject({
      count: 4,
      time: 2,
      channels: 3,
      classNames: ['run', 'sit', 'walk'],
    });
    expect(Array.from(packed.dataset.series)).toEqual(Array.from({ length: 24 }, (_, i) => i / 4));
    expect(packed.found.guesses).toEqual([]);
    const parts = await read('a.npz', fixture('parts.npz'));
    expect(parts.dataset).toMatchObject({ count: 4, time: 3, channels: 2, classNames: ['1', '2', '3'] });
    expect(contents(parts.dataset)[0]?.values).toEqual([
      [0, 0.75],
      [0.25, 1],
      [0.5, 1.25],
    ]);
    expect(parts.found.guesses).toEqual([
      'The axes (4, 2, 3) are taken for (series, channels, steps): 2 channels of 3 steps. Else: --axes ntc.',
    ]);
    expect(parts.found.warnings).toEqual([
      'a.npz has several parts. Only train was read, not test: save each part as a file of its own.',
    ]);
    const half = await read('a.npy', fixture('half-fortran.npy'));
    expect(contents(half.dataset)[1]?.values).toEqual([[1.5], [1.75], [2]]);
  });

  it.each<[string, string, number, (view: DataView, at: number) => void, number]>([
    ['f2', '<f2', 2, (view, at) => view.setUint16(at, 0xc500, true), -5],
    ['f2, the smallest', '<f2', 2, (view, at) => view.setUint16(at, 1, true), 2 ** -24],
    ['f4', '>f4', 4, (view, at) => view.setFloat32(at, 1.5), 1.5],
    ['f8', '<f8', 8, (view, at) => view.setFloat64(at, -0.25, true), -0.25],
    ['i1', '|i1', 1, (view, at) => view.setInt8(at, -3), -3],
    ['i2', '>i2', 2, (view, at) => view.setInt16(at, -300), -300],
    ['i4', '<i4', 4, (view, at) => view.setInt32(at, -70000, true), -70000],
    ['i8', '>i8', 8, (view, at) => view.setBigInt64(at, -5n), -5],
    ['u1', '|u1', 1, (view, at) => view.setUint8(at, 200), 200],
    ['u2', '<u2', 2, (view, at) => view.setUint16(at, 60000, true), 60000],
    ['u4', '>u4', 4, (view, at) => view.setUint32(at, 3e9), 3e9],
    ['u8', '<u8', 8, (view, at) => view.setBigUint64(at, 7n, true), 7],
    ['bool', '|b1', 1, (view, at) => view.setUint8(at, 1), 1],
  ])('reads elements of the type %s', async (_, descr, size, write, expected) => {
    const { dataset } = await read('X.npy', npyBytes(descr, [1, 1], numbers(size, write)));
    expect(dataset.series[0]).toBe(Math.fround(expected));
  });

  it('reads all versions, text of both kinds, and marks of classes', async () => {
    for (const version of [1, 2, 3] as const) {
      const X = npyBytes('<f8', [2, 3], float64Bytes([1, 2, 3, 4, 5, 6]), { version });
      const { dataset } = await read('a.npz', zipSync({ 'data.npy': X, 'labels.npy': labels }));
      expect(contents(dataset)).toEqual([
        { label: 'walk', values: [[1], [2], [3]] },
        { label: 'Läufer 🏃', values: [[4], [5], [6]] },
      ]);
    }
    const bytes = npyBytes('|S3', [2], Uint8Array.of(97, 98, 0, 99, 0, 0));
    expect((await read('a.npz', zipSync({ 'x.npy': values, 'y.npy': bytes }))).dataset.classNames).toEqual([
      'ab',
      'c',
    ]);
    const marks = npyBytes('<f8', [2, 3], float64Bytes([0, 0, 1, 1, 0, 0]));
    expect((await read('a.npz', zipSync({ 'x.npy': values, 'y.npy': marks }))).dataset.classNames).toEqual([
      '0',
      '2',
    ]);
    const wrong = npyBytes('<f8', [2, 3], float64Bytes([0, 0, 1, 1, 1, 0]));
    expect(await problemOf(read('a.npz', zipSync({ 'x.npy': values, 'y.npy': wrong })))).toContain(
      'a.npz/y.npy, row 1: expected one element for each series',
    );
  });

  it('reads X.npy and y.npy, dropped together', async () => {
    const files = [bytesFile('y_train.npy', labels), bytesFile('X_train.npy', values)];
    const { dataset, found } = await readDataset(files);
    expect(dataset).toMatchObject({ count: 2, time: 3, classNames: ['Läufer 🏃', 'walk'] });
    expect(found).toMatchObject({ format: 'npy', label: null, warnings: [] });
  });

  it('takes the label out of a column where it is told, and NaN at the ends for padding', async () => {
    const rows = npyBytes('<f8', [2, 3], float64Bytes([1, 5, Number.NaN, 2, 6, 7]));
    const { dataset, found } = await read('X.npy', rows, { label: 'first' });
    expect(contents(dataset)).toEqual([
      { label: '1', values: [[5]] },
      { label: '2', values: [[6], [7]] },
    ]);
    expect(found).toMatchObject({ label: 'first', missing: 0 });
    expect((await read('X.npy', values)).found.guesses).toEqual([
      expect.stringContaining('X.npy has no labels beside it'),
    ]);
  });

  it.each([
    [
      'Python objects',
      () => fixture('objects.npy'),
      "X.npy holds Python objects, which only Python can read. For series of one length save np.save('X.npy', np.stack(X).astype('float32'))",
    ],
    ['fields', () => fixture('structured.npy'), 'X.npy is a structured array, with fields.'],
    [
      'complex numbers',
      () => npyBytes('<c8', [1, 1], new Uint8Array(8)),
      "X.npy: elements of type '<c8' are neither real numbers nor text.",
    ],
    [
      'a single axis',
      () => npyBytes('<f8', [1], new Uint8Array(8)),
      'X.npy has the shape (1,); expected two axes (series, steps) or three',
    ],
    [
      'four axes',
      () => npyBytes('|u1', [1, 1, 1, 1], new Uint8Array(1)),
      'X.npy has the shape (1, 1, 1, 1); expected two axes',
    ],
    [
      'infinity',
      () => npyBytes('<f8', [1, 2], float64Bytes([1, Number.POSITIVE_INFINITY])),
      'X.npy, series 0: inf is no value',
    ],
    [
      'a version from the future',
      () => Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 9, 0, 1, 0),
      'X.npy: version 9 of the .npy format is not known',
    ],
    [
      'a file that is cut off',
      () => values.subarray(0, values.length - 1),
      'X.npy: the header says (2, 3) elements of 8 bytes, 48 bytes in all, but 47 follow it.',
    ],
    [
      'labels for other series',
      () => zipSync({ 'X.npy': values, 'y.npy': npyTexts(['a']) }),
      'X.npy/y.npy has the shape (1,), but X.npy/X.npy has the shape (2, 3): expected (2,)',
    ],
    [
      'arrays of other names',
      () => zipSync({ 'a.npy': values, 'b.npy': labels }),
      'X.npy has the arrays a (2, 3), b (2,); expected X, the values, and y, the labels',
    ],
    [
      'text for values',
      () => zipSync({ 'X.npy': labels }),
      'X.npy/X.npy holds text; an array of numbers was expected.',
    ],
  ])('refuses %s', async (_, make, message) => {
    expect(await problemOf(read('X.npy', make()))).toContain(message);
  });
});
