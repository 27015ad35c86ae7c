import { findConfigProblems } from '../../../data/config';
import type { DataFile } from './data';
import type { SavedRun } from './run';

/** Raised whenever the format of a saved run changes: older ones are ignored. */
const version = 4;

/** The largest data of a file that are stored beside the checkpoint; a larger file has to be chosen again. */
export const largestKeptFile = 64 * 2 ** 20;

/** A saved run as the browser stores it, without the series of a file. */
export interface StoredRun {
  version: typeof version;
  /** When it was saved, in milliseconds since 1970. */
  savedAt: number;
  config: SavedRun['origin']['config'];
  backend: SavedRun['origin']['backend'];
  file: { name: string } | null;
  checkpoint: SavedRun['checkpoint'];
  history: SavedRun['history'];
}

/** The series of a run's files, stored once for it. */
export type StoredFile = Pick<DataFile, 'name' | 'dataset' | 'given' | 'warnings'>;

export function toStored({ origin, checkpoint, history }: SavedRun, savedAt: number): StoredRun {
  const { config, backend, file } = origin;
  const named = file && { name: file.name };
  return { version, savedAt, config, backend, file: named, checkpoint, history };
}

/**
 * @param stored what the browser had stored.
 * @param own the series of the files that the run used; unused for generated series.
 */
export function fromStored(stored: StoredRun, own: Omit<StoredFile, 'name'> | null): SavedRun {
  const { config, backend, file, checkpoint, history } = stored;
  if (file && !own) throw new Error('The series of the file are missing.');
  const named = file && own && { ...own, name: file.name, found: null };
  return { origin: { config, backend, file: named }, checkpoint, history };
}

/**
 * The stored run, or null if it is damaged or of another version. The session checks the numbers when the run
 * continues.
 */
export function readStored(value: unknown): StoredRun | null {
  if (!isObject(value) || value.version !== version) return null;
  const { savedAt, config, backend, file, checkpoint, history } = value;
  const isWhole =
    typeof savedAt === 'number' &&
    isObject(config) &&
    findConfigProblems(config).length === 0 &&
    (backend === 'auto' || backend === 'webgpu' || backend === 'cpu') &&
    (file === null || (isObject(file) && typeof file.name === 'string')) &&
    isObject(checkpoint) &&
    isObject(checkpoint.state) &&
    isObject(checkpoint.state.position) &&
    isObject(history) &&
    (isObject(history.start) || isObject(history.fold)) &&
    ['loss', 'accuracy', 'epochs'].every((key) => Array.isArray(history[key]));
  return isWhole ? (value as unknown as StoredRun) : null;
}

/** The series stored for a run's files; null if they are missing, or belong to other files. */
export function readStoredFile(value: unknown, name: string): StoredFile | null {
  if (!isObject(value) || value.name !== name || !isObject(value.given)) return null;
  const isWhole = [value.dataset, ...Object.values(value.given)].every(isDataset);
  return isWhole && areWarnings(value.warnings) ? (value as unknown as StoredFile) : null;
}

function areWarnings(value: unknown): boolean {
  return isObject(value) && ['classes', 'series', 'values'].every((key) => Array.isArray(value[key]));
}

function isDataset(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { series, labels, classNames } = value;
  return series instanceof Float32Array && labels instanceof Int32Array && Array.isArray(classNames);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
