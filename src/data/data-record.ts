/** What a configuration says of the files that its run was on, so that it is repeated on the same ones. */
import { z } from 'zod';
import { ConfigError } from './errors';
import type { ReadOptions } from './formats/format';

export interface FileRecord {
  name: string;
  /** In bytes. */
  size: number;
  sha256: string;
}

/** The files of a part. */
export interface PartRecord {
  /** As they were named: files and folders. */
  paths: string[];
  files: FileRecord[];
}

export interface DataRecord {
  /** How the files were said to be read. */
  reading: ReadOptions;
  /** Number of folds, where the series were cross-validated. */
  folds?: number;
  train: PartRecord;
  validation?: PartRecord;
  test?: PartRecord;
}

export const partNames = ['train', 'validation', 'test'] as const;

const text = z.string();
const positive = z.int().min(1);
const reading = {
  label: text,
  header: z.boolean(),
  rows: z.enum(['series', 'moments']),
  id: text,
  time: text,
  channels: z.array(text),
  group: text,
  window: positive,
  stride: positive,
  purity: z.number().min(0).max(1),
  axes: z.enum(['nct', 'ntc']),
} satisfies Record<Exclude<keyof ReadOptions, 'classNames' | 'steps' | 'usualLabel'>, z.ZodType>;

const part = z.strictObject({
  paths: z.array(text).min(1),
  files: z
    .array(z.strictObject({ name: text, size: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
    .min(1),
});

const schema = z.strictObject({
  reading: z.strictObject(reading).partial(),
  folds: positive.optional(),
  train: part,
  validation: part.optional(),
  test: part.optional(),
}) as unknown as z.ZodType<DataRecord>;

/**
 * Checks the value of the key "data" of a configuration.
 * @param source what the message calls the configuration.
 * @throws ConfigError that names what is wrong.
 */
export function checkDataRecord(value: unknown, source: string): DataRecord {
  const { success, data, error } = schema.safeParse(value);
  if (success) return data;
  const [issue] = error.issues;
  throw new ConfigError(
    `${source}: "${['data', ...(issue?.path ?? [])].join('.')}" is not what a run writes there: ${issue?.message}. ` +
      'Take the whole of "data" out to train on other series.',
  );
}

/**
 * @param source what the message calls the configuration.
 * @param found the files that are to be used in place of those of the record.
 * @throws ConfigError when they are not the same, by content; names may differ.
 */
export function refuseOtherFiles(recorded: PartRecord, found: readonly FileRecord[], source: string): void {
  const advice =
    'Name the files of that run, or take "data" out of the configuration to train on other series.';
  if (found.length !== recorded.files.length) {
    throw new ConfigError(
      `${source} is of a run on ${listed(recorded.files)}, but there ${found.length === 1 ? 'is' : 'are'} ${listed(found)}. ${advice}`,
    );
  }
  recorded.files.forEach((was, index) => {
    const is = found[index] as FileRecord;
    if (is.sha256 === was.sha256) return;
    throw new ConfigError(
      `${source} is of a run on ${was.name} (${was.size} bytes, SHA-256 ${was.sha256.slice(0, 12)}…), but ${is.name} is ` +
        `another file (${is.size} bytes, SHA-256 ${is.sha256.slice(0, 12)}…). ${advice}`,
    );
  });
}

function listed(files: readonly FileRecord[]): string {
  const names = files
    .slice(0, 3)
    .map(({ name }) => name)
    .join(', ');
  return files.length > 3 ? `${names} and ${files.length - 3} more files` : names;
}
