import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { classificationReport } from '../../../model/report/metrics/report';
import type { KeptValues } from './kept-values';
import type { Results, ResultsStore } from './results';
import type { RunStore } from './run';
import { addRecord, makeRecord, type RunRecord, readRecords, scoresOf, type TestScores } from './run-record';

export interface RunsStore {
  /** The latest runs that ended, newest first. */
  records: ReadonlySignal<RunRecord[]>;
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
  /** The run shown now, once it has been recorded. */
  let current: RunRecord | null = null;

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
      current = null;
      return;
    }
    const origin = run.origin.peek();
    const { summary, epochs } = run.history.peek();
    if (current || !origin || !summary) return;
    const record = makeRecord(origin, summary, epochs, new Date().toISOString());
    current = record;
    void change((was) => addRecord(was, record));
  });
  effect(() => {
    const tested = results.results.value;
    if (!tested || !current || current.test) return;
    const record = { ...current, test: testScores(tested) };
    current = record;
    void change((was) => addRecord(was, record));
  });

  return {
    records,
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
