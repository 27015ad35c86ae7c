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

/**
 * The predicted class of each series, [count]: class 1 of two where its probability is above the threshold, else the
 * class of the highest probability, the first of several.
 * @param threshold applies to two classes only.
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
export function probabilitiesOf(
  { labels, probabilities, classNames }: ClassifierOutput,
  k: number,
): Float64Array {
  const outputs = outputsOf({ labels, probabilities, classNames });
  const values = new Float64Array(labels.length);
  for (let i = 0; i < values.length; i++) {
    if (outputs > 1) values[i] = probabilities[i * outputs + k] as number;
    else values[i] = k === 1 ? (probabilities[i] as number) : 1 - (probabilities[i] as number);
  }
  return values;
}

/** Probabilities of each series: 1 or the number of classes. @throws RangeError as {@link predictedClasses}. */
export function outputsOf({ labels, probabilities, classNames }: ClassifierOutput): number {
  const outputs = probabilities.length / labels.length;
  if ((outputs === 1 && classNames.length === 2) || (outputs > 1 && outputs === classNames.length))
    return outputs;
  throw new RangeError(
    `There are ${probabilities.length} probabilities for ${labels.length} series of ${classNames.length} ` +
      'classes; expected one for each class of each series, or, with two classes, one for each series.',
  );
}
