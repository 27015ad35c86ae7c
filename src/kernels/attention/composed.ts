/** Attention pooling composed of tf.js's own ops: the same results, differentiable, on any backend. */
import {
  add,
  expandDims,
  less,
  matMul,
  mul,
  type NamedTensorMap,
  range,
  reshape,
  softmax,
  squeeze,
  type Tensor,
  tanh,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';

/** What the kernel computes from the same inputs: context and weights. */
export function composedAttention(inputs: NamedTensorMap): [context: Tensor, weights: Tensor] {
  const { values, kernel, bias, query, lengths } = inputs as Record<string, Tensor | undefined> & {
    values: Tensor;
    query: Tensor;
  };
  const [batch, time, features] = values.shape as [number, number, number];
  // [batch, time]; nothing in the padding may count, not even NaN.
  const valid = lengths && less(range(0, time, 1, 'int32'), expandDims(lengths, 1));
  const series = valid ? where(expandDims(valid, 2), values, zerosLike(values)) : values;
  const steps = reshape(series, [batch * time, features]);
  const projected =
    kernel && bias ? tanh(add(matMul(steps, kernel), bias)) : mul(steps, 1 / Math.sqrt(features));
  const scores = reshape(matMul(projected, expandDims(query, 1)), [batch, time]);
  // exp of the lowest float32 is 0, so the padding gets no weight.
  const weights = softmax(valid ? where(valid, scores, LOWEST) : scores);
  const context = squeeze(matMul(expandDims(weights, 1), series as Tensor), [1]);
  return [context, weights];
}

const LOWEST = -3.4e38;
