import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { stepsMarked } from '../../../data/dataset';
import { sinesOf } from '../../../data/sine-dataset';
import { departure } from '../../../model/report/metrics/breakdown';
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
    const { test } = of;
    const waves = sinesOf(test) ?? [];
    const flats: Omit<FlatOutcome, 'isFound'>[] = [];
    for (const [row, wave] of waves.entries()) {
      if (wave.label === 1) {
        flats.push({ row, length: stepsMarked(test, row), departure: departure(wave, test.time) });
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
