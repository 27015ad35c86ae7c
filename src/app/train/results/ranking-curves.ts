import type { Dataset } from '../../../data/dataset';
import type { Predictions } from '../../../model/network/evaluation';
import type { ConfusionMatrix } from '../../../model/report/metrics/confusion';
import { probabilitiesOf } from '../../../model/report/metrics/output';
import { precisionRecallCurve, rocCurve } from '../../../model/report/metrics/ranking';
import type { ClassificationReport } from '../../../model/report/metrics/report';
import { classifierOutput } from '../../../model/report/run-report';
import { className } from '../series/class-name';

type Point = [x: number, y: number];

export interface Curve {
  name: string;
  points: Point[];
}

export interface RankingCurves {
  /** x: false-positive rate, y: true-positive rate. Only for classes that some but not all series belong to. */
  roc: Curve[];
  /** x: recall, y: precision. */
  precisionRecall: Curve[];
}

/** The most classes whose curves can be told apart in one picture. */
export const mostCurves = 6;

/** The classes that the model tells worst from the rest, in their own order; class 1 alone of two classes. */
export function hardestClasses({ classes }: Pick<ClassificationReport, 'classes'>): number[] {
  if (classes.length === 2) return [1];
  const areaOf = (label: number) => classes[label]?.rocAuc ?? Number.POSITIVE_INFINITY;
  return classes
    .map((_, label) => label)
    .filter((label) => classes[label]?.rocAuc !== null)
    .sort((a, b) => areaOf(a) - areaOf(b))
    .slice(0, mostCurves)
    .sort((a, b) => a - b);
}

/** The curves of these classes, each against all others. */
export function rankingCurves(
  test: Dataset,
  predictions: Predictions,
  classes: readonly number[],
): RankingCurves {
  const curves: RankingCurves = { roc: [], precisionRecall: [] };
  const output = classifierOutput(test, predictions);
  for (const label of classes) {
    const labels = Uint8Array.from(test.labels, (value) => (value === label ? 1 : 0));
    const scores = probabilitiesOf(output, label);
    const name = className(test, label);
    const roc = rocCurve(labels, scores);
    const precisionRecall = precisionRecallCurve(labels, scores);
    if (roc) {
      curves.roc.push({
        name,
        points: cornersOf(
          roc.map(({ falsePositiveRate, truePositiveRate }) => [falsePositiveRate, truePositiveRate]),
        ),
      });
    }
    if (precisionRecall) {
      curves.precisionRecall.push({
        name,
        points: cornersOf(precisionRecall.map(({ recall, precision }) => [recall, precision])),
      });
    }
  }
  return curves;
}

/** Without the points on straight lines along an axis, which are most of them. */
function cornersOf(points: readonly Point[]): Point[] {
  return points.filter(([x, y], i) => {
    const [before, after] = [points[i - 1], points[i + 1]];
    if (!before || !after) return true;
    return !((before[0] === x && x === after[0]) || (before[1] === y && y === after[1]));
  });
}

/** The current threshold on both curves, for two classes; null where a rate is not defined. */
export function operatingPoint(confusion: ConfusionMatrix): {
  roc: Point | null;
  precisionRecall: Point | null;
} {
  const [[trueNegatives = 0, falsePositives = 0] = [], [falseNegatives = 0, truePositives = 0] = []] =
    confusion;
  const negatives = trueNegatives + falsePositives;
  const positives = falseNegatives + truePositives;
  const called = falsePositives + truePositives;
  const recall = truePositives / positives;
  return {
    roc: negatives > 0 && positives > 0 ? [falsePositives / negatives, recall] : null,
    precisionRecall: positives > 0 ? [recall, called === 0 ? 1 : truePositives / called] : null,
  };
}
