import { RandomStream } from '../../../random';

/** Where a measure may as well lie, with other test series of the same kind. */
export interface Interval {
  low: number;
  high: number;
}

/** 95 % intervals. */
export interface ScoreIntervals {
  accuracy: Interval;
  /** null where the resamples have nothing to differ in: each class is found as a whole or not at all. */
  balancedAccuracy: Interval | null;
}

/** Test parts of fewer series than this get intervals; with more, they are too narrow to matter. */
export const smallTest = 1000;

/** With 999 resamples the 2.5 % and 97.5 % quantiles are the 25th and the 975th (Davison and Hinkley 1997, 5.2). */
const resamples = 999;
const outside = 25;

/**
 * Percentile bootstrap intervals (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, section 13.3): the test
 * part is drawn again, with replacement, 999 times from a fixed seed. Where every prediction is right (or wrong) all
 * resamples are the same; the accuracy then has the exact binomial interval (Clopper and Pearson 1934).
 * @param labels [count] true classes.
 * @param predicted [count] predicted classes.
 * @param classes number of classes.
 */
export function scoreIntervals(
  labels: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classes: number,
): ScoreIntervals {
  const count = labels.length;
  const isRight = Uint8Array.from({ length: count }, (_, i) => (labels[i] === predicted[i] ? 1 : 0));
  const right = isRight.reduce((total, value) => total + value, 0);
  if (right === 0 || right === count) {
    const bound = 0.025 ** (1 / count);
    return {
      accuracy: right === 0 ? { low: 0, high: 1 - bound } : { low: bound, high: 1 },
      balancedAccuracy: null,
    };
  }
  const rows = drawnRows(count);
  const accuracies = new Float64Array(resamples);
  const balanced = new Float64Array(resamples);
  /** The two outcomes of each class, missed and found, so that a row is looked up once. */
  const outcomes = Int32Array.from(isRight, (hit, row) => 2 * (labels[row] as number) + hit);
  const counts = new Int32Array(2 * classes);
  for (let draw = 0; draw < resamples; draw++) {
    counts.fill(0);
    for (let i = draw * count; i < (draw + 1) * count; i++) {
      const outcome = outcomes[rows[i] as number] as number;
      counts[outcome] = (counts[outcome] as number) + 1;
    }
    const { hits, recall } = scoresOf(counts);
    accuracies[draw] = hits / count;
    balanced[draw] = recall;
  }
  return {
    accuracy: middleOf(accuracies),
    balancedAccuracy: isAllOrNothing(labels, isRight, classes) ? null : middleOf(balanced),
  };
}

let lastDrawn = { count: 0, rows: new Uint32Array() };

/**
 * The rows of all resamples, one resample after the other. They depend on the number of series alone, and drawing them takes
 * most of the time, so the last ones are kept: a page asks again at each move of its threshold.
 */
function drawnRows(count: number): Uint32Array {
  if (lastDrawn.count !== count) {
    const random = new RandomStream(0, 'bootstrap');
    const rows = new Uint32Array(resamples * count);
    for (let i = 0; i < rows.length; i++) rows[i] = random.integer(count);
    lastDrawn = { count, rows };
  }
  return lastDrawn.rows;
}

/** Whether each class is found as a whole or not at all. */
function isAllOrNothing(labels: ArrayLike<number>, isRight: Uint8Array, classes: number): boolean {
  const outcomes = Array.from({ length: classes }, () => new Set<number>());
  for (let i = 0; i < labels.length; i++) outcomes[labels[i] as number]?.add(isRight[i] as number);
  return outcomes.every(({ size }) => size < 2);
}

/** All hits, and the mean recall of the classes that were drawn. */
function scoresOf(counts: Int32Array): { hits: number; recall: number } {
  let [hits, recalls, occurring] = [0, 0, 0];
  for (let k = 0; k < counts.length; k += 2) {
    const found = counts[k + 1] as number;
    const support = (counts[k] as number) + found;
    if (support === 0) continue;
    hits += found;
    recalls += found / support;
    occurring += 1;
  }
  return { hits, recall: recalls / occurring };
}

function middleOf(values: Float64Array): Interval {
  values.sort();
  return { low: values[outside - 1] as number, high: values[resamples - outside] as number };
}
