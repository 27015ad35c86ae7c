import { UnreadableFileError } from '../errors';
import { expandArchives } from './archive/expand';
import { arff } from './arff/arff';
import { knownKind } from './file-kind';
import type { DataFile, Format, Progress, Reading, ReadOptions } from './format';
import { joinReadings } from './join';
import { json } from './json/json';
import { npy } from './numpy/npy';
import { npz } from './numpy/npz';
import { readSeveralArrays } from './numpy/several';
import { readOneASeries } from './one-a-series/read';
import { parquet } from './parquet/parquet';
import { textTable } from './table/text-table';
import { ts } from './ts/ts';
import { xlsx } from './xlsx/xlsx';

/** The first that recognises a file reads it; text tables take any text, so they come last. */
const formats: readonly Format[] = [npy, npz, parquet, xlsx, ts, arff, json, textTable];

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
  const { files: all, leftOut } = await expandArchives(files, () => progress(0, 1));
  const reading =
    (await readOneASeries(all, options, progress)) ??
    (await readSeveralArrays(all, options, progress)) ??
    (await readEach(all, options, progress));
  if (leftOut.length === 0) return reading;
  const { dataset, found } = reading;
  const warning = `Left out: ${leftOut.slice(0, 8).join(', ')}.`;
  return { dataset, found: { ...found, warnings: [...found.warnings, warning] } };
}

async function readEach(
  files: readonly DataFile[],
  options: ReadOptions,
  progress: Progress,
): Promise<Reading> {
  const inAll = files.reduce((sum, { size }) => sum + size, 0);
  const readings: Reading[] = [];
  let before = 0;
  for (const file of files) {
    const format = await recognise(file);
    const start = before;
    const { usualLabel, ...said } = options;
    const label = said.label ?? (format.hasColumns ? usualLabel : undefined);
    const asked = label === undefined ? said : { ...said, label };
    readings.push(await format.read(file, asked, (read) => progress(start + read, inAll)));
    before += file.size;
  }
  return joinReadings(
    readings,
    files.map(({ name }) => name),
    options,
  );
}

async function recognise(file: DataFile): Promise<Format> {
  if (file.size === 0) throw new UnreadableFileError(`${file.name} is empty.`);
  const head = await file.read(0, Math.min(headSize, file.size));
  const format = formats.find((candidate) => candidate.recognise(head, file.name));
  if (format) return format;
  const kind = knownKind(head);
  throw new UnreadableFileError(
    kind
      ? `${file.name} is ${kind}, which holds no series that can be read here.`
      : `${file.name} is neither text nor of a known format. Tables as text and Excel, .ts, .arff, .npy, .npz, JSON and Parquet files can be read, and zip and gzip files of them.`,
  );
}
