/** Attention pooling on typed arrays: what the backend 'cpu' runs, and a thread that does not load tf.js. */
import { multiply, packPanels } from '../cpu/matrix';

export interface PoolingInput {
  /** [batch, time, features] */
  values: Float32Array;
  batch: number;
  time: number;
  features: number;
  /** [units] for the additive score, [features] for the dot score. */
  query: Float32Array;
  /** Of the additive score; absent for the dot score. */
  additive?: { kernel: Float32Array; bias: Float32Array } | undefined;
  /** `[batch]`: valid steps of each row. */
  lengths: Int32Array;
}

export interface PoolingOutput {
  /** [batch, features] */
  context: Float32Array;
  /** [batch, time]: e_t, before the softmax. */
  scores: Float32Array;
  /** [batch, time]; each row adds up to 1, padding has 0. */
  weights: Float32Array;
  /** tanh(kernelᵀ y + bias), `[batch, time, units]` where all are kept, else those of the last row. */
  activations: Float32Array;
}

/** @param keepsAll whether the activations of all rows are kept, which the gradient needs. */
export function pool(input: PoolingInput, keepsAll: boolean): PoolingOutput {
  const { values, batch, time, features, query, lengths, additive } = input;
  const context = new Float32Array(batch * features);
  const scores = new Float32Array(batch * time);
  const weights = new Float32Array(batch * time);
  const units = additive ? query.length : 0;
  const activations = new Float32Array((keepsAll ? batch : 1) * time * units);
  const projection = additive && packPanels(features, units, (k, a) => additive.kernel[k * units + a]!);
  for (let b = 0; b < batch; b++) {
    const length = lengths[b]!;
    const rowValues = values.subarray(b * time * features, (b * time + length) * features);
    const rowScores = scores.subarray(b * time, b * time + length);
    const rowWeights = weights.subarray(b * time, b * time + length);
    if (projection) {
      const start = (keepsAll ? b : 0) * time * units;
      const rowActivations = activations.subarray(start, start + length * units);
      multiply(rowActivations, rowValues, length, projection);
      for (let t = 0; t < length; t++) {
        let score = 0;
        for (let a = 0, n = t * units; a < units; a++, n++) {
          const activation = Math.tanh(rowActivations[n]! + additive.bias[a]!);
          rowActivations[n] = activation;
          score += query[a]! * activation;
        }
        rowScores[t] = score;
      }
    } else {
      for (let t = 0; t < length; t++) {
        rowScores[t] = dot(query, 0, rowValues, t * features, features) / Math.sqrt(features);
      }
    }
    softmax(rowScores, rowWeights);
    for (let t = 0, n = 0; t < length; t++) {
      const weight = rowWeights[t]!;
      for (let k = b * features; k < (b + 1) * features; k++, n++) context[k]! += weight * rowValues[n]!;
    }
  }
  return { context, scores, weights, activations };
}

/** Σ a·b over `length` elements, each from its start. */
export function dot(
  a: Float32Array,
  aStart: number,
  b: Float32Array,
  bStart: number,
  length: number,
): number {
  let sum = 0;
  for (let n = 0; n < length; n++) sum += a[aStart + n]! * b[bStart + n]!;
  return sum;
}

/** weights = softmax(scores), with the largest score subtracted so that exp does not overflow. */
function softmax(scores: Float32Array, weights: Float32Array): void {
  let largest = Number.NEGATIVE_INFINITY;
  for (let t = 0; t < scores.length; t++) largest = Math.max(largest, scores[t]!);
  let sum = 0;
  for (let t = 0; t < scores.length; t++) {
    weights[t] = Math.exp(scores[t]! - largest);
    sum += weights[t]!;
  }
  for (let t = 0; t < scores.length; t++) weights[t]! /= sum;
}
