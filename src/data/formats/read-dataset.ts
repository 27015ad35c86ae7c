import { DataError } from '../errors';
import { knownKind } from './file-kind';
import type { DataFile, Format, Progress, Reading, ReadOptions } from './format';
import { joinReadings } from './join';
import { textTable } from './table/text-table';

/** The first that recognises a file reads it; text tables take any text, so they come last. */
const formats: readonly Format[] = [textTable];

/** In bytes. */
const headSize = 1 << 16;

/**
 * Reads labelled series from files, whatever their format, which is recognised by their content. Several files are
 * joined in their order: the data set has the classes of all of them.
 * @param progress hears after each slice how much of all files has been read; it ends the reading by throwing.
 * @throws DataError that names file, line and column of the first thing that is wrong, and what was expected there;
 *   where something cannot be told from the files, it names the option that says it.
 */
export async function readDataset(
  files: readonly DataFile[],
  options: ReadOptions = {},
  progress: Progress = () => {},
): Promise<Reading> {
  const inAll = files.reduce((sum, { size }) => sum + size, 0);
  const readings: Reading[] = [];
  let before = 0;
  for (const file of files) {
    const format = await recognise(file);
    const start = before;
    readings.push(await format.read(file, options, (read) => progress(start + read, inAll)));
    before += file.size;
  }
  return joinReadings(
    readings,
    files.map(({ name }) => name),
    options,
  );
}

async function recognise(file: DataFile): Promise<Format> {
  if (file.size === 0) throw new DataError(`${file.name} is empty.`);
  const head = await file.read(0, Math.min(headSize, file.size));
  const format = formats.find((candidate) => candidate.recognise(head, file.name));
  if (format) return format;
  const kind = knownKind(head);
  throw new DataError(
    kind
      ? `${file.name} is ${kind}, which holds no series that can be read here.`
      : `${file.name} is neither text nor of a known format.`,
  );
}
