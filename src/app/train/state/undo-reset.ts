import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { DataStore } from './data';
import type { ModelStore } from './model';
import type { RunStore } from './run';
import type { RunsStore } from './runs';
import { goBackTo } from './saved-run';
import type { SettingsStore } from './settings';

export interface UndoResetStore {
  /** Whether a run was forgotten that can be brought back. */
  canUndo: ReadonlySignal<boolean>;
  /** Forgets the run, until it is brought back or something else has begun. */
  reset(): Promise<void>;
  /** Brings it back: one that had ended with the network it had kept, another one paused, as of its last checkpoint. */
  undo(): Promise<void>;
}

interface Stores {
  run: RunStore;
  runs: Pick<RunsStore, 'records' | 'shown' | 'open'>;
  model: Pick<ModelStore, 'file'>;
  settings: Pick<SettingsStore, 'set' | 'backend'>;
  data: Pick<DataStore, 'file'>;
}

export function createUndoReset({ run, runs, model, settings, data }: Stores): UndoResetStore {
  const undo = signal<(() => Promise<void>) | null>(null);
  const isIdle = computed(() => run.status.value === 'idle' && model.file.value === null);
  effect(() => {
    if (!isIdle.value) undo.value = null;
  });

  return {
    canUndo: computed(() => undo.value !== null),
    async reset() {
      const shown = runs.shown.value;
      const file = run.origin.value?.file ?? null;
      const wasEnded = run.status.value === 'ended';
      const saved = run.saved.value;
      await run.reset();
      if (!shown && !saved) return;
      undo.value = async () => {
        const record = runs.records.value.find(({ date }) => date === shown?.date);
        if (wasEnded && record?.hasModel) {
          data.file.value = file;
          await runs.open(record.date);
        } else if (saved) {
          await goBackTo(saved, { run, settings, data });
        }
      };
    },
    async undo() {
      await undo.value?.();
      undo.value = null;
    },
  };
}
