import { UnreadableFileError } from '../../errors';
import type { DataFile } from '../format';
import { decompress } from './decompress';
import { checkUnpackedSize, Unpacked } from './unpacked';

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/**
 * What a gzip file (RFC 1952) holds, under its name without `.gz`.
 * @throws UnreadableFileError when it is cut off, damaged or made to fill the memory.
 */
export async function openGzip(archive: DataFile, progress: (bytesRead: number) => void): Promise<DataFile> {
  const { name, size } = archive;
  const result = new Unpacked();
  /** What ended the decompression, if it was not the decompressor. */
  let stopped: unknown;
  try {
    await decompress(archive, [0, size], 'gzip', (bytes, read) => {
      try {
        result.push(bytes);
        checkUnpackedSize(name, size, result.length);
        progress(read);
      } catch (error) {
        stopped = error;
        throw error;
      }
    });
  } catch (error) {
    if (stopped) throw stopped;
    throw new UnreadableFileError(
      `${name} is a gzip file that is cut off or damaged, or several that were joined (${(error as Error).message}). If gunzip can unpack it, read what it makes.`,
    );
  }
  return result.toFile(name.replace(/\.gz$/i, '').replace(/\.tgz$/i, '.tar'));
}
