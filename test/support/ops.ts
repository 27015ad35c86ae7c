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
/** What an op puts out under a tape, and the gradients of its inputs. */
type Training = { outputs: Results; gradients: Results };

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
  return (await lstmTraining(input, dOutputs, family)).gradients;
}

/** What `lstmResults` and `lstmGradients` tell, both from one forward pass under a tape. */
export async function lstmTraining(
  input: LSTMReferenceInput,
  dOutputs: LSTMReferenceOutputGradient,
  family?: Family,
): Promise<Training> {
  return train(
    lstmTensors(input),
    (values) => ({ ...applyLSTM(input, values, family) }),
    ({ outputs, finalH, finalC }) => [
      [outputs!, dOutputs.dOutputs],
      [finalH!, dOutputs.dFinalH],
      [finalC!, dOutputs.dFinalC],
    ],
  );
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
  return (await attentionTraining(input, dOutputs)).gradients;
}

/** What `attentionResults` and `attentionGradients` tell, both from one forward pass under a tape. */
export async function attentionTraining(
  input: AttentionReferenceInput,
  dOutputs: { dContext?: ArrayLike<number>; dWeights?: ArrayLike<number> },
): Promise<Training> {
  return train(
    attentionTensors(input),
    (values) => ({ ...applyAttention(input, values) }),
    ({ context, weights }) => [
      [context!, dOutputs.dContext],
      [weights!, dOutputs.dWeights],
    ],
  );
}

/** The reference's gradients under the names of the op's inputs. */
export function namedAttentionGradients(gradient: AttentionReferenceGradient): Results {
  const { dValues, dKernel, dBias, dQuery } = gradient;
  return { values: dValues, query: dQuery, ...(dKernel && dBias && { kernel: dKernel, bias: dBias }) };
}

function applyLSTM(input: LSTMReferenceInput, tensors: tf.Tensor[], family: Family) {
  const { activation, recurrentActivation, goBackwards, directions, lengths } = input;
  const [x, ...weights] = tensors as [tf.Tensor, ...tf.Tensor[]];
  const [first, second] = directions.map((_, d) => {
    const [kernel, recurrentKernel, bias] = weights.slice(3 * d) as [tf.Tensor, tf.Tensor, tf.Tensor];
    return { kernel, recurrentKernel, bias };
  });
  const [h, c] = weights.slice(3 * directions.length);
  return tf.tidy(() => {
    const options = {
      activation,
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

/** Runs an op under a tape, and back from the weighted sum of its outputs to all its inputs. */
async function train(
  inputs: Record<string, tf.Tensor>,
  apply: (values: tf.Tensor[]) => Record<string, tf.Tensor>,
  weigh: (
    outputs: Record<string, tf.Tensor>,
  ) => [output: tf.Tensor, weights: ArrayLike<number> | undefined][],
): Promise<Training> {
  const names = Object.keys(inputs);
  let outputs: Record<string, tf.Tensor> = {};
  const gradients = tf.tidy(() =>
    tf.grads((...values: tf.Tensor[]) => {
      outputs = apply(values);
      for (const output of Object.values(outputs)) tf.keep(output);
      return weightedSum(weigh(outputs));
    })(Object.values(inputs)),
  );
  return {
    outputs: await read(outputs, {}),
    gradients: await read(Object.fromEntries(names.map((name, n) => [name, gradients[n]!])), inputs),
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

/** Reads `results`, then disposes them and `inputs`. */
async function read(results: Record<string, tf.Tensor>, inputs: Record<string, tf.Tensor>): Promise<Results> {
  const entries = Object.entries(results).map(async ([name, result]) => [name, await result.data()] as const);
  const values = Object.fromEntries(await Promise.all(entries));
  tf.dispose([results, inputs]);
  return values;
}
