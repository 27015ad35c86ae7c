/**
 * Cross-entropy in float64 with plain loops, each line next to its equation: the specification that every kernel
 * is compared with.
 */

export interface CrossEntropyReferenceInput {
  /** [batch, count] */
  logits: ArrayLike<number>;
  batch: number;
  /** Logits of a row; with 1 it is the log-odds of class 1. */
  count: number;
  /** [batch] */
  labels: ArrayLike<number>;
}

export interface CrossEntropyReferenceOutput {
  /** Mean over the batch. */
  loss: number;
  accuracy: number;
  /** Gradient of the loss, [batch, count]. */
  dLogits: Float64Array;
}

export function crossEntropyReference(input: CrossEntropyReferenceInput): CrossEntropyReferenceOutput {
  const { logits, batch, count, labels } = input;
  const dLogits = new Float64Array(batch * count);
  let loss = 0;
  let correct = 0;
  for (let b = 0; b < batch; b++) {
    const label = labels[b]!;
    if (count === 1) {
      const z = logits[b]!;
      // −log σ(z) = log(1 + exp(−z)) for label 1; −log(1 − σ(z)) = log(1 + exp(z)) for label 0
      const margin = label === 1 ? z : -z;
      // log(1 + exp(−m)) = max(−m, 0) + log(1 + exp(−|m|)), which does not overflow
      loss += Math.max(-margin, 0) + Math.log1p(Math.exp(-Math.abs(margin)));
      dLogits[b] = (1 / (1 + Math.exp(-z)) - label) / batch;
      if ((z > 0 ? 1 : 0) === label) correct++;
    } else {
      const row = Array.from({ length: count }, (_, k) => logits[b * count + k]!);
      const largest = Math.max(...row);
      const sum = row.reduce((total, z) => total + Math.exp(z - largest), 0);
      // −log softmax(z)[label] = log Σ exp(z) − z[label]
      loss += largest + Math.log(sum) - row[label]!;
      row.forEach((z, k) => {
        dLogits[b * count + k] = (Math.exp(z - largest) / sum - (k === label ? 1 : 0)) / batch;
      });
      if (row.indexOf(largest) === label) correct++;
    }
  }
  return { loss: loss / batch, accuracy: correct / batch, dLogits };
}
