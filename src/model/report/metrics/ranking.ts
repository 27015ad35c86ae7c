/** One point of a curve: what calling every series with `score ≥ threshold` positive gives. */
interface Cut {
  threshold: number;
  truePositives: number;
  falsePositives: number;
}

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
  const { cuts, positives, negatives } = cutsOf(labels, scores);
  if (positives === 0 || negatives === 0) return null;
  return cuts.map(({ threshold, truePositives, falsePositives }) => ({
    threshold,
    falsePositiveRate: falsePositives / negatives,
    truePositiveRate: truePositives / positives,
  }));
}

/**
 * Area under {@link rocCurve}: the probability that a positive series has a higher score than a negative one,
 * where a tie counts one half. Null when all labels are the same.
 */
export function rocAuc(labels: ArrayLike<number>, scores: ArrayLike<number>): number | null {
  const { cuts, positives, negatives } = cutsOf(labels, scores);
  if (positives === 0 || negatives === 0) return null;
  let twiceArea = 0;
  for (let i = 1; i < cuts.length; i++) {
    const before = cuts[i - 1] as Cut;
    const cut = cuts[i] as Cut;
    twiceArea += (cut.falsePositives - before.falsePositives) * (cut.truePositives + before.truePositives);
  }
  return twiceArea / (2 * positives * negatives);
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
  const { cuts, positives } = cutsOf(labels, scores);
  if (positives === 0) return null;
  return cuts.map(({ threshold, truePositives, falsePositives }) => ({
    threshold,
    precision: truePositives + falsePositives === 0 ? 1 : truePositives / (truePositives + falsePositives),
    recall: truePositives / positives,
  }));
}

/**
 * Average precision in scikit-learn's definition: Σ (R_n − R_{n−1}) P_n over {@link precisionRecallCurve},
 * without interpolation. Null when there is no positive label.
 */
export function averagePrecision(labels: ArrayLike<number>, scores: ArrayLike<number>): number | null {
  const curve = precisionRecallCurve(labels, scores);
  if (!curve) return null;
  let total = 0;
  for (let i = 1; i < curve.length; i++) {
    const { precision, recall } = curve[i] as PrecisionRecallPoint;
    total += (recall - (curve[i - 1] as PrecisionRecallPoint).recall) * precision;
  }
  return total;
}

/** Counts at each distinct score, highest first, after a first cut that calls nothing positive. */
function cutsOf(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
): { cuts: Cut[]; positives: number; negatives: number } {
  if (labels.length !== scores.length) {
    throw new RangeError(`There are ${labels.length} labels for ${scores.length} scores.`);
  }
  const order = Array.from({ length: labels.length }, (_, i) => i);
  for (const i of order) {
    if (Number.isNaN(scores[i])) throw new RangeError(`The score of series ${i} is NaN.`);
    if (labels[i] !== 0 && labels[i] !== 1) {
      throw new RangeError(`The label of series ${i} is ${labels[i]}; it must be 0 or 1.`);
    }
  }
  order.sort((a, b) => (scores[b] as number) - (scores[a] as number));
  let last: Cut = { threshold: Number.POSITIVE_INFINITY, truePositives: 0, falsePositives: 0 };
  const cuts = [last];
  for (const i of order) {
    const threshold = scores[i] as number;
    if (threshold !== last.threshold || cuts.length === 1) {
      last = { ...last, threshold };
      cuts.push(last);
    }
    if (labels[i] === 1) last.truePositives += 1;
    else last.falsePositives += 1;
  }
  return { cuts, positives: last.truePositives, negatives: last.falsePositives };
}
