/** Runs the public ops on the cases of the references, on whichever tf.js backend is set. */
import * as tf from '@tensorflow/tfjs-core';
import { type AttentionParameters, attentionPool, bidirectionalLstm, lstm } from '../../src/kernels';
import type {
  AttentionReferenceGradient,
  AttentionReferenceInput,
} from '../../src/kernels/attention/reference';
import type {
  LSTMReferenceGradient,
  LSTMReferenceInput,
  LSTMReferenceOutputGradient,
} from '../../src/kernels/lstm/reference';

type Family = 'step' | 'sequence' | undefined;
export type Results = Record<string, ArrayLike<number>>;

/** outputs, finalH and finalC, as the reference lays them out. */
export async function lstmResults(input: LSTMReferenceInput, family?: Family): Promise<Results> {
  const tensors = lstmTensors(input);
  const results = applyLSTM(input, Object.values(tensors), family);
  return read({ ...results }, tensors);
}

/** Gradients of Σ output · dOutput with respect to every input, named as the op's inputs. */
export async function lstmGradients(
  input: LSTMReferenceInput,
  dOutputs: LSTMReferenceOutputGradient,
  family?: Family,
): Promise<Results> {
  const tensors = lstmTensors(input);
  const gradients = tf.tidy(() =>
    tf.grads((...values: tf.Tensor[]) => {
      const { outputs, finalH, finalC } = applyLSTM(input, values, family);
      return weightedSum([
        [outputs, dOutputs.dOutputs],
        [finalH, dOutputs.dFinalH],
        [finalC, dOutputs.dFinalC],
      ]);
    })(Object.values(tensors)),
  );
  return read(named(Object.keys(tensors), gradients), tensors);
}

/** The reference's gradients under the names of the op's inputs. */
export function namedLSTMGradients(input: LSTMReferenceInput, gradient: LSTMReferenceGradient): Results {
  const results: Results = { x: gradient.dX };
  gradient.directions.forEach(({ dKernel, dRecurrentKernel, dBias }, d) => {
    results[`kernel${d}`] = dKernel;
    results[`recurrentKernel${d}`] = dRecurrentKernel;
    results[`bias${d}`] = dBias;
  });
  if (input.h0) {
    results.h0 = gradient.dH0;
    results.c0 = gradient.dC0;
  }
  return results;
}

/** context and weights. */
export async function attentionResults(input: AttentionReferenceInput): Promise<Results> {
  const tensors = attentionTensors(input);
  return read({ ...applyAttention(input, Object.values(tensors)) }, tensors);
}

/** Gradients of Σ output · dOutput with respect to every input, named as the op's inputs. */
export async function attentionGradients(
  input: AttentionReferenceInput,
  dOutputs: { dContext?: ArrayLike<number>; dWeights?: ArrayLike<number> },
): Promise<Results> {
  const tensors = attentionTensors(input);
  const gradients = tf.tidy(() =>
    tf.grads((...values: tf.Tensor[]) => {
      const { context, weights } = applyAttention(input, values);
      return weightedSum([
        [context, dOutputs.dContext],
        [weights, dOutputs.dWeights],
      ]);
    })(Object.values(tensors)),
  );
  return read(named(Object.keys(tensors), gradients), tensors);
}

/** The reference's gradients under the names of the op's inputs. */
export function namedAttentionGradients(gradient: AttentionReferenceGradient): Results {
  const { dValues, dKernel, dBias, dQuery } = gradient;
  return { values: dValues, query: dQuery, ...(dKernel && dBias && { kernel: dKernel, bias: dBias }) };
}

function applyLSTM(input: LSTMReferenceInput, tensors: tf.Tensor[], family: Family) {
  const { recurrentActivation, goBackwards, directions, lengths } = input;
  const [x, ...weights] = tensors as [tf.Tensor, ...tf.Tensor[]];
  const [first, second] = directions.map((_, d) => {
    const [kernel, recurrentKernel, bias] = weights.slice(3 * d) as [tf.Tensor, tf.Tensor, tf.Tensor];
    return { kernel, recurrentKernel, bias };
  });
  const [h, c] = weights.slice(3 * directions.length);
  return tf.tidy(() => {
    const options = {
      recurrentActivation,
      family,
      ...(h && c && { initialState: { h, c } }),
      ...(lengths && { lengths: tf.tensor1d(Array.from(lengths), 'int32') }),
    };
    return second
      ? bidirectionalLstm(x, { forward: first!, backward: second }, options)
      : lstm(x, first!, { ...options, goBackwards });
  });
}

function lstmTensors(input: LSTMReferenceInput): Record<string, tf.Tensor> {
  const { batch, time, inputDim, units, directions, h0, c0 } = input;
  const stateShape = directions.length === 2 ? [2, batch, units] : [batch, units];
  const tensors: Record<string, tf.Tensor> = { x: tensor(input.x, [batch, time, inputDim]) };
  directions.forEach(({ kernel, recurrentKernel, bias }, d) => {
    tensors[`kernel${d}`] = tensor(kernel, [inputDim, 4 * units]);
    tensors[`recurrentKernel${d}`] = tensor(recurrentKernel, [units, 4 * units]);
    tensors[`bias${d}`] = tensor(bias, [4 * units]);
  });
  if (h0 && c0) {
    tensors.h0 = tensor(h0, stateShape);
    tensors.c0 = tensor(c0, stateShape);
  }
  return tensors;
}

function applyAttention(input: AttentionReferenceInput, tensors: tf.Tensor[]) {
  const [values, query, kernel, bias] = tensors as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
  const parameters: AttentionParameters =
    input.parameters.score === 'additive'
      ? { score: 'additive', kernel, bias, query }
      : { score: 'dot', query };
  const { lengths } = input;
  return tf.tidy(() =>
    attentionPool(values, parameters, {
      ...(lengths && { lengths: tf.tensor1d(Array.from(lengths), 'int32') }),
    }),
  );
}

function attentionTensors(input: AttentionReferenceInput): Record<string, tf.Tensor> {
  const { batch, time, features, parameters } = input;
  const tensors = {
    values: tensor(input.values, [batch, time, features]),
    query: tensor(parameters.query, [parameters.query.length]),
  };
  if (parameters.score === 'dot') return tensors;
  const { attentionUnits, kernel, bias } = parameters;
  return {
    ...tensors,
    kernel: tensor(kernel, [features, attentionUnits]),
    bias: tensor(bias, [attentionUnits]),
  };
}

/** Σ output · weight over all elements of the outputs that have weights. */
function weightedSum(outputs: [output: tf.Tensor, weights: ArrayLike<number> | undefined][]): tf.Tensor {
  const sums = outputs.flatMap(([output, weights]) =>
    weights ? [tf.sum(tf.mul(output, tensor(weights, output.shape)))] : [],
  );
  return tf.addN(sums);
}

function tensor(values: ArrayLike<number>, shape: number[]): tf.Tensor {
  return tf.tensor(Float32Array.from(values), shape);
}

function named(names: string[], tensors: tf.Tensor[]): Record<string, tf.Tensor> {
  return Object.fromEntries(names.map((name, index) => [name, tensors[index]!]));
}

/** Reads `results`, then disposes them and `inputs`. */
async function read(results: Record<string, tf.Tensor>, inputs: Record<string, tf.Tensor>): Promise<Results> {
  const entries = Object.entries(results).map(async ([name, result]) => [name, await result.data()] as const);
  const values = Object.fromEntries(await Promise.all(entries));
  tf.dispose([results, inputs]);
  return values;
}
