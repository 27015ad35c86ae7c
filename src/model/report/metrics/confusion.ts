/** Counts of (true class, predicted class): `matrix[t][p]`. All of these metrics are made from it. */
export type ConfusionMatrix = number[][];

/** How well one class was found. A ratio whose denominator is 0 is 0, as in scikit-learn. */
export interface ClassScores {
  /** Share of the series predicted to be of this class that are. */
  precision: number;
  /** Share of the series of this class that were predicted to be. */
  recall: number;
  /** Harmonic mean of precision and recall. */
  f1: number;
  /** Series of this class; in an average, all series. */
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
    return {
      precision: ratio(hits, found),
      recall: ratio(hits, support),
      f1: ratio(2 * hits, support + found),
      support,
    };
  });
}

/**
 * Means of the classes' scores, each class counting as much as any other ('macro') or by its support
 * ('weighted').
 */
export function averageScores(scores: ClassScores[], weighting: 'macro' | 'weighted'): ClassScores {
  const weights = scores.map(({ support }) => (weighting === 'macro' ? 1 : support));
  const mean = (values: number[]): number =>
    ratio(sum(values.map((value, k) => value * (weights[k] as number))), sum(weights));
  return {
    precision: mean(scores.map(({ precision }) => precision)),
    recall: mean(scores.map(({ recall }) => recall)),
    f1: mean(scores.map(({ f1 }) => f1)),
    support: sum(scores.map(({ support }) => support)),
  };
}

/** Mean recall of the classes that occur: the accuracy if all were equally frequent. */
export function balancedAccuracy(scores: ClassScores[]): number {
  const recalls = scores.filter(({ support }) => support > 0).map(({ recall }) => recall);
  return ratio(sum(recalls), recalls.length);
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

function trueCounts(matrix: ConfusionMatrix): number[] {
  return matrix.map(sum);
}

function predictedCounts(matrix: ConfusionMatrix): number[] {
  return matrix.map((_, k) => sum(matrix.map((row) => row[k] as number)));
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function ratio(numerator: number, denominator: number): number {
  return denominator === 0 ? 0 : numerator / denominator;
}
