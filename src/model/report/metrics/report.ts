import {
  accuracy,
  averageScores,
  balancedAccuracy,
  type ClassScores,
  type ConfusionMatrix,
  classScores,
  confusionMatrix,
  matthewsCorrelation,
} from './confusion';
import { averagePrecision, rocAuc } from './ranking';

/** What a classifier predicted for labelled series. */
export interface ClassifierOutput {
  /** [count] true classes. */
  labels: ArrayLike<number>;
  /**
   * [count, outputs], row-major: with one output the probability of class 1 of two classes, with as many
   * outputs as classes the probability of each.
   */
  probabilities: ArrayLike<number>;
  /** Names of the classes, in the order of the label indices. */
  classNames: string[];
}

/** Measures of how good a classifier is; null where one is not defined, as when all series belong to one class. */
export interface ClassificationReport {
  count: number;
  classNames: string[];
  /** `confusion[t][p]`: series of class t that were predicted to be of class p. */
  confusion: ConfusionMatrix;
  accuracy: number;
  balancedAccuracy: number;
  /** In the order of `classNames`. */
  classes: ClassScores[];
  macro: ClassScores;
  weighted: ClassScores;
  /** For two classes, that of class 1; for more, the macro average. */
  f1: number;
  /** From the probabilities; with more than two classes the mean of each class against the rest. */
  rocAuc: number | null;
  /** From the predicted classes alone, which is what the article reports. */
  rocAucFromPredictions: number | null;
  /** From the probabilities; with more than two classes the mean of each class against the rest. */
  averagePrecision: number | null;
  matthewsCorrelation: number;
}

/**
 * All metrics of a classifier's output. Class 1 of two is predicted where its probability is above the threshold,
 * else the class of the highest probability.
 * @param threshold applies to two classes only.
 * @throws RangeError when there are no series, the sizes do not match, or a probability is NaN.
 */
export function classificationReport(output: ClassifierOutput, threshold = 0.5): ClassificationReport {
  const { labels, classNames } = output;
  if (labels.length === 0) throw new RangeError('There are no series to report on.');
  const predicted = predictedClasses(output, threshold);
  const confusion = confusionMatrix(labels, predicted, classNames.length);
  const classes = classScores(confusion);
  const macro = averageScores(classes, 'macro');
  const binary = classNames.length === 2;
  // With two classes, class 1 against the rest covers both.
  const positives = binary ? [1] : classNames.map((_, k) => k);
  const isClass = (values: ArrayLike<number>, k: number): number[] =>
    Array.from(values, (value) => (value === k ? 1 : 0));
  const mean = (metric: typeof rocAuc, scoresOf: (k: number) => ArrayLike<number>): number | null => {
    const values = positives.map((k) => metric(isClass(labels, k), scoresOf(k)));
    return values.reduce(
      (total, value) => (total === null || value === null ? null : total + value / values.length),
      0,
    );
  };
  return {
    count: labels.length,
    classNames,
    confusion,
    accuracy: accuracy(confusion),
    balancedAccuracy: balancedAccuracy(classes),
    classes,
    macro,
    weighted: averageScores(classes, 'weighted'),
    f1: binary ? (classes[1] as ClassScores).f1 : macro.f1,
    rocAuc: mean(rocAuc, (k) => probabilitiesOf(output, k)),
    rocAucFromPredictions: mean(rocAuc, (k) => isClass(predicted, k)),
    averagePrecision: mean(averagePrecision, (k) => probabilitiesOf(output, k)),
    matthewsCorrelation: matthewsCorrelation(confusion),
  };
}

/**
 * The predicted class of each series, [count], as in {@link classificationReport}.
 * @throws RangeError when there is neither one probability per series (two classes) nor one per class.
 */
export function predictedClasses(output: ClassifierOutput, threshold = 0.5): Int32Array {
  const outputs = outputsOf(output);
  const { labels, probabilities, classNames } = output;
  return Int32Array.from({ length: labels.length }, (_, i) => {
    if (classNames.length === 2) return (probabilities[(i + 1) * outputs - 1] as number) > threshold ? 1 : 0;
    let best = 0;
    for (let k = 1; k < outputs; k++) {
      const start = i * outputs;
      if ((probabilities[start + k] as number) > (probabilities[start + best] as number)) best = k;
    }
    return best;
  });
}

/** The probability of class k of each series, [count]. */
function probabilitiesOf(output: ClassifierOutput, k: number): Float64Array {
  const outputs = outputsOf(output);
  const { labels, probabilities } = output;
  return Float64Array.from({ length: labels.length }, (_, i) =>
    outputs === 1 ? (probabilities[i] as number) : (probabilities[i * outputs + k] as number),
  );
}

function outputsOf({ labels, probabilities, classNames }: ClassifierOutput): number {
  const outputs = probabilities.length / labels.length;
  if ((outputs === 1 && classNames.length === 2) || (outputs > 1 && outputs === classNames.length))
    return outputs;
  throw new RangeError(
    `There are ${probabilities.length} probabilities for ${labels.length} series of ${classNames.length} ` +
      'classes; expected one for each class of each series, or, with two classes, one for each series.',
  );
}

/**
 * The report as text: scikit-learn's table, then one number per line, then the confusion matrix.
 * @param digits after the decimal point.
 */
export function formatReport(report: ClassificationReport, digits = 4): string {
  const { classNames, count } = report;
  const width = Math.max(...classNames.map((name) => name.length), 'weighted avg'.length);
  const row = (name: string, cells: string[]): string =>
    `${name.padStart(width)} ${cells.map((cell) => cell.padStart(10)).join('')}`;
  const scores = (name: string, { precision, recall, f1, support }: ClassScores): string =>
    row(name, [...[precision, recall, f1].map((value) => value.toFixed(digits)), String(support)]);
  const metric = (name: string, value: number | null): string =>
    `${name}: ${value === null ? 'not defined (all series are of one class)' : value.toFixed(digits)}`;
  return [
    row('', ['precision', 'recall', 'f1-score', 'support']),
    '',
    ...classNames.map((name, k) => scores(name, report.classes[k] as ClassScores)),
    '',
    row('accuracy', ['', '', report.accuracy.toFixed(digits), String(count)]),
    scores('macro avg', report.macro),
    scores('weighted avg', report.weighted),
    '',
    metric('Accuracy', report.accuracy),
    metric('Balanced accuracy', report.balancedAccuracy),
    metric(classNames.length === 2 ? 'F1' : 'F1 (macro)', report.f1),
    metric('ROC AUC (probabilities)', report.rocAuc),
    metric('ROC AUC (0/1 predictions)', report.rocAucFromPredictions),
    metric('Average precision', report.averagePrecision),
    metric('MCC', report.matthewsCorrelation),
    'Confusion matrix (rows: true class, columns: predicted class):',
    formatMatrix(report.confusion),
  ].join('\n');
}

/** A matrix as numpy prints it. */
function formatMatrix(matrix: ConfusionMatrix): string {
  const width = Math.max(...matrix.flat().map((value) => String(value).length));
  const rows = matrix.map((row) => `[${row.map((value) => String(value).padStart(width)).join(' ')}]`);
  return `[${rows.join('\n ')}]`;
}
