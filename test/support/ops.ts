/** Runs the public ops on the cases of the references, on whichever tf.js backend is set. */
import * as tf from '@tensorflow/tfjs-core';
import {
  type AttentionParameters,
  attentionPool,
  bidirectionalGru,
  bidirectionalLstm,
  gru,
  lstm,
} from '../../src/kernels';
import type {
  AttentionReferenceGradient,
  AttentionReferenceInput,
} from '../../src/kernels/attention/reference';
import type {
  GRUReferenceGradient,
  GRUReferenceInput,
  GRUReferenceOutputGradient,
} from '../../src/kernels/gru/reference';
import type {
  LSTMReferenceGradient,
  LSTMReferenceInput,
  LSTMReferenceOutputGradient,
} from '../../src/kernels/lstm/reference';
import type { ReferenceInput, ReferenceWeightGradients } from '../../src/kernels/recurrent/reference';

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

/**
 * The results of `lstmResults` and `lstmGradients`, from a single forward pass under a tape.
 * @param inputGradient false: without a gradient of x, as in the lowest layer of a model
 */
export async function lstmTraining(
  input: LSTMReferenceInput,
  dOutputs: LSTMReferenceOutputGradient,
  family?: Family,
  inputGradient = true,
): Promise<Training> {
  const { x, ...others } = lstmTensors(input);
  const inputs = inputGradient ? { x: x!, ...others } : others;
  const trained = await train(
    inputs,
    (values) => ({
      ...applyLSTM(input, inputGradient ? values : [x!, ...values], family, inputGradient),
    }),
    ({ outputs, finalH, finalC }) => [
      [outputs!, dOutputs.dOutputs],
      [finalH!, dOutputs.dFinalH],
      [finalC!, dOutputs.dFinalC],
    ],
  );
  x!.dispose();
  return trained;
}

/** The reference's gradients under the names of the op's inputs. */
export function namedLSTMGradients(input: LSTMReferenceInput, gradient: LSTMReferenceGradient): Results {
  const states = input.h0 && { h0: gradient.dH0, c0: gradient.dC0 };
  return { x: gradient.dX, ...namedWeightGradients(gradient.directions), ...states };
}

/** outputs and finalH, as the reference lays them out. */
export async function gruResults(input: GRUReferenceInput, family?: Family): Promise<Results> {
  const tensors = gruTensors(input);
  return read({ ...applyGRU(input, Object.values(tensors), family) }, tensors);
}

/** What `gruResults` tells, and gradients as those of `lstmGradients`, both from one forward pass under a tape. */
export async function gruTraining(
  input: GRUReferenceInput,
  dOutputs: GRUReferenceOutputGradient,
  family?: Family,
): Promise<Training> {
  return train(
    gruTensors(input),
    (values) => ({ ...applyGRU(input, values, family) }),
    ({ outputs, finalH }) => [
      [outputs!, dOutputs.dOutputs],
      [finalH!, dOutputs.dFinalH],
    ],
  );
}

/** The reference's gradients under the names of the op's inputs. */
export function namedGRUGradients(input: GRUReferenceInput, gradient: GRUReferenceGradient): Results {
  const states = input.h0 && { h0: gradient.dH0 };
  return { x: gradient.dX, ...namedWeightGradients(gradient.directions), ...states };
}

function namedWeightGradients(directions: ReferenceWeightGradients[]): Results {
  const results: Results = {};
  directions.forEach(({ dKernel, dRecurrentKernel, dBias }, d) => {
    results[`kernel${d}`] = dKernel;
    results[`recurrentKernel${d}`] = dRecurrentKernel;
    results[`bias${d}`] = dBias;
  });
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

/** The results of `attentionResults` and `attentionGradients`, from a single forward pass under a tape. */
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

function applyLSTM(input: LSTMReferenceInput, tensors: tf.Tensor[], family: Family, inputGradient = true) {
  const { x, first, second, states, options } = recurrentArguments(input, tensors, family);
  const [h, c] = states;
  return tf.tidy(() => {
    const all = { ...options(), inputGradient, ...(h && c && { initialState: { h, c } }) };
    return second
      ? bidirectionalLstm(x, { forward: first, backward: second }, all)
      : lstm(x, first, { ...all, goBackwards: input.goBackwards });
  });
}

function applyGRU(input: GRUReferenceInput, tensors: tf.Tensor[], family: Family) {
  const { x, first, second, states, options } = recurrentArguments(input, tensors, family);
  const [initialState] = states;
  return tf.tidy(() => {
    const all = { ...options(), resetAfter: input.resetAfter, ...(initialState && { initialState }) };
    return second
      ? bidirectionalGru(x, { forward: first, backward: second }, all)
      : gru(x, first, { ...all, goBackwards: input.goBackwards });
  });
}

/** @param tensors in the order of `recurrentTensors` */
function recurrentArguments(input: ReferenceInput, tensors: tf.Tensor[], family: Family) {
  const { activation, recurrentActivation, directions, lengths } = input;
  const [x, ...rest] = tensors as [tf.Tensor, ...tf.Tensor[]];
  const [first, second] = directions.map((_, d) => {
    const [kernel, recurrentKernel, bias] = rest.slice(3 * d) as [tf.Tensor, tf.Tensor, tf.Tensor];
    return { kernel, recurrentKernel, bias };
  });
  return {
    x,
    first: first!,
    second,
    states: rest.slice(3 * directions.length),
    options: () => ({
      activation,
      recurrentActivation,
      family,
      ...(lengths && { lengths: tf.tensor1d(Array.from(lengths), 'int32') }),
    }),
  };
}

function lstmTensors(input: LSTMReferenceInput): Record<string, tf.Tensor> {
  const { h0, c0 } = input;
  return recurrentTensors(input, [4 * input.units], h0 && c0 ? { h0, c0 } : {});
}

function gruTensors(input: GRUReferenceInput): Record<string, tf.Tensor> {
  const { h0, units, resetAfter = true } = input;
  return recurrentTensors(input, resetAfter ? [2, 3 * units] : [3 * units], h0 ? { h0 } : {});
}

function recurrentTensors(
  input: ReferenceInput,
  biasShape: number[],
  states: Record<string, ArrayLike<number>>,
): Record<string, tf.Tensor> {
  const { batch, time, inputDim, units, directions } = input;
  const stateShape = directions.length === 2 ? [2, batch, units] : [batch, units];
  const tensors: Record<string, tf.Tensor> = { x: tensor(input.x, [batch, time, inputDim]) };
  directions.forEach(({ kernel, recurrentKernel, bias }, d) => {
    tensors[`kernel${d}`] = tensor(kernel, [inputDim, kernel.length / inputDim]);
    tensors[`recurrentKernel${d}`] = tensor(recurrentKernel, [units, recurrentKernel.length / units]);
    tensors[`bias${d}`] = tensor(bias, biasShape);
  });
  for (const [name, values] of Object.entries(states)) tensors[name] = tensor(values, stateShape);
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
