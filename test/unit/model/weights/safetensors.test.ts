import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readSafetensors,
  readSafetensorsMetadata,
  writeSafetensors,
} from '../../../../src/model/weights/safetensors';
import { WeightsError } from '../../../../src/model/weights/tensors';
import { RandomStream } from '../../../../src/random';
import { forRandomCases } from '../../../support/random-cases';

/** A file from a header and data bytes, byte by byte. */
function file(header: unknown, data: number[], length?: number): Uint8Array {
  const json = Array.from(
    new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header)),
  );
  const size = length ?? json.length;
  return Uint8Array.of(
    size & 0xff,
    (size >> 8) & 0xff,
    (size >> 16) & 0xff,
    size >>> 24,
    0,
    0,
    0,
    0,
    ...json,
    ...data,
  );
}

const f32 = (begin: number, end: number, shape = [(end - begin) / 4]) => ({
  dtype: 'F32',
  shape,
  data_offsets: [begin, end],
});

function errorOf(bytes: Uint8Array): string {
  try {
    readSafetensors(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(WeightsError);
    return (error as Error).message;
  }
  return 'no error';
}

describe('readSafetensors', () => {
  it('reads a file made by hand', () => {
    const header = {
      __metadata__: { format: 'pt' },
      'lstm.weight': { dtype: 'F32', shape: [1, 2], data_offsets: [0, 8] },
      scalar: { dtype: 'F64', shape: [], data_offsets: [8, 16] },
      empty: { dtype: 'F32', shape: [0, 3], data_offsets: [16, 16] },
      half: { dtype: 'F16', shape: [3], data_offsets: [16, 22] },
      brain: { dtype: 'BF16', shape: [2], data_offsets: [22, 26] },
    };
    const bytes = file(header, [
      // 1 and −2 in float32, then 0.5 in float64.
      ...[0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0],
      ...[0, 0, 0, 0, 0, 0, 0xe0, 0x3f],
      // 1.5, −65504 and 2^-24 in float16, then 3 and −0.15625 in bfloat16.
      ...[0x00, 0x3e, 0xff, 0xfb, 0x01, 0x00],
      ...[0x40, 0x40, 0x20, 0xbe],
    ]);
    const tensors = readSafetensors(bytes);
    expect([...tensors.keys()]).toEqual(['lstm.weight', 'scalar', 'empty', 'half', 'brain']);
    expect(tensors.get('lstm.weight')).toEqual({ shape: [1, 2], data: Float32Array.of(1, -2) });
    expect(tensors.get('scalar')).toEqual({ shape: [], data: Float32Array.of(0.5) });
    expect(tensors.get('empty')?.data.length).toBe(0);
    expect(Array.from(tensors.get('half')?.data ?? [])).toEqual([1.5, -65504, 2 ** -24]);
    expect(Array.from(tensors.get('brain')?.data ?? [])).toEqual([3, -0.15625]);
    expect(readSafetensorsMetadata(bytes)).toEqual({ format: 'pt' });
  });

  it('reads every float16 as the number it is', () => {
    const cases: [number, number][] = [
      [0x0000, 0],
      [0x8000, -0],
      [0x03ff, 1023 * 2 ** -24],
      [0x0400, 2 ** -14],
      [0x3555, 0.333251953125],
      [0x7bff, 65504],
      [0x7c00, Number.POSITIVE_INFINITY],
      [0xfc00, Number.NEGATIVE_INFINITY],
      [0x7e00, Number.NaN],
    ];
    const data = cases.flatMap(([bits]) => [bits & 0xff, bits >> 8]);
    const header = { half: { dtype: 'F16', shape: [cases.length], data_offsets: [0, data.length] } };
    const values = readSafetensors(file(header, data)).get('half')?.data ?? [];
    expect(Array.from(values)).toEqual(cases.map(([, value]) => value));
  });

  it('writes half precision, rounded to the nearest, of two equally near to the even one', () => {
    const random = new RandomStream(11, 'half');
    const drawn = Array.from({ length: 500 }, () => random.normal() * 2 ** random.integer(30) * 2 ** -20);
    const exact = [0, -0, 1, -2.5, 65504, 2 ** -24, 3 * 2 ** -24, 2 ** -14, 2 ** -14 - 2 ** -24];
    const data = Float32Array.from([...exact, 1 + 2 ** -11, 1 + 3 * 2 ** -11, 2047.5, 65520, -1e9, ...drawn]);
    const written = writeSafetensors(new Map([['a', { shape: [data.length], data }]]), {}, () => 'F16');
    const read = readSafetensors(written).get('a')?.data ?? [];
    expect(Array.from(read.slice(0, exact.length))).toEqual(exact);
    const [first, second, carried, ...infinite] = read.slice(exact.length, exact.length + 5);
    expect([first, second, carried]).toEqual([1, 1 + 2 ** -9, 2048]);
    expect(infinite).toEqual([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
    drawn.forEach((value, i) => {
      const half = read[exact.length + 5 + i] as number;
      const spacing = Math.max(2 ** -24, 2 ** (Math.floor(Math.log2(Math.abs(value))) - 10));
      expect(Math.abs(half - value)).toBeLessThanOrEqual(spacing / 2 + 2 ** -40);
    });
  });

  it('reads an ArrayBuffer and a view that starts at an odd byte', () => {
    const bytes = file({ a: f32(0, 4) }, [0, 0, 0x80, 0x3f]);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(readSafetensors(bytes.slice().buffer).get('a')?.data).toEqual(Float32Array.of(1));
    expect(readSafetensors(shifted.subarray(3)).get('a')?.data).toEqual(Float32Array.of(1));
  });

  const eight = [0, 0, 0, 0, 0, 0, 0, 0];
  it.each([
    ['a few bytes', Uint8Array.of(1, 2, 3), 'The file has 3 bytes; a safetensors file starts with 8 bytes'],
    [
      'another kind of file',
      new TextEncoder().encode('PK\u0003\u0004 and so on'),
      'this is not a safetensors file',
    ],
    ['a cut header', file({ a: f32(0, 4) }, [], 500), 'its header ends at byte 508, but it has only'],
    ['a header that is not JSON', file('{"a": ', []), 'The header is not JSON text:'],
    ['a header that is a list', file([], []), 'The header is not a JSON object.'],
    ['an entry that is a number', file({ a: 1 }, []), 'Tensor "a": its header entry is not an object.'],
    [
      'a type that cannot be read',
      file({ a: { dtype: 'C64', shape: [1], data_offsets: [0, 8] } }, eight),
      'Tensor "a" has dtype "C64"; those that can be read are F64, F32, F16, BF16, I64, I32, I16, I8, U8, BOOL.',
    ],
    [
      'an inherited name as type',
      file({ a: { dtype: 'toString', shape: [1], data_offsets: [0, 8] } }, eight),
      'Tensor "a" has dtype "toString"',
    ],
    [
      'a negative size',
      file({ a: f32(0, 8, [-2]) }, eight),
      'Tensor "a" has shape [-2]: not a list of sizes.',
    ],
    [
      'offsets that are missing',
      file({ a: { dtype: 'F32', shape: [1] } }, eight),
      'Tensor "a" has data_offsets undefined: not the begin and end of its bytes.',
    ],
    [
      'a shape that does not fit its bytes',
      file({ a: f32(0, 8, [3]) }, eight),
      'Tensor "a" of dtype F32 and shape [3] needs 12 bytes, but its data_offsets [0, 8] give it 8.',
    ],
    [
      'an overlap',
      file({ a: f32(0, 8), b: f32(4, 8) }, eight),
      'Tensor "b" overlaps the tensor before it: it begins at byte 4, expected 8.',
    ],
    [
      'a gap',
      file({ b: f32(4, 8) }, eight),
      'Tensor "b" leaves a gap after the tensor before it: it begins at byte 4, expected 0.',
    ],
    [
      'cut data',
      file({ a: f32(0, 12) }, eight),
      'The file is cut off: tensor "a" ends at byte 12 of the data, but they have only 8.',
    ],
    [
      'data that belong to no tensor',
      file({ a: f32(0, 4) }, eight),
      'The file has 4 bytes more than its tensors need.',
    ],
  ])('says what is wrong with %s', (_, bytes, message) => {
    expect(errorOf(bytes)).toContain(message);
  });

  it('refuses metadata that are not texts', () => {
    expect(() => readSafetensorsMetadata(file({ __metadata__: { epochs: 3 } }, []))).toThrow(
      'an object of texts',
    );
    expect(readSafetensorsMetadata(file({}, []))).toEqual({});
  });
});

describe('writeSafetensors', () => {
  it('writes the format to the byte, data aligned to 8', () => {
    const bytes = writeSafetensors(new Map([['a', { shape: [1, 2], data: Float32Array.of(1, -2) }]]));
    const json = '{"a":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}';
    expect(json.length % 8).toBe(0);
    expect(Array.from(bytes)).toEqual([
      ...[json.length, 0, 0, 0, 0, 0, 0, 0],
      ...new TextEncoder().encode(json),
      ...[0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0],
    ]);
    for (const name of ['a', 'ab', 'abc', 'abcd', 'abcde', 'abcdef', 'abcdefg', 'abcdefgh']) {
      const padded = writeSafetensors(new Map([[name, { shape: [1], data: Float32Array.of(1) }]]));
      expect((padded.length - 4) % 8).toBe(0);
      expect([...'} ']).toContain(String.fromCharCode(padded.at(-5) as number));
    }
  });

  it('gives back what was written, bit for bit', async () => {
    const arbitrary = fc.record({
      tensors: fc.uniqueArray(
        fc.record({
          name: fc.string().filter((name) => name !== '__metadata__'),
          shape: fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }),
          seed: fc.float32Array({ minLength: 64, maxLength: 64, noNaN: true }),
        }),
        { selector: ({ name }) => name, maxLength: 5 },
      ),
      metadata: fc.dictionary(fc.string(), fc.string(), { maxKeys: 3 }),
    });
    await forRandomCases(arbitrary, 300, ({ tensors, metadata }) => {
      const written = new Map(
        tensors.map(({ name, shape, seed }) => {
          const data = seed.slice(
            0,
            shape.reduce((product, size) => product * size, 1),
          );
          return [name, { shape, data }];
        }),
      );
      const bytes = writeSafetensors(written, metadata);
      const read = readSafetensors(bytes);
      expect(new Map([...read].sort())).toEqual(new Map([...written].sort()));
      expect(Object.entries(readSafetensorsMetadata(bytes)).sort()).toEqual(Object.entries(metadata).sort());
    });
  });

  it('refuses what does not fit', () => {
    const wrong = new Map([['a', { shape: [2, 2], data: new Float32Array(3) }]]);
    expect(() => writeSafetensors(wrong)).toThrow(
      'Tensor "a" has shape [2,2], which needs 4 numbers, and 3 numbers.',
    );
    const reserved = new Map([['__metadata__', { shape: [], data: new Float32Array(1) }]]);
    expect(() => writeSafetensors(reserved)).toThrow('A tensor cannot be named __metadata__.');
  });
});
