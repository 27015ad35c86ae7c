import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readWeights } from '../../../../src/model/weights/read';
import { writeSafetensors } from '../../../../src/model/weights/safetensors';
import { WeightsError } from '../../../../src/model/weights/tensors';
import { readTorchFile } from '../../../../src/model/weights/torch/file';
import { readZip } from '../../../../src/model/weights/zip';
import { forRandomCases } from '../../../support/random-cases';
import { fixture } from '../../../support/weight-fixtures';

const torch = fixture('torch', 'gru-stack.pt');

/** Whole files, each small, so that a change hits what matters. */
const files: Record<string, Uint8Array> = {
  safetensors: writeSafetensors(readTorchFile(torch), { format: 'pt', scaling: 'max' }),
  torch,
  'torch with every kind of tensor': fixture('torch', 'kinds.pt'),
  'a zip archive that is compressed': zipSync(Object.fromEntries(readZip(torch)), { level: 9 }),
  'Keras archive': fixture('keras', 'classifier.keras'),
  'Keras weights': fixture('keras', 'classifier.weights.h5'),
  'Keras model': fixture('keras', 'sequence.h5'),
  'Keras 2 model': fixture('keras', 'sequence-keras-2.h5'),
};

/** Bytes to put in: those that sizes, counts and offsets become extreme by, or any. */
const byte = fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.integer({ min: 0, max: 255 }));

/** A part of the file's length, evenly: fast-check's own doubles, and its bias, are for values near 0. */
const part = (largest: number) =>
  fc.noBias(fc.integer({ min: 0, max: 1_000_000 })).map((millionths) => (millionths / 1_000_001) * largest);

/** Often in the first tenth, where headers are. */
const place = fc.oneof(part(0.1), part(1));

const damage = fc.record({
  cut: fc.option(part(1), { freq: 4 }),
  changes: fc.array(fc.record({ place, values: fc.array(byte, { minLength: 1, maxLength: 8 }) }), {
    maxLength: 6,
  }),
});

function damaged(
  file: Uint8Array,
  { cut, changes }: typeof damage extends fc.Arbitrary<infer T> ? T : never,
) {
  const bytes = file.slice(0, cut === null ? file.length : Math.floor(cut * file.length));
  for (const { place: at, values } of changes) {
    const start = Math.floor(at * bytes.length);
    values.forEach((value, i) => {
      if (start + i < bytes.length) bytes[start + i] = value;
    });
  }
  return bytes;
}

/** Far more than any of these small files takes, far less than a wait. */
const LONGEST = 1000; // ms

// jsfive warns of types that it does not know, with the bytes.
beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}));

describe('a damaged file is read, or refused with a reason, at once', () => {
  it.each(Object.keys(files))('%s', async (name) => {
    const file = files[name]!;
    const messages = new Set<string>();
    await forRandomCases(damage, 400, async (how) => {
      const bytes = damaged(file, how);
      const start = performance.now();
      try {
        await readWeights(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(WeightsError);
        messages.add((error as Error).message);
      }
      expect(performance.now() - start).toBeLessThan(LONGEST);
    });
    // Otherwise the damage is none.
    expect(messages.size).toBeGreaterThan(5);
  });
});

describe('a file that claims to be large is refused before anything is made', () => {
  /** A zip archive of one file whose headers have other sizes. */
  function zipClaiming(size: number, compressed: number): Uint8Array {
    const bytes = zipSync({ 'a/data.pkl': new Uint8Array(100) }, { level: 0 });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at++) {
      // The entry in the central directory: sizes at 20 and 24.
      if (view.getUint32(at, true) !== 0x02014b50) continue;
      view.setUint32(at + 20, compressed, true);
      view.setUint32(at + 24, size, true);
    }
    return bytes;
  }

  it.each([
    ['content', () => zipClaiming(4_000_000_000, 100), /files claim more than 16 times its own size/],
    ['compressed content', () => zipClaiming(100, 4_000_000_000), /claims 4000000000 bytes of/],
    [
      'what zeros are compressed to',
      () => Uint8Array.of(...deflateSync(new Uint8Array(10)), 0),
      /none of the formats/,
    ],
  ])('a zip archive by its %s', async (_what, make, message) => {
    await expect(readWeights(make())).rejects.toThrow(message);
  });

  it('an HDF5 file by the shape of an array', async () => {
    const bytes = fixture('keras', 'sequence.weights.h5').slice();
    const view = new DataView(bytes.buffer);
    // The only dataspace of [4, 12]: each size is a 64-bit number. 2^31 numbers in its place would take 8 GB.
    const sizes = Uint8Array.of(4, 0, 0, 0, 0, 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0);
    const at = bytes.findIndex((_, start) => sizes.every((value, i) => bytes[start + i] === value));
    expect(at).toBeGreaterThan(0);
    view.setUint32(at, 2 ** 31 / 12, true);
    await expect(readWeights(bytes)).rejects.toThrow(/has shape \[178956970,12\], which needs \d+ bytes/);
  });

  it('a torch file whose tensors share a storage again and again', () => {
    // Each view of the whole storage takes 30 bytes of pickle, and would take 400,000 numbers.
    const numbers = 400_000;
    const view = 'h\x01(h\x00K\x00J\x80\x1a\x06\x00\x85K\x01\x85\x89}tR';
    const name = (i: number) => `X\x04\0\0\0${String(i).padStart(4, '0')}`;
    const pickle =
      `\x80\x02(X\x07\0\0\0storagectorch\nFloatStorage\nX\x01\0\0\x000X\x03\0\0\0cpuJ\x80\x1a\x06\x00tQq\x000` +
      `ctorch._utils\n_rebuild_tensor_v2\nq\x010}(${Array.from({ length: 1000 }, (_, i) => name(i) + view).join('')}u.`;
    const bytes = zipSync(
      {
        'a/data.pkl': Uint8Array.from(pickle, (letter) => letter.charCodeAt(0)),
        'a/data/0': new Uint8Array(4 * numbers),
      },
      { level: 0 },
    );
    expect(() => readTorchFile(bytes)).toThrow(/tensors have more numbers than the file can mean/);
  });
});
