/** Counts of (true class, predicted class): `matrix[t][p]`. All of these metrics are made from it. */
export type ConfusionMatrix = number[][];

/** How well one class was found. What the series cannot tell is null, not 0. */
export interface ClassScores {
  /** Share of the series predicted to be of this class that are; null where none was. */
  precision: number | null;
  /** Share of the series of this class that were predicted to be; null where there is none. */
  recall: number | null;
  /** Harmonic mean of precision and recall; null where there is no series of this class. */
  f1: number | null;
  /** Series of this class. */
  support: number;
}

/** Means of {@link ClassScores} over the classes that occur. */
export interface AverageScores {
  precision: number;
  recall: number;
  f1: number;
  /** All series. */
  support: number;
}

/**
 * @param labels [count] true classes.
 * @param predicted [count] predicted classes.
 * @param classes number of classes.
 * @throws RangeError when the counts differ or a class is not one of 0 … classes − 1.
 */
export function confusionMatrix(
  labels: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classes: number,
): ConfusionMatrix {
  if (labels.length !== predicted.length) {
    throw new RangeError(`There are ${labels.length} labels for ${predicted.length} predictions.`);
  }
  const matrix = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let i = 0; i < labels.length; i++) {
    const row = matrix[labels[i] as number];
    const column = predicted[i] as number;
    if (row?.[column] === undefined) {
      throw new RangeError(
        `Series ${i} has label ${labels[i]} and prediction ${column}; classes are 0 to ${classes - 1}.`,
      );
    }
    row[column] += 1;
  }
  return matrix;
}

/** Share of all series that were predicted correctly. */
export function accuracy(matrix: ConfusionMatrix): number {
  return ratio(sum(matrix.map((row, k) => row[k] as number)), sum(trueCounts(matrix)));
}

/** Precision, recall and F1 of each class. */
export function classScores(matrix: ConfusionMatrix): ClassScores[] {
  const predicted = predictedCounts(matrix);
  return trueCounts(matrix).map((support, k) => {
    const hits = matrix[k]?.[k] as number;
    const found = predicted[k] as number;
    const occurs = support > 0;
    return {
      precision: found > 0 ? hits / found : null,
      recall: occurs ? hits / support : null,
      f1: occurs ? (2 * hits) / (support + found) : null,
      support,
    };
  });
}

/**
 * Means of the scores of the classes that occur, each counting as much as any other ('macro') or by its support
 * ('weighted'). The precision of a class that was never predicted counts as 0, as in scikit-learn.
 */
export function averageScores(scores: ClassScores[], weighting: 'macro' | 'weighted'): AverageScores {
  const occurring = scores.filter(({ support }) => support > 0);
  const weights = occurring.map(({ support }) => (weighting === 'macro' ? 1 : support));
  const mean = (values: (number | null)[]): number =>
    ratio(sum(values.map((value, k) => (value ?? 0) * (weights[k] as number))), sum(weights));
  return {
    precision: mean(occurring.map(({ precision }) => precision)),
    recall: mean(occurring.map(({ recall }) => recall)),
    f1: mean(occurring.map(({ f1 }) => f1)),
    support: sum(occurring.map(({ support }) => support)),
  };
}

/** Mean recall of the classes that occur: the accuracy if all were equally frequent. */
export function balancedAccuracy(scores: ClassScores[]): number {
  return averageScores(scores, 'macro').recall;
}

/** For each class the area under its ROC curve against the rest, by the predictions alone; null where not defined. */
export function predictedRocAucs(matrix: ConfusionMatrix): (number | null)[] {
  const supports = trueCounts(matrix);
  const predicted = predictedCounts(matrix);
  const count = sum(supports);
  return supports.map((support, k) => {
    const hits = matrix[k]?.[k] as number;
    const others = count - support;
    if (support === 0 || others === 0) return null;
    return (hits / support + 1 - ((predicted[k] as number) - hits) / others) / 2;
  });
}

/**
 * Matthews correlation coefficient, for many classes in Gorodkin's form (as in scikit-learn); 0 when only one
 * class was true or predicted.
 */
export function matthewsCorrelation(matrix: ConfusionMatrix): number {
  const truths = trueCounts(matrix);
  const predicted = predictedCounts(matrix);
  const count = sum(truths);
  const right = sum(matrix.map((row, k) => row[k] as number));
  const dot = (a: number[], b: number[]): number => sum(a.map((value, k) => value * (b[k] as number)));
  const covariance = right * count - dot(truths, predicted);
  const spreads = (count ** 2 - dot(truths, truths)) * (count ** 2 - dot(predicted, predicted));
  return ratio(covariance, Math.sqrt(spreads));
}

/** Series of class `label` that were predicted to be of class `predicted`. */
export interface Confusion {
  label: number;
  predicted: number;
  count: number;
}

/** What was taken for something else, the commonest first. */
export function mistakes(matrix: ConfusionMatrix): Confusion[] {
  const pairs: Confusion[] = [];
  matrix.forEach((row, label) => {
    row.forEach((count, predicted) => {
      if (count > 0 && label !== predicted) pairs.push({ label, predicted, count });
    });
  });
  return pairs.sort((a, b) => b.count - a.count);
}

function trueCounts(matrix: ConfusionMatrix): number[] {
  return matrix.map(sum);
}

function predictedCounts(matrix: ConfusionMatrix): number[] {
  const counts = new Array<number>(matrix.length).fill(0);
  for (const row of matrix) {
    for (let k = 0; k < row.length; k++) counts[k] = (counts[k] as number) + (row[k] as number);
  }
  return counts;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function ratio(numerator: number, denominator: number): number {
  return denominator === 0 ? 0 : numerator / denominator;
}
