export interface RocPoint {
  threshold: number;
  falsePositiveRate: number;
  truePositiveRate: number;
}

export interface PrecisionRecallPoint {
  threshold: number;
  precision: number;
  recall: number;
}

/**
 * The receiver operating characteristic, from (0, 0) at threshold Infinity to (1, 1); series of equal score
 * enter together.
 * @param labels [count] 1 for positive, 0 for negative.
 * @param scores [count] larger for more likely positive.
 * @returns null when all labels are the same: the curve is then not defined.
 * @throws RangeError when the counts differ, a score is NaN or a label is neither 0 nor 1.
 */
export function rocCurve(labels: ArrayLike<number>, scores: ArrayLike<number>): RocPoint[] | null {
  const sides = sidesOf(labels, scores);
  const positives = sides.positives.length;
  const negatives = sides.negatives.length;
  if (positives === 0 || negatives === 0) return null;
  const curve: RocPoint[] = [
    { threshold: Number.POSITIVE_INFINITY, falsePositiveRate: 0, truePositiveRate: 0 },
  ];
  forEachCut(sides, (threshold, truePositives, falsePositives) => {
    curve.push({
      threshold,
      falsePositiveRate: falsePositives / negatives,
      truePositiveRate: truePositives / positives,
    });
  });
  return curve;
}

/**
 * Precision and recall at each distinct score, from (recall 0, precision 1) at threshold Infinity to recall
 * 1. Parameters and errors as for {@link rocCurve}.
 * @returns null when there is no positive label.
 */
export function precisionRecallCurve(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
): PrecisionRecallPoint[] | null {
  const sides = sidesOf(labels, scores);
  const positives = sides.positives.length;
  if (positives === 0) return null;
  const curve: PrecisionRecallPoint[] = [{ threshold: Number.POSITIVE_INFINITY, precision: 1, recall: 0 }];
  forEachCut(sides, (threshold, truePositives, falsePositives) => {
    curve.push({
      threshold,
      precision: truePositives / (truePositives + falsePositives),
      recall: truePositives / positives,
    });
  });
  return curve;
}

/** How well scores rank the positive series above the negative ones. */
export interface RankingScores {
  /**
   * Area under {@link rocCurve}: the probability that a positive series has a higher score than a negative one, where a
   * tie counts one half. Null when all labels are the same.
   */
  rocAuc: number | null;
  /**
   * In scikit-learn's definition: Σ (R_n − R_{n−1}) P_n over {@link precisionRecallCurve}, without interpolation. Null
   * when there is no positive label.
   */
  averagePrecision: number | null;
}

/** Parameters and errors as for {@link rocCurve}. */
export function rankingScores(labels: ArrayLike<number>, scores: ArrayLike<number>): RankingScores {
  const sides = sidesOf(labels, scores);
  const positives = sides.positives.length;
  const negatives = sides.negatives.length;
  let twiceArea = 0;
  let averagePrecision = 0;
  let [trueBefore, falseBefore] = [0, 0];
  forEachCut(sides, (_, truePositives, falsePositives) => {
    twiceArea += (falsePositives - falseBefore) * (truePositives + trueBefore);
    averagePrecision +=
      ((truePositives - trueBefore) / positives) * (truePositives / (truePositives + falsePositives));
    [trueBefore, falseBefore] = [truePositives, falsePositives];
  });
  return {
    rocAuc: positives > 0 && negatives > 0 ? twiceArea / (2 * positives * negatives) : null,
    averagePrecision: positives > 0 ? averagePrecision : null,
  };
}

/** The scores of the positive and of the negative series, each in ascending order. */
interface Sides {
  positives: Float64Array;
  negatives: Float64Array;
}

function sidesOf(labels: ArrayLike<number>, scores: ArrayLike<number>): Sides {
  if (labels.length !== scores.length) {
    throw new RangeError(`There are ${labels.length} labels for ${scores.length} scores.`);
  }
  let count = 0;
  for (let i = 0; i < labels.length; i++) {
    if (Number.isNaN(scores[i])) throw new RangeError(`The score of series ${i} is NaN.`);
    if (labels[i] !== 0 && labels[i] !== 1) {
      throw new RangeError(`The label of series ${i} is ${labels[i]}; it must be 0 or 1.`);
    }
    count += labels[i] as number;
  }
  const positives = new Float64Array(count);
  const negatives = new Float64Array(labels.length - count);
  let [p, n] = [0, 0];
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === 1) positives[p++] = scores[i] as number;
    else negatives[n++] = scores[i] as number;
  }
  // Without a function that compares, numbers are sorted natively: with hundreds of classes it is what takes the time.
  return { positives: positives.sort(), negatives: negatives.sort() };
}

/** Visits each distinct score, highest first, with the numbers of positive and negative series that have at least it. */
function forEachCut(
  { positives, negatives }: Sides,
  visit: (threshold: number, truePositives: number, falsePositives: number) => void,
): void {
  let p = positives.length;
  let n = negatives.length;
  while (p > 0 || n > 0) {
    const nextPositive = p > 0 ? (positives[p - 1] as number) : Number.NEGATIVE_INFINITY;
    const nextNegative = n > 0 ? (negatives[n - 1] as number) : Number.NEGATIVE_INFINITY;
    const threshold = Math.max(nextPositive, nextNegative);
    while (p > 0 && positives[p - 1] === threshold) p--;
    while (n > 0 && negatives[n - 1] === threshold) n--;
    visit(threshold, positives.length - p, negatives.length - n);
  }
}
