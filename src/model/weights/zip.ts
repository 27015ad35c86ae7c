/** Zip archives, read without trusting their headers. */
import { unzipSync } from 'fflate';
import { WeightsError } from './tensors';

/**
 * How much larger than the archive its files may be together. torch and Keras do not compress at all, and weights
 * hardly shrink; an archive that claims more is damaged, or made to fill the memory.
 */
const LARGEST_GROWTH = 16;

/** The fixed part of a file's entry in the central directory. */
const ENTRY_BYTES = 46;

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/**
 * Unpacks an archive, or some of its files.
 * @param wanted which names to unpack; default: all.
 * @throws WeightsError when it is cut off or damaged, or its files are out of all proportion to it.
 */
export function readZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean = () => true,
): Map<string, Uint8Array> {
  let entries = 0;
  let total = 0;
  const declared = new Map<string, number>();
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        entries += 1;
        total += originalSize;
        if (entries * ENTRY_BYTES > bytes.length)
          throw new WeightsError('it lists more files than it has room for');
        if (size > bytes.length) throw new WeightsError(`${name} claims ${size} bytes of ${bytes.length}`);
        if (!(total <= LARGEST_GROWTH * bytes.length)) {
          throw new WeightsError(`its files claim more than ${LARGEST_GROWTH} times its own size`);
        }
        if (!wanted(name)) return false;
        if (declared.has(name)) throw new WeightsError(`it has ${name} twice`);
        declared.set(name, originalSize);
        return true;
      },
    });
  } catch (error) {
    throw new WeightsError(`The zip archive is cut off or damaged: ${(error as Error).message}.`);
  }
  return new Map(
    [...declared].map(([name, size]) => {
      const content = files[name];
      if (content?.length !== size) {
        throw new WeightsError(
          `The zip archive is cut off or damaged: ${name} has ${content?.length ?? 0} of ${size} bytes.`,
        );
      }
      return [name, content];
    }),
  );
}
