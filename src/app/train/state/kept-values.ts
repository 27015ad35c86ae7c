import { type ReadonlySignal, signal } from '@preact/signals';
import { createStore, del, get, set, type UseStore, update } from 'idb-keyval';

/** Values under names that outlive the page, where the browser allows it. */
export interface KeptValues {
  /** false once the browser has refused: values then last only as long as the page. */
  isKept: ReadonlySignal<boolean>;
  /** undefined where there is none. */
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  /**
   * Replaces a value by a function of it, safely even if another tab changes it at the same time; returns the new
   * one.
   */
  update<Value>(key: string, change: (was: unknown) => Value): Promise<Value>;
  delete(key: string): Promise<void>;
}

/** In IndexedDB, or in memory where there is none, as in some private windows, or where it is full. */
export function createKeptValues(): KeptValues {
  const isKept = signal(true);
  const memory = new Map<string, unknown>();
  let opened: UseStore | null = null;

  async function attempt<Result>(work: (store: UseStore) => Promise<Result>, instead: () => Result) {
    if (!isKept.value) return instead();
    try {
      opened ??= createStore('gatewave-training', 'kept');
      return await work(opened);
    } catch {
      isKept.value = false;
      return instead();
    }
  }

  return {
    isKept,
    get: (key) =>
      attempt(
        (store) => get<unknown>(key, store),
        () => memory.get(key),
      ),
    set: (key, value) =>
      attempt(
        (store) => set(key, value, store),
        () => void memory.set(key, value),
      ),
    async update(key, change) {
      let changed = change(undefined);
      await attempt(
        (store) =>
          update<unknown>(
            key,
            (was) => {
              changed = change(was);
              return changed;
            },
            store,
          ),
        () => {
          changed = change(memory.get(key));
          memory.set(key, changed);
        },
      );
      return changed;
    },
    delete: (key) =>
      attempt(
        (store) => del(key, store),
        () => void memory.delete(key),
      ),
  };
}
