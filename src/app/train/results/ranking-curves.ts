import type { Dataset } from '../../../data/dataset';
import type { Predictions } from '../../../model/network/evaluation';
import type { ConfusionMatrix } from '../../../model/report/metrics/confusion';
import { precisionRecallCurve, rocCurve } from '../../../model/report/metrics/ranking';
import { className } from '../series/class-name';
import { type CurvePoint, thinCurve } from './thin-curve';

export interface Curve {
  name: string;
  points: CurvePoint[];
}

export interface RankingCurves {
  /** x: false-positive rate, y: true-positive rate. Only for classes that some but not all series belong to. */
  roc: Curve[];
  /** x: recall, y: precision. */
  precisionRecall: Curve[];
}

/** More would not be visible in a small picture. */
const mostPoints = 240;

/** The curves of class 1 of two classes, or of each of several against all others. */
export function rankingCurves(test: Dataset, { outputs, probabilities }: Predictions): RankingCurves {
  const classes = outputs === 1 ? [1] : test.classNames.map((_, label) => label);
  const curves: RankingCurves = { roc: [], precisionRecall: [] };
  for (const label of classes) {
    const labels = Array.from(test.labels, (value) => (value === label ? 1 : 0));
    const scores =
      outputs === 1
        ? probabilities
        : Float32Array.from(labels, (_, row) => probabilities[row * outputs + label] as number);
    const name = className(test, label);
    const roc = rocCurve(labels, scores)?.map(({ threshold, falsePositiveRate, truePositiveRate }) => ({
      threshold,
      x: falsePositiveRate,
      y: truePositiveRate,
    }));
    const precisionRecall = precisionRecallCurve(labels, scores)?.map(({ threshold, recall, precision }) => ({
      threshold,
      x: recall,
      y: precision,
    }));
    if (roc) curves.roc.push({ name, points: thinCurve(roc, mostPoints) });
    if (precisionRecall) {
      curves.precisionRecall.push({ name, points: thinCurve(precisionRecall, mostPoints) });
    }
  }
  return curves;
}

/** The current threshold on both curves, for two classes; null where a rate is not defined. */
export function operatingPoint(confusion: ConfusionMatrix): {
  roc: { x: number; y: number } | null;
  precisionRecall: { x: number; y: number } | null;
} {
  const [[trueNegatives = 0, falsePositives = 0] = [], [falseNegatives = 0, truePositives = 0] = []] =
    confusion;
  const negatives = trueNegatives + falsePositives;
  const positives = falseNegatives + truePositives;
  const called = falsePositives + truePositives;
  const recall = truePositives / positives;
  return {
    roc: negatives > 0 && positives > 0 ? { x: falsePositives / negatives, y: recall } : null,
    precisionRecall: positives > 0 ? { x: recall, y: called === 0 ? 1 : truePositives / called } : null,
  };
}
