/** How long a run should be, by the curves of runs on parts of its training series. */
import { sampleDeviation } from '../../kernels/webgpu/statistics';

/** A run on all folds but one, as seen by that one: a point for each epoch, in their order. */
export interface FoldCurve {
  /** Series of the fold. */
  count: number;
  points: readonly { loss: number; accuracy: number }[];
}

/** What cross-validation within the training part found. */
export interface FoundLength {
  folds: number;
  /** Of series that did not train, at the end of a run of all steps: mean and deviation of a sample, over the folds. */
  accuracy: { mean: number; deviation: number };
  /** Steps of the run on all series, and how many it would have been without a reason to end earlier. */
  steps: number;
  of: number;
}

/** The lengths among which is chosen: tenths of the whole run, … */
const parts = 10;
/** … but no fewer than these. */
const fewestParts = 3;

/**
 * The share of the whole run, at most 1, after which more training would harm: the longest whose accuracy, on series that
 * did not train, is within one standard error of the highest. (The one-standard-error rule of Breiman et al., 1984, in
 * favour of the whole run, at whose end the learning rate comes to rest.) The standard error is that of the difference,
 * over the folds. The loss would be a bad guide: it rises with confidence while accuracy still rises, too; see
 * docs/datasets.md.
 * @param curves at least two, each with at least one point.
 */
export function bestShare(curves: readonly FoldCurve[]): number {
  const accuracies = Array.from({ length: parts - fewestParts + 1 }, (_, i) =>
    curves.map((curve) => accuracyAt(curve, (fewestParts + i) / parts)),
  );
  const pooled = accuracies.map((each) => weightedMean(each, curves));
  const highest = accuracies[pooled.indexOf(Math.max(...pooled))]!;
  const isAsGood = (each: number[]): boolean => {
    const missing = each.map((accuracy, fold) => highest[fold]! - accuracy);
    // Where one fold alone is worse, both sides are equal but for rounding: one fold does not shorten the run.
    return weightedMean(missing, curves) <= sampleDeviation(missing) / Math.sqrt(curves.length) + 1e-9;
  };
  return (fewestParts + accuracies.findLastIndex(isAsGood)) / parts;
}

/** Accuracy on the folds at the end of the runs. */
export function foldAccuracy(curves: readonly FoldCurve[]): FoundLength['accuracy'] {
  const values = curves.map(({ points }) => points.at(-1)!.accuracy);
  return { mean: weightedMean(values, curves), deviation: sampleDeviation(values) };
}

/** For example `cross-validation over 3 folds: 0.81 ± 0.05; length 640 of 800 steps`. */
export function describeLength({ folds, accuracy, steps, of }: FoundLength): string {
  const { mean, deviation } = accuracy;
  return `cross-validation over ${folds} folds: ${mean.toFixed(2)} ± ${deviation.toFixed(2)}; length ${steps} of ${of} steps`;
}

/** The accuracy after a share of the run, on the line between the epochs' ends. */
function accuracyAt({ points }: FoldCurve, share: number): number {
  const position = Math.max(0, share * points.length - 1);
  const before = points[Math.floor(position)]!.accuracy;
  const after = points[Math.min(Math.ceil(position), points.length - 1)]!.accuracy;
  return before + (position - Math.floor(position)) * (after - before);
}

/** Each fold counts as often as it has series. */
function weightedMean(values: readonly number[], curves: readonly FoldCurve[]): number {
  const count = curves.reduce((sum, curve) => sum + curve.count, 0);
  return values.reduce((sum, value, fold) => sum + (value * curves[fold]!.count) / count, 0);
}
