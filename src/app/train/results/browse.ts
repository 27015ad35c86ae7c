import { type Dataset, stepsMarked } from '../../../data/dataset';
import type { Predictions } from '../../../model/network/evaluation';
import { probabilityOf } from '../series/verdict';

export type Outcome = 'all' | 'wrong' | 'right';
export type SortOrder = 'wrong' | 'unsure' | 'sure' | 'length';

/** Which test series to show, in which order. */
export interface BrowseFilter {
  outcome: Outcome;
  /** True class; null: any. */
  label: number | null;
  predicted: number | null;
  sort: SortOrder;
}

export const noFilter: BrowseFilter = { outcome: 'all', label: null, predicted: null, sort: 'wrong' };

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
export function browseRows(answers: Answers, { outcome, label, predicted, sort }: BrowseFilter): number[] {
  const { test, predicted: classes } = answers;
  const { labels } = test;
  const isWrong = (row: number) => labels[row] !== classes[row];
  const rows = [...labels.keys()].filter(
    (row) =>
      (outcome === 'all' || isWrong(row) === (outcome === 'wrong')) &&
      (label === null || labels[row] === label) &&
      (predicted === null || classes[row] === predicted),
  );
  const confidence = confidences(answers);
  const places: Record<SortOrder, (row: number) => number> = {
    // A confidence is at most 1.
    wrong: (row) => (isWrong(row) ? 0 : 2) + (confidence[row] as number),
    unsure: (row) => confidence[row] as number,
    sure: (row) => -(confidence[row] as number),
    // Series without regions come last.
    length: (row) => stepsMarked(test, row) || Number.MAX_VALUE,
  };
  const place = Float64Array.from(labels, (_, row) => places[sort](row));
  return rows.sort((a, b) => (place[a] as number) - (place[b] as number) || a - b);
}
