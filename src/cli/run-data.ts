/** The series of a run: those to train on, and parts of their own. */
import { access } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type DataRecord, type PartRecord, partNames, refuseOtherFiles } from '../data/data-record';
import type { Dataset } from '../data/dataset';
import type { ReadOptions } from '../data/formats/format';
import { fitParts, type GivenParts, type PartName } from '../data/split';
import { validateForTraining } from '../data/validate';
import { several } from './arguments';
import { CommandError } from './errors';
import { type ReadSeries, readSeries, refuseUnlabelled, seriesFlags } from './read-series';

function part(description: string) {
  return { type: 'string', valueHint: `FILE${several}`, description } as const;
}

/** Flags that name the series of a run. */
export const partFlags = {
  ...seriesFlags,
  test: part('series to test on, once, at the end (default: a fifth of those of --data)'),
  validation: part('series that tell when training is to stop (default: a share of those of --data)'),
  folds: {
    type: 'string',
    valueHint: 'N',
    description: 'cross-validate: train and test N times, each time on another Nth of the series',
  },
} as const;

/** What the command line says of the series. */
export interface AskedData {
  paths: Record<PartName, string[]>;
  reading: ReadOptions;
  folds: string | undefined;
}

export interface RunData {
  dataset: Dataset;
  given: GivenParts;
  /** Number of folds to cross-validate in; absent: a single run. */
  folds?: number;
  /** The files, in words. */
  source: string;
  record: DataRecord;
}

/**
 * Reads the series that the command line or the configuration names; undefined if neither does.
 * @param recorded what the configuration says of the files of its run; they must be the same.
 * @throws CommandError, ConfigError or DataError before anything is trained.
 */
export async function readRunData(
  asked: AskedData,
  recorded: { record: DataRecord; config: string } | undefined,
): Promise<RunData | undefined> {
  const { paths, reading, folds } = recorded ? await withRecord(asked, recorded) : asked;
  refuseCombinations(paths, folds);
  if (paths.train.length === 0) return undefined;
  const count = folds === undefined ? undefined : foldCount(folds);
  const train = await readSeries(paths.train, reading, 'train');
  validateForTraining(train.dataset, train.name);
  const { classNames, time, lengths } = train.dataset;
  const { label } = train.found;
  const options: ReadOptions = {
    ...reading,
    ...(label !== null && { usualLabel: label }),
    classNames,
    ...(!lengths && { steps: time }),
  };
  const parts: Partial<Record<PartName, ReadSeries>> = { train };
  const given: GivenParts = {};
  for (const name of ['validation', 'test'] as const) {
    if (paths[name].length === 0) continue;
    const read = await readSeries(paths[name], options);
    refuseUnlabelled(read, name === 'test' ? 'tested on' : 'validated on');
    given[name] = read.dataset;
    parts[name] = read;
  }
  const records: Partial<Record<PartName, PartRecord>> = {};
  for (const name of partNames) {
    const read = parts[name];
    if (!read) continue;
    const files = await Promise.all(read.files.map((file) => file.record()));
    const was = recorded?.record[name];
    if (was) refuseOtherFiles(was, files, recorded.config);
    records[name] = { paths: read.paths, files };
  }
  const named = ([name, read]: [string, ReadSeries]): string =>
    name === 'train' ? read.name : `${name}: ${read.name}`;
  return {
    dataset: train.dataset,
    given: fitParts(train.dataset, given),
    ...(count !== undefined && { folds: count }),
    source: Object.entries(parts).map(named).join('; '),
    record: { reading, ...(count !== undefined && { folds: count }), ...records } as DataRecord,
  };
}

function refuseCombinations(paths: AskedData['paths'], folds: string | undefined): void {
  for (const name of ['test', 'validation'] as const) {
    if (paths[name].length > 0 && paths.train.length === 0) {
      throw new CommandError(`--${name} goes with --data, which names the series to train on.`);
    }
  }
  if (folds === undefined) return;
  if (paths.train.length === 0) throw new CommandError('--folds goes with --data, which names the series.');
  if (paths.test.length > 0 || paths.validation.length > 0) {
    throw new CommandError('--folds takes each test part from --data: leave --test and --validation out.');
  }
}

function foldCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 2 && count <= 100) return count;
  throw new CommandError(`--folds is ${text}; it must be a whole number from 2 to 100.`);
}

/** The command line's wishes, and the recorded ones where it has none. */
async function withRecord(
  { paths, reading, folds }: AskedData,
  { record, config }: { record: DataRecord; config: string },
): Promise<AskedData> {
  const found = { ...paths };
  for (const name of partNames) {
    const was = record[name];
    if (was && found[name].length === 0) found[name] = await locate(was.paths, config);
    if (was || found[name].length === 0) continue;
    throw new CommandError(
      `${config} is of a run without --${name}: leave it out, or take "data" out of the configuration.`,
    );
  }
  return {
    paths: found,
    reading: { ...record.reading, ...reading },
    folds: folds ?? record.folds?.toString(),
  };
}

/** Files where they were, or else beside the configuration. */
function locate(paths: readonly string[], config: string): Promise<string[]> {
  return Promise.all(
    paths.map(async (path) => {
      for (const place of [path, join(dirname(config), basename(path))]) {
        if (
          await access(place).then(
            () => true,
            () => false,
          )
        )
          return place;
      }
      throw new CommandError(
        `${config} is of a run on ${path}, which is neither there nor beside the configuration. Name it with --data, and ` +
          'test and validation parts with --test and --validation.',
      );
    }),
  );
}
