import { type Dataset, stepsMarked } from '../../../data/dataset';
import { sinesOf } from '../../../data/sine-dataset';
import type { Predictions } from '../../../model/network/evaluation';
import { probabilityOf } from '../series/verdict';

export type Outcome = 'all' | 'wrong' | 'right';
export type SortOrder = 'wrong' | 'unsure' | 'sure' | 'length' | 'frequency';

/** Inclusive bounds; null: none. */
export interface Span {
  min: number | null;
  max: number | null;
}

/** Which test series to show, in which order. */
export interface BrowseFilter {
  outcome: Outcome;
  /** True class; null: any. */
  label: number | null;
  predicted: number | null;
  /** Steps within regions; once bounded, only series with regions are shown. */
  length: Span;
  /** Of generated waves. */
  frequency: Span;
  sort: SortOrder;
}

export const openSpan: Span = { min: null, max: null };

export const noFilter: BrowseFilter = {
  outcome: 'all',
  label: null,
  predicted: null,
  length: openSpan,
  frequency: openSpan,
  sort: 'wrong',
};

/** A tested model's answers. */
export interface Answers {
  test: Dataset;
  predictions: Predictions;
  /** [count] classes at the threshold. */
  predicted: Int32Array;
  threshold: number;
}

/**
 * [count] from 0 to 1. With two classes, how far the probability is beyond the threshold, of how far it could be; with
 * more, the probability of the predicted class.
 */
export function confidences({ predictions, predicted, threshold }: Answers): Float64Array {
  const { outputs, probabilities } = predictions;
  return Float64Array.from(predicted, (label, row) => {
    if (outputs > 1) return probabilityOf(predictions, row, label);
    const probability = probabilities[row] as number;
    const room = label === 1 ? 1 - threshold : threshold;
    return room === 0 ? 0 : Math.abs(probability - threshold) / room;
  });
}

/** Rows of the test series that pass the filter, in its order. */
export function browseRows(answers: Answers, filter: BrowseFilter): number[] {
  const { test, predicted } = answers;
  const { labels } = test;
  const waves = sinesOf(test);
  const confidence = confidences(answers);
  const isWrong = (row: number) => labels[row] !== predicted[row];
  const length = (row: number): number | null => stepsMarked(test, row) || null;
  const frequency = (row: number): number | null => waves?.[row]?.freq ?? null;
  const rows = Array.from({ length: test.count }, (_, row) => row).filter(
    (row) =>
      (filter.outcome === 'all' || isWrong(row) === (filter.outcome === 'wrong')) &&
      (filter.label === null || labels[row] === filter.label) &&
      (filter.predicted === null || predicted[row] === filter.predicted) &&
      isWithin(length(row), filter.length) &&
      isWithin(frequency(row), filter.frequency),
  );
  const unsure = (a: number, b: number) => (confidence[a] as number) - (confidence[b] as number);
  const byKnown = (value: (row: number) => number | null) => (a: number, b: number) =>
    // Series without such a value come last.
    compare(value(a) ?? Number.POSITIVE_INFINITY, value(b) ?? Number.POSITIVE_INFINITY) || a - b;
  const orders: Record<SortOrder, (a: number, b: number) => number> = {
    wrong: (a, b) => Number(isWrong(b)) - Number(isWrong(a)) || unsure(a, b) || a - b,
    unsure: (a, b) => unsure(a, b) || a - b,
    sure: (a, b) => unsure(b, a) || a - b,
    length: byKnown(length),
    frequency: byKnown(frequency),
  };
  return rows.sort(orders[filter.sort]);
}

function isWithin(value: number | null, { min, max }: Span): boolean {
  if (min === null && max === null) return true;
  return value !== null && (min === null || value >= min) && (max === null || value <= max);
}

function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
