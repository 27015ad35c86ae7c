import type { DataFile, Progress, Reading, ReadOptions } from '../format';
import { readArrays } from './arrays';
import { isArray } from './header';
import { nameArrays } from './named';

/**
 * Reads `X.npy` and `y.npy`, given as two files.
 * @returns undefined when not all files are arrays, or none is called as values are.
 */
export async function readSeveralArrays(
  files: readonly DataFile[],
  options: ReadOptions,
  progress: Progress,
): Promise<Reading | undefined> {
  if (files.length < 2) return undefined;
  for (const file of files) if (!isArray(await file.read(0, Math.min(16, file.size)))) return undefined;
  const { files: arrays, warnings } = await nameArrays('The given files', files);
  const { dataset, found } = await readArrays(arrays, 'npy', options, (read) =>
    progress(read, arrays.values.size),
  );
  return { dataset, found: { ...found, warnings: [...warnings, ...found.warnings] } };
}
