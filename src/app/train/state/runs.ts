import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { classificationReport } from '../../../model/report/metrics/report';
import type { KeptValues } from './kept-values';
import type { Results, ResultsStore } from './results';
import type { RunStore } from './run';
import { addRecord, makeRecord, type RunRecord, readRecords, scoresOf, type TestScores } from './run-record';

export interface RunsStore {
  /** The latest runs that ended, newest first. */
  records: ReadonlySignal<RunRecord[]>;
  /** That of the run shown now; null: none has ended. */
  shown: ReadonlySignal<RunRecord | null>;
  /** false: the browser stores nothing, and the list is lost with the page. */
  isKept: ReadonlySignal<boolean>;
  /** @param date of the record. */
  remove(date: string): void;
  clear(): void;
}

interface Stores {
  run: Pick<RunStore, 'status' | 'origin' | 'history'>;
  results: Pick<ResultsStore, 'results'>;
}

const key = 'runs';

/** Records each run that ends, and its test results once they are known. */
export function createRuns(kept: KeptValues, { run, results }: Stores): RunsStore {
  const records = signal<RunRecord[]>([]);
  const shown = signal<RunRecord | null>(null);

  async function change(make: (was: RunRecord[]) => RunRecord[]): Promise<void> {
    records.value = make(records.value);
    records.value = await kept.update(key, (was) => make(readRecords(was)));
  }

  void kept.get(key).then((stored) => {
    records.value = readRecords(stored)
      .concat(records.value)
      .reduce(addRecord, [] as RunRecord[]);
  });

  effect(() => {
    if (run.status.value !== 'ended') {
      shown.value = null;
      return;
    }
    const origin = run.origin.peek();
    const { summary, epochs } = run.history.peek();
    if (shown.peek() || !origin || !summary) return;
    const record = makeRecord(origin, summary, epochs, new Date().toISOString());
    shown.value = record;
    void change((was) => addRecord(was, record));
  });
  effect(() => {
    const tested = results.results.value;
    const current = shown.peek();
    if (!tested || !current || current.test) return;
    const record = { ...current, test: testScores(tested) };
    shown.value = record;
    void change((was) => addRecord(was, record));
  });

  return {
    records,
    shown,
    isKept: kept.isKept,
    remove(date) {
      void change((was) => was.filter((record) => record.date !== date));
    },
    clear() {
      void change(() => []);
    },
  };
}

function testScores({ test, predictions }: Results): TestScores {
  const { labels, classNames } = test;
  const { probabilities, loss } = predictions;
  return scoresOf(classificationReport({ labels, classNames, probabilities }), loss);
}
