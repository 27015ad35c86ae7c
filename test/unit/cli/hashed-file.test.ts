import { createHash } from 'node:crypto';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { hashed } from '../../../src/cli/hashed-file';
import { bytesFile } from '../../../src/data/formats/data-file';
import { readDataset } from '../../../src/data/formats/read-dataset';

const text = Array.from(
  { length: 40_000 },
  (_, i) => `${i % 2 ? 'a' : 'b'},${i / 7},${Math.sin(i)},${i % 13}.5\n`,
).join('');

describe('a file that is hashed while it is read', () => {
  it.each([
    ['a table', strToU8(text), 1.5],
    ['a gzip file', gzipSync(strToU8(text)), 1.5],
    // Its list of files stands at its end, and its files are read out of it.
    ['a zip archive', zipSync({ 'a.csv': strToU8(text) }), 2.5],
  ])('%s has the hash of all its bytes, few of which are read twice', async (_, bytes, most) => {
    let read = 0;
    const plain = bytesFile('data', bytes);
    const { file, record } = hashed({
      ...plain,
      read: (start, end) => {
        read += end - start;
        return plain.read(start, end);
      },
    });
    const { dataset } = await readDataset([file]);
    expect(dataset.count).toBe(40_000);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(await record()).toEqual({ name: 'data', size: bytes.length, sha256 });
    expect(read / bytes.length).toBeLessThan(most);
  });

  it('is hashed whole where nothing was read, or not in its order', async () => {
    const bytes = Uint8Array.from({ length: 5_000_000 }, (_, i) => i % 251);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect((await hashed(bytesFile('x', bytes)).record()).sha256).toBe(sha256);
    const { file, record } = hashed(bytesFile('x', bytes));
    for (const [start, end] of [
      [100, 200],
      [0, 50],
      [40, 120],
      [0, 110],
      [4_999_990, 5_000_000],
    ] as const)
      await file.read(start, end);
    expect((await record()).sha256).toBe(sha256);
  });
});
