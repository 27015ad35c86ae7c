import type { Dataset } from '../data/dataset';
import type { Found, ReadOptions } from '../data/formats/format';
import { readDataset } from '../data/formats/read-dataset';
import { datasetWarnings } from '../data/warnings';
import { several } from './arguments';
import { dataFiles } from './data-files';
import { CommandError } from './errors';
import { type HashedFile, hashed } from './hashed-file';
import { LongWork } from './long-work';
import { readingFlags } from './reading-flags';

/** Flags that name series, and say how to read them. */
export const seriesFlags = {
  data: {
    type: 'string',
    valueHint: `FILE${several}`,
    description:
      'series: one or more files of any format that is known (tables, .ts, .arff, arrays and others), or folders of them',
  },
  ...readingFlags,
} as const;

/** Series that were read, and where from. */
export interface ReadSeries {
  dataset: Dataset;
  found: Found;
  paths: string[];
  /** The files, whose hashes are nearly done. */
  files: HashedFile[];
  /** What messages call the files. */
  name: string;
}

/**
 * Reads series from files and folders. Says on standard error how far it is, what was guessed, and what to know.
 * @param purpose some of that is for series to train on only.
 * @throws CommandError or DataError that names what is wrong, with its place.
 */
export async function readSeries(
  paths: string[],
  options: ReadOptions,
  purpose: 'train' | 'use' = 'use',
): Promise<ReadSeries> {
  const files = (await dataFiles(paths)).map(hashed);
  const name =
    paths.length > 3 ? `${paths.slice(0, 2).join(', ')} and ${paths.length - 2} more` : paths.join(', ');
  const work = new LongWork(`Reading ${name}`);
  try {
    const { dataset, found } = await readDataset(
      files.map(({ file }) => file),
      options,
      (read, all) => work.at(read, all),
    );
    work.end();
    tell(name, [...found.guesses, ...found.warnings, ...datasetWarnings(dataset, purpose)]);
    return { dataset, found, paths, files, name };
  } finally {
    work.end();
  }
}

/** Writes what to know to standard error. @param about what it is about. */
export function tell(about: string, sentences: readonly string[]): void {
  for (const sentence of sentences) process.stderr.write(`${about}: ${sentence}\n`);
}

/** @param use what unlabelled series cannot be. @throws CommandError when a series has no label. */
export function refuseUnlabelled({ dataset, name }: ReadSeries, use: string): void {
  const unlabelled = dataset.labels.indexOf(-1);
  if (unlabelled < 0) return;
  throw new CommandError(
    `${name}: series ${unlabelled + 1} has no label, without which it cannot be ${use}. --label says where the labels are.`,
  );
}
