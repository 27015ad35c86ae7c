import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { DataFile, DataStore } from './data';
import type { KeptValues } from './kept-values';
import type { RunStore, SavedRun } from './run';
import {
  fromStored,
  goBackTo,
  largestKeptFile,
  readStored,
  readStoredFile,
  type StoredRun,
  toStored,
  toStoredFile,
} from './saved-run';
import type { SettingsStore } from './settings';

/** A run that was interrupted by a reload or a closed tab. */
export interface ResumeOfferState {
  stored: StoredRun;
  /** Whether its file has to be chosen again. */
  needsFile: boolean;
}

export interface CheckpointStore {
  offer: ReadonlySignal<ResumeOfferState | null>;
  /** Whether the latest checkpoint of the run is stored. */
  isStored: ReadonlySignal<boolean>;
  /** Why a stored run is not offered; empty if there is none. */
  note: Signal<string>;
  /** Continues the offered run; if its file has to be chosen again, with the one chosen now. */
  resume(): Promise<void>;
  discard(): void;
}

interface Stores {
  run: RunStore;
  settings: SettingsStore;
  data: DataStore;
}

const runKey = 'checkpoint';
const fileKey = 'checkpoint-file';
/** The shortest time between two writes. */
const writeEvery = 3000;

/**
 * Stores the run's checkpoints, so that it can continue after a reload.
 * @param whenKeeper calls back once this page is the one that keeps its run.
 */
export function createCheckpoints(
  kept: KeptValues,
  { run, settings, data }: Stores,
  whenKeeper = whenFirstTab,
): CheckpointStore {
  const offer = signal<ResumeOfferState | null>(null);
  const note = signal('');
  const isStored = signal(false);
  /** Of several tabs only one keeps its run: a run that another tab is training was not interrupted. */
  let isKeeper = false;
  /** The file whose series are stored; undefined: not known yet. */
  let keptFile: DataFile | null | undefined;
  /** The last checkpoint that is stored or about to be. */
  let latest: SavedRun | null = null;
  /** What is not stored yet. */
  let due: SavedRun | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastWrite = Number.NEGATIVE_INFINITY;
  /** Writes are queued, so that the last one wins. */
  let writing = Promise.resolve();

  function write(saved: SavedRun): void {
    lastWrite = performance.now();
    writing = writing.then(async () => {
      const { file } = saved.origin;
      if (file !== keptFile) await writeFile(file);
      await kept.set(runKey, toStored(saved, Date.now()));
      isStored.value = saved === latest;
    });
  }

  async function writeFile(file: DataFile | null): Promise<void> {
    keptFile = file;
    const parts = file ? [file.dataset, ...Object.values(file.given)] : [];
    const size = parts.reduce((sum, { series }) => sum + series.byteLength, 0);
    if (file && size <= largestKeptFile) await kept.set(fileKey, toStoredFile(file));
    else await kept.delete(fileKey);
  }

  function writeSoon(saved: SavedRun): void {
    if (saved === latest) return;
    latest = saved;
    due = saved;
    isStored.value = false;
    const wait = Math.max(0, lastWrite + writeEvery - performance.now());
    timer ??= setTimeout(writeNow, wait);
  }

  function writeNow(): void {
    clearTimeout(timer);
    timer = undefined;
    if (due) write(due);
    due = null;
  }

  function forget(): void {
    clearTimeout(timer);
    timer = undefined;
    due = null;
    latest = null;
    isStored.value = false;
    keptFile = undefined;
    writing = writing.then(async () => {
      await kept.delete(runKey);
      await kept.delete(fileKey);
    });
  }

  const keptSeries = async (name: string) => readStoredFile(await kept.get(fileKey), name);

  async function look(): Promise<void> {
    const value = await kept.get(runKey);
    if (value === undefined) return;
    const stored = readStored(value);
    if (!stored) {
      note.value = 'An interrupted training was found, but this version of the page cannot read it.';
      forget();
      return;
    }
    const { file } = stored;
    const needsFile = file !== null && (await keptSeries(file)) === null;
    if (run.status.peek() === 'idle') offer.value = { stored, needsFile };
  }

  void whenKeeper(() => {
    isKeeper = true;
    const saved = run.saved.peek();
    if (saved && run.status.peek() !== 'ended') writeSoon(saved);
    else void look().catch(() => {});
  });

  let hasRun = false;
  let isRestoring = false;
  effect(() => {
    const status = run.status.value;
    const saved = run.saved.value;
    if (isRestoring) return;
    if (status !== 'idle') {
      hasRun = true;
      offer.value = null;
    }
    if (!isKeeper || !hasRun) return;
    if (status === 'ended' || status === 'idle') {
      hasRun = false;
      forget();
    } else if (saved) {
      writeSoon(saved);
      if (status === 'paused') writeNow();
    }
  });
  // The page may be about to close.
  globalThis.document?.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') writeNow();
  });

  return {
    offer,
    isStored,
    note,
    async resume() {
      const offered = offer.value;
      if (!offered) return;
      const { stored, needsFile } = offered;
      const { file } = stored;
      const keptData = file !== null && !needsFile ? await keptSeries(file) : null;
      const own = keptData ?? data.file.value;
      if (file !== null && !own) return;
      const saved = fromStored(stored, own);
      isRestoring = true;
      latest = saved;
      await goBackTo(saved, { run, settings, data });
      isRestoring = false;
      // If it failed, the run says why, and the offer stays.
      if (run.status.value !== 'paused') {
        latest = null;
        return;
      }
      offer.value = null;
      if (keptData) keptFile = saved.origin.file;
      await run.play();
    },
    discard() {
      offer.value = null;
      forget();
    },
  };
}

/** Calls back once this tab is the only one, the first of several, or next in line when the first is closed. */
async function whenFirstTab(begin: () => void): Promise<void> {
  if (typeof navigator === 'undefined' || !navigator.locks) {
    begin();
    return;
  }
  await navigator.locks
    .request('gatewave-checkpoint', () => {
      begin();
      // Held until the page is closed.
      return new Promise<never>(() => {});
    })
    // A browser that does not allow locks does not store anything either.
    .catch(begin);
}
