import { batch, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { classificationReport } from '../../../model/report/metrics/report';
import type { ModelInfo } from '../../../model/weights/model-files';
import type { DataStore } from './data';
import type { KeptValues } from './kept-values';
import type { ModelStore } from './model';
import type { Results, ResultsStore } from './results';
import type { RunStore } from './run';
import { addRecord, makeRecord, type RunRecord, runName, scoresOf, type TestScores } from './run-record';
import type { SessionPort } from './session-port';
import type { SettingsStore } from './settings';

export interface RunsStore {
  /** The latest runs that ended, newest first. */
  records: ReadonlySignal<RunRecord[]>;
  /** That of the run shown now, or of the one that was opened; null: there is none. */
  shown: ReadonlySignal<RunRecord | null>;
  /** The runs that were deleted last, and can be brought back. */
  deleted: ReadonlySignal<readonly RunRecord[]>;
  /** Why the last run could not be opened. */
  problem: Signal<string>;
  /** Puts a run's network into the session, with its settings. @param date of the record. */
  open(date: string): Promise<void>;
  /** @param name empty: the one it had at first. */
  rename(date: string, name: string): void;
  remove(dates: readonly string[]): Promise<void>;
  undoRemove(): Promise<void>;
}

interface Stores {
  run: Pick<RunStore, 'status' | 'origin' | 'history'>;
  results: Pick<ResultsStore, 'results'>;
  model: Pick<ModelStore, 'info' | 'load' | 'problem'>;
  settings: Pick<SettingsStore, 'set'>;
  data: Pick<DataStore, 'file'>;
}

const key = 'runs';
/** Under which the network of a run is kept, as a model.safetensors. */
const modelKey = (date: string): string => `model ${date}`;

/** Records each run that ends, with its network, and its test results once they are known. */
export function createRuns(
  kept: KeptValues,
  port: SessionPort,
  { run, results, model, settings, data }: Stores,
): RunsStore {
  const records = signal<RunRecord[]>([]);
  const shown = signal<RunRecord | null>(null);
  const deleted = signal<readonly RunRecord[]>([]);
  const problem = signal('');
  /** [date]: networks of the deleted ones. */
  const deletedModels = new Map<string, unknown>();
  /** The session's model, if it is the one of a run that was opened. */
  let opened: ModelInfo | null = null;

  /** Changes the list, and forgets the networks of runs that are no longer in it. */
  async function change(make: (was: RunRecord[]) => RunRecord[]): Promise<void> {
    let gone: string[] = [];
    records.value = make(records.value);
    const { readRecords } = await import('./read-records');
    records.value = await kept.update(key, (stored) => {
      const was = readRecords(stored);
      const now = make(was);
      gone = was.map(({ date }) => date).filter((date) => now.every((record) => record.date !== date));
      return now;
    });
    await Promise.all(gone.map((date) => kept.delete(modelKey(date))));
  }

  async function patch(date: string, changes: Partial<RunRecord>): Promise<void> {
    const patched = (record: RunRecord) => (record.date === date ? { ...record, ...changes } : record);
    shown.value = shown.value && patched(shown.value);
    await change((was) => was.map(patched));
  }

  async function keepModel(record: RunRecord): Promise<void> {
    // Asked for at once, before another run can begin.
    const exported = port.api.exportModel();
    await Promise.all([exported, change((was) => addRecord(was, record))]);
    const { safetensors } = await exported;
    const { date } = record;
    await kept.set(modelKey(date), safetensors);
    await patch(date, { hasModel: true });
  }

  void kept.get(key).then(async (stored) => {
    if (stored === undefined) return;
    const { readRecords } = await import('./read-records');
    records.value = readRecords(stored)
      .concat(records.value)
      .reduce(addRecord, [] as RunRecord[]);
  });

  effect(() => {
    const { value: status } = run.status;
    const { value: info } = model.info;
    const isOpened = status === 'idle' && opened !== null && info === opened;
    if (status !== 'ended' && !isOpened) shown.value = null;
    if (status !== 'ended') return;
    const origin = run.origin.peek();
    const { summary, epochs } = run.history.peek();
    if (shown.peek() || !origin || !summary) return;
    const record = makeRecord(origin, summary, epochs, new Date().toISOString());
    shown.value = record;
    // Without a device there is no network to keep, and the list says so.
    void keepModel(record).catch(() => {});
  });
  effect(() => {
    const tested = results.results.value;
    const current = shown.peek();
    if (tested && current && !current.test) void patch(current.date, { test: testScores(tested) });
  });

  return {
    records,
    shown,
    deleted,
    problem,
    async open(date) {
      const record = records.value.find((each) => each.date === date);
      const bytes = await kept.get(modelKey(date));
      if (!record || !(bytes instanceof Uint8Array)) {
        problem.value = 'The network of this training is not stored any more; its settings are.';
        if (record) await patch(date, { hasModel: false });
        return;
      }
      settings.set(record.config);
      if (record.file === null) data.file.value = null;
      await model.load(runName(record), { kind: 'weights', bytes });
      batch(() => {
        problem.value = model.problem.value;
        if (problem.value) return;
        opened = model.info.value;
        shown.value = record;
      });
    },
    rename: (date, name) => void patch(date, { name: name.trim().slice(0, 80) }),
    async remove(dates) {
      const gone = records.value.filter(({ date }) => dates.includes(date));
      deletedModels.clear();
      for (const { date } of gone) deletedModels.set(date, await kept.get(modelKey(date)));
      deleted.value = gone;
      await change((was) => was.filter(({ date }) => !dates.includes(date)));
    },
    async undoRemove() {
      const back = deleted.value;
      deleted.value = [];
      for (const { date } of back) {
        const bytes = deletedModels.get(date);
        if (bytes) await kept.set(modelKey(date), bytes);
      }
      await change((was) => back.reduce(addRecord, was));
    },
  };
}

function testScores({ test, predictions }: Results): TestScores {
  const { labels, classNames } = test;
  const { probabilities, loss } = predictions;
  return scoresOf(classificationReport({ labels, classNames, probabilities }), loss);
}
