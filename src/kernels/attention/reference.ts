/**
 * Attention pooling in float64 with plain loops, each line next to its equation: the specification that every
 * kernel is compared with. Arrays are row-major; for shapes see the fields.
 */

interface AdditiveParameters {
  score: 'additive';
  attentionUnits: number;
  /** [features, attentionUnits] */
  kernel: ArrayLike<number>;
  /** [attentionUnits] */
  bias: ArrayLike<number>;
  query: ArrayLike<number>;
}

interface DotParameters {
  score: 'dot';
  /** [features] */
  query: ArrayLike<number>;
}

export interface AttentionReferenceInput {
  /** [batch, time, features] */
  values: ArrayLike<number>;
  batch: number;
  time: number;
  features: number;
  parameters: AdditiveParameters | DotParameters;
  /** [batch]; `time` if absent */
  lengths?: ArrayLike<number>;
}

export interface AttentionReferenceOutput {
  /** [batch, features] */
  context: Float64Array;
  /** [batch, time] */
  weights: Float64Array;
}

export interface AttentionReferenceGradient {
  dValues: Float64Array;
  /** For the additive score only. */
  dKernel?: Float64Array;
  dBias?: Float64Array;
  dQuery: Float64Array;
}

export function attentionReference(input: AttentionReferenceInput): AttentionReferenceOutput {
  const { values, batch, time, features, lengths } = input;
  const context = new Float64Array(batch * features);
  const weights = new Float64Array(batch * time);
  for (let b = 0; b < batch; b++) {
    const length = lengths ? lengths[b]! : time;
    const scores = Array.from({ length }, (_, t) => score(input, b, t));
    // weights = softmax(scores), with the largest score subtracted so that exp does not overflow
    const largest = Math.max(...scores);
    const exponentials = scores.map((e) => Math.exp(e - largest));
    const sum = exponentials.reduce((total, value) => total + value, 0);
    for (let t = 0; t < length; t++) {
      weights[b * time + t] = exponentials[t]! / sum;
      // context = Σ_t weights_t y_t
      for (let k = 0; k < features; k++) {
        context[b * features + k]! += weights[b * time + t]! * values[(b * time + t) * features + k]!;
      }
    }
  }
  return { context, weights };
}

export function attentionReferenceGradient(
  input: AttentionReferenceInput,
  { dContext, dWeights }: { dContext?: ArrayLike<number>; dWeights?: ArrayLike<number> },
): AttentionReferenceGradient {
  const { values, batch, time, features, lengths, parameters } = input;
  const { weights } = attentionReference(input);
  const additive = parameters.score === 'additive' ? parameters : undefined;
  const dValues = new Float64Array(batch * time * features);
  const dQuery = new Float64Array(parameters.query.length);
  const dKernel = new Float64Array(additive ? additive.kernel.length : 0);
  const dBias = new Float64Array(additive ? additive.bias.length : 0);

  for (let b = 0; b < batch; b++) {
    const length = lengths ? lengths[b]! : time;
    const dWeightsOfRow = new Float64Array(length);
    for (let t = 0; t < length; t++) {
      const y = (b * time + t) * features;
      dWeightsOfRow[t] = dWeights ? dWeights[b * time + t]! : 0;
      // context = Σ_t weights_t y_t
      for (let k = 0; k < features && dContext; k++) {
        dWeightsOfRow[t]! += dContext[b * features + k]! * values[y + k]!;
        dValues[y + k]! += weights[b * time + t]! * dContext[b * features + k]!;
      }
    }
    // weights = softmax(scores): dScore_t = weights_t (dWeights_t − Σ_s weights_s dWeights_s)
    let mean = 0;
    for (let t = 0; t < length; t++) mean += weights[b * time + t]! * dWeightsOfRow[t]!;
    for (let t = 0; t < length; t++) {
      const y = (b * time + t) * features;
      const dScore = weights[b * time + t]! * (dWeightsOfRow[t]! - mean);
      if (additive) {
        // score = Σ_a query_a tanh(u_a), u = kernelᵀ y + bias
        const { attentionUnits, kernel, query } = additive;
        for (let a = 0; a < attentionUnits; a++) {
          const activation = Math.tanh(preActivation(input, additive, b, t, a));
          dQuery[a]! += dScore * activation;
          const dU = dScore * query[a]! * (1 - activation * activation);
          dBias[a]! += dU;
          for (let k = 0; k < features; k++) {
            dKernel[k * attentionUnits + a]! += values[y + k]! * dU;
            dValues[y + k]! += kernel[k * attentionUnits + a]! * dU;
          }
        }
      } else {
        // score = query · y / √features
        for (let k = 0; k < features; k++) {
          dQuery[k]! += (dScore * values[y + k]!) / Math.sqrt(features);
          dValues[y + k]! += (dScore * parameters.query[k]!) / Math.sqrt(features);
        }
      }
    }
  }
  return additive ? { dValues, dKernel, dBias, dQuery } : { dValues, dQuery };
}

/** e_t of row `b`. */
function score(input: AttentionReferenceInput, b: number, t: number): number {
  const { values, time, features, parameters } = input;
  let sum = 0;
  if (parameters.score === 'additive') {
    // query · tanh(kernelᵀ y + bias)
    for (let a = 0; a < parameters.attentionUnits; a++) {
      sum += parameters.query[a]! * Math.tanh(preActivation(input, parameters, b, t, a));
    }
    return sum;
  }
  // query · y / √features
  for (let k = 0; k < features; k++) sum += parameters.query[k]! * values[(b * time + t) * features + k]!;
  return sum / Math.sqrt(features);
}

/** (kernelᵀ y_t + bias)_a of row `b`. */
function preActivation(
  { values, time, features }: AttentionReferenceInput,
  { attentionUnits, kernel, bias }: AdditiveParameters,
  b: number,
  t: number,
  a: number,
): number {
  let sum = bias[a]!;
  for (let k = 0; k < features; k++) {
    sum += kernel[k * attentionUnits + a]! * values[(b * time + t) * features + k]!;
  }
  return sum;
}
