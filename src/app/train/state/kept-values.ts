import { type ReadonlySignal, signal } from '@preact/signals';
import { createStore, del, get, set, type UseStore, update } from 'idb-keyval';

/** Values under names that outlive the page, where the browser allows it. */
export interface KeptValues {
  /** Why some values last only as long as the page: the browser's storage is full, or it does not let the page use it. */
  loss: ReadonlySignal<'' | 'full' | 'refused'>;
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
  const loss = signal<'' | 'full' | 'refused'>('');
  const memory = new Map<string, unknown>();
  let opened: UseStore | null = null;

  async function attempt<Result>(work: (store: UseStore) => Promise<Result>, instead: () => Result) {
    if (loss.value === 'refused') return instead();
    try {
      opened ??= createStore('gatewave-training', 'kept');
      return await work(opened);
    } catch (error) {
      // When it is full, what was stored before can still be read, and smaller values may fit.
      loss.value = (error as Error | null)?.name === 'QuotaExceededError' ? 'full' : 'refused';
      return instead();
    }
  }

  return {
    loss,
    async get(key) {
      if (memory.has(key)) return memory.get(key);
      return attempt(
        (store) => get<unknown>(key, store),
        () => undefined,
      );
    },
    set: (key, value) =>
      attempt(
        async (store) => {
          await set(key, value, store);
          memory.delete(key);
        },
        () => void memory.set(key, value),
      ),
    async update(key, change) {
      let changed: { to: ReturnType<typeof change> } | null = null;
      const changing = (was: unknown) => {
        changed = { to: change(was) };
        return changed.to;
      };
      return attempt(
        async (store) => {
          await update<unknown>(key, (was) => changing(memory.get(key) ?? was), store);
          memory.delete(key);
          return changed ? changed.to : change(undefined);
        },
        () => {
          // It may have been read, and only found no room.
          const to = changed ? changed.to : changing(memory.get(key));
          memory.set(key, to);
          return to;
        },
      );
    },
    delete(key) {
      memory.delete(key);
      return attempt(
        (store) => del(key, store),
        () => {},
      );
    },
  };
}
