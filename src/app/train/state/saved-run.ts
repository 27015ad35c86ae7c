import { findConfigProblems } from '../../../data/config';
import type { Dataset } from '../../../data/dataset';
import type { SavedRun } from './run';

/** Raised whenever the format of a saved run changes: older ones are ignored. */
const version = 1;

/** The largest data of a file that are stored beside the checkpoint; a larger file has to be chosen again. */
export const largestKeptFile = 64 * 2 ** 20;

/** A saved run as the browser stores it, without the series of a file. */
export interface StoredRun {
  version: typeof version;
  /** When it was saved, in milliseconds since 1970. */
  savedAt: number;
  config: SavedRun['origin']['config'];
  backend: SavedRun['origin']['backend'];
  file: { name: string; warnings: string[] } | null;
  checkpoint: SavedRun['checkpoint'];
  history: SavedRun['history'];
}

/** The series of a file, stored once for a run. */
export interface StoredFile {
  name: string;
  dataset: Dataset;
}

export function toStored({ origin, checkpoint, history }: SavedRun, savedAt: number): StoredRun {
  const { config, backend, file } = origin;
  const named = file && { name: file.name, warnings: file.warnings };
  return { version, savedAt, config, backend, file: named, checkpoint, history };
}

/**
 * @param stored what the browser had stored.
 * @param dataset of the file that the run used; unused for generated series.
 */
export function fromStored(stored: StoredRun, dataset: Dataset | null): SavedRun {
  const { config, backend, file, checkpoint, history } = stored;
  if (file && !dataset) throw new Error('The series of the file are missing.');
  const named = file && dataset ? { ...file, dataset } : null;
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
    (file === null || (isObject(file) && typeof file.name === 'string' && Array.isArray(file.warnings))) &&
    isObject(checkpoint) &&
    isObject(checkpoint.state) &&
    isObject(checkpoint.state.position) &&
    isObject(history) &&
    isObject(history.start) &&
    ['loss', 'accuracy', 'gradientNorm', 'epochs', 'snapshots'].every((key) => Array.isArray(history[key]));
  return isWhole ? (value as unknown as StoredRun) : null;
}

/** The series stored for a run's file; null if they are missing, or belong to another file. */
export function readStoredFile(value: unknown, name: string): Dataset | null {
  if (!isObject(value) || value.name !== name || !isObject(value.dataset)) return null;
  const { series, labels, classNames } = value.dataset;
  const isWhole = series instanceof Float32Array && labels instanceof Int32Array && Array.isArray(classNames);
  return isWhole ? (value.dataset as unknown as Dataset) : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
