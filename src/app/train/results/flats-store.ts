import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { departure, flatLength } from '../../../model/report/metrics/breakdown';
import type { Results, ResultsStore } from '../state/results';
import type { FlatOutcome } from './finding';

export interface FlatsStore {
  /** The flattened test series at the current threshold; null until they are measured. */
  flats: ReadonlySignal<FlatOutcome[] | null>;
  /** Measures the flats of each new test. @returns a function that stops this. */
  follow(): () => void;
}

/** Series measured in one go: a few milliseconds' work. */
const stretch = 100;

/** Measures the flats bit by bit, so that the page stays responsive. */
export function createFlats(results: ResultsStore): FlatsStore {
  const measured = signal<{ of: Results; flats: Omit<FlatOutcome, 'isFound'>[] } | null>(null);

  async function measure(of: Results): Promise<void> {
    const { truths = [], time } = of.test;
    const flats: Omit<FlatOutcome, 'isFound'>[] = [];
    for (const [row, truth] of truths.entries()) {
      if (truth.label === 1) {
        flats.push({ row, length: flatLength(truth, time), departure: departure(truth, time) });
      }
      if (row % stretch !== stretch - 1) continue;
      await new Promise((resolve) => setTimeout(resolve));
      if (results.results.peek() !== of) return;
    }
    measured.value = { of, flats };
  }

  return {
    flats: computed(() => {
      const predicted = results.predicted.value;
      const done = measured.value;
      if (!predicted || done?.of !== results.results.value) return null;
      return done.flats.map((flat) => ({ ...flat, isFound: predicted[flat.row] === 1 }));
    }),
    follow: () =>
      effect(() => {
        const current = results.results.value;
        if (current) void measure(current);
      }),
  };
}
