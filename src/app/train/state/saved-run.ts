import { findConfigProblems } from '../../../data/config';
import type { DataFile, DataStore } from './data';
import type { RunStore, SavedRun } from './run';
import type { SettingsStore } from './settings';

/** Raised whenever the format of what is stored changes: what is older is ignored. */
const version = 5;

/** The largest data of a file that are stored beside the checkpoint; a larger file has to be chosen again. */
export const largestKeptFile = 64 * 2 ** 20;

/** A saved run as the browser stores it, without the series of a file, which are stored once. */
export interface StoredRun extends SavedRun {
  version: typeof version;
  /** When it was saved, in milliseconds since 1970. */
  savedAt: number;
  /** Name of the run's file; null: generated. */
  file: string | null;
}

export type StoredFile = Omit<DataFile, 'found'> & { version: typeof version };

export function toStored({ origin, ...saved }: SavedRun, savedAt: number): StoredRun {
  return { version, savedAt, ...saved, origin: { ...origin, file: null }, file: origin.file?.name ?? null };
}

export function toStoredFile({ found: _, ...file }: DataFile): StoredFile {
  return { version, ...file };
}

/**
 * @param stored what the browser had stored.
 * @param own the file that the run used; unused for generated series.
 */
export function fromStored(
  { file, origin, checkpoint, history }: StoredRun,
  own: Omit<DataFile, 'name' | 'found'> | null,
): SavedRun {
  if (file === null) return { origin, checkpoint, history };
  if (!own) throw new Error('The series of the file are missing.');
  const { dataset, given, warnings } = own;
  const whole = { name: file, dataset, given, warnings, found: null };
  return { origin: { ...origin, file: whole }, checkpoint, history };
}

/** The stored run, or null if it is of another version. The session checks the numbers when the run continues. */
export function readStored(value: unknown): StoredRun | null {
  const stored = value as StoredRun | undefined;
  if (stored?.version !== version) return null;
  return findConfigProblems({ ...stored.origin.config }).length === 0 ? stored : null;
}

/** The series stored for a run's file; null if they are missing, or belong to another file. */
export function readStoredFile(value: unknown, name: string): StoredFile | null {
  const stored = value as StoredFile | undefined;
  return stored?.version === version && stored.name === name ? stored : null;
}

interface Stores {
  run: Pick<RunStore, 'restore'>;
  settings: Pick<SettingsStore, 'set' | 'backend'>;
  data: Pick<DataStore, 'file'>;
}

/** Goes back to a run, paused, with its settings and its data. */
export async function goBackTo(saved: SavedRun, { run, settings, data }: Stores): Promise<void> {
  const { config, backend, file } = saved.origin;
  settings.set(config);
  settings.backend.value = backend;
  data.file.value = file;
  await run.restore(saved);
}
