import { areUneven, type Majority, majorityOf } from '../../../data/balance';
import { type ScoreIntervals, scoreIntervals, smallTest } from './bootstrap';
import { type Calibration, calibration } from './calibration';
import {
  type AverageScores,
  accuracy,
  averageScores,
  balancedAccuracy,
  type ClassScores,
  type ConfusionMatrix,
  classScores,
  confusionMatrix,
  matthewsCorrelation,
  predictedRocAucs,
} from './confusion';
import { type ClassifierOutput, predictedClasses, probabilitiesOf } from './output';
import { type RankingScores, rankingScores } from './ranking';

/** How well one class was found, and how well its probability tells it from the rest. */
export type ClassReport = ClassScores & RankingScores;

/** Measures of how good a classifier is; null where one is not defined, as when all series belong to one class. */
export interface ClassificationReport {
  count: number;
  classNames: string[];
  /** `confusion[t][p]`: series of class t that were predicted to be of class p. */
  confusion: ConfusionMatrix;
  accuracy: number;
  /** Mean recall of the classes that occur. */
  balancedAccuracy: number;
  /** 95 % intervals of both; null for a large test part, where they are narrow. */
  intervals: ScoreIntervals | null;
  /** Whether the classes are so uneven that balanced accuracy says more than accuracy; see `areUneven`. */
  isUneven: boolean;
  majority: Majority;
  /** In the order of `classNames`. */
  classes: ClassReport[];
  macro: AverageScores;
  weighted: AverageScores;
  /** For two classes, that of class 1; for more, the macro average. */
  f1: number | null;
  /** From the probabilities; with more than two classes the mean of each class that occurs against the rest. */
  rocAuc: number | null;
  /** From the predicted classes alone, which is what the article reports. */
  rocAucFromPredictions: number | null;
  /** From the probabilities; with more than two classes the mean of each class that occurs against the rest. */
  averagePrecision: number | null;
  matthewsCorrelation: number;
  calibration: Calibration;
}

/**
 * All metrics of a classifier's output. Class 1 of two is predicted where its probability is above the threshold,
 * else the class of the highest probability.
 * @param threshold applies to two classes only.
 * @throws RangeError when there are no series, the sizes do not match, or a probability is NaN.
 */
export function classificationReport(output: ClassifierOutput, threshold = 0.5): ClassificationReport {
  return reportsOf(output)(threshold);
}

/** The same for one threshold after another: what does not depend on it is computed once. */
export function reportsOf(output: ClassifierOutput): (threshold: number) => ClassificationReport {
  const { labels, classNames } = output;
  if (labels.length === 0) throw new RangeError('There are no series to report on.');
  const rankings = classNames.map((_, k) => rankingOf(output, k));
  const calibrated = calibration(output);
  return (threshold) => {
    const predicted = predictedClasses(output, threshold);
    const confusion = confusionMatrix(labels, predicted, classNames.length);
    const classes = classScores(confusion).map((scores, k) => ({
      ...scores,
      ...(rankings[k] as RankingScores),
    }));
    const supports = classes.map(({ support }) => support);
    const macro = averageScores(classes, 'macro');
    const [, positive] = classes.length === 2 ? classes : [];
    // With two classes, class 1 against the rest covers both.
    const measured = positive ? [positive] : classes;
    const predictedAreas = predictedRocAucs(confusion);
    return {
      count: labels.length,
      classNames,
      confusion,
      accuracy: accuracy(confusion),
      balancedAccuracy: balancedAccuracy(classes),
      intervals: labels.length < smallTest ? scoreIntervals(labels, predicted, classNames.length) : null,
      isUneven: areUneven(supports),
      majority: majorityOf(supports),
      classes,
      macro,
      weighted: averageScores(classes, 'weighted'),
      f1: positive ? positive.f1 : macro.f1,
      rocAuc: meanOf(measured.map((each) => each.rocAuc)),
      rocAucFromPredictions: meanOf(predictedAreas.slice(positive ? 1 : 0)),
      averagePrecision: meanOf(measured.map((each) => each.averagePrecision)),
      matthewsCorrelation: matthewsCorrelation(confusion),
      calibration: calibrated,
    };
  };
}

/** Of class k against the rest. */
function rankingOf(output: ClassifierOutput, k: number): RankingScores {
  const isClass = Uint8Array.from(output.labels, (label) => (label === k ? 1 : 0));
  return rankingScores(isClass, probabilitiesOf(output, k));
}

/** The mean of the values that are defined; null where none is. */
function meanOf(values: readonly (number | null)[]): number | null {
  const defined = values.filter((value) => value !== null);
  return defined.length === 0 ? null : defined.reduce((total, value) => total + value, 0) / defined.length;
}
