import { createHash } from 'node:crypto';
import type { FileRecord } from '../data/data-record';
import type { DataFile } from '../data/formats/format';

/** Bytes that are read at once where only the hash needs them. */
const slice = 2 ** 22;

/** A file that is hashed while it is read. */
export interface HashedFile {
  file: DataFile;
  /** Reads what nobody has read in its order, and gives the file's hash. To be called once. */
  record(): Promise<FileRecord>;
}

/**
 * Hashes a file as it is read: the bytes that follow those hashed so far, whoever asks for them. Most formats are read
 * from beginning to end, and then nothing is read twice for the hash.
 */
export function hashed(file: DataFile): HashedFile {
  const { name, size } = file;
  const hash = createHash('sha256');
  let reached = 0;
  const read = async (start: number, end: number): Promise<Uint8Array> => {
    const bytes = await file.read(start, end);
    if (start <= reached && reached < end) {
      hash.update(bytes.subarray(reached - start));
      reached = end;
    }
    return bytes;
  };
  return {
    file: { name, size, read },
    async record() {
      while (reached < size) await read(reached, Math.min(size, reached + slice));
      return { name, size, sha256: hash.digest('hex') };
    },
  };
}
