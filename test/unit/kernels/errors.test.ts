import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import {
  adam,
  attentionPool,
  bidirectionalGru,
  bidirectionalLstm,
  crossEntropy,
  type GRUWeights,
  gru,
  gruStep,
  gruWeightsFromTorch,
  lstm,
  lstmStep,
} from '../../../src/kernels';
import { useCpuBackend } from '../../support/cpu-backend';

const zeros = (...shape: number[]) => tf.zeros(shape);
const integers = (...values: number[]) => tf.tensor1d(values, 'int32');
const cell = (inputDim: number, units: number) => ({
  kernel: zeros(inputDim, 4 * units),
  recurrentKernel: zeros(units, 4 * units),
  bias: zeros(4 * units),
});
const gruCell = (inputDim: number, units: number, change: Partial<GRUWeights> = {}) => ({
  kernel: zeros(inputDim, 3 * units),
  recurrentKernel: zeros(units, 3 * units),
  bias: zeros(2, 3 * units),
  ...change,
});
const additive = () => ({
  score: 'additive' as const,
  kernel: zeros(3, 4),
  bias: zeros(4),
  query: zeros(4),
});
const x = () => zeros(2, 5, 3);
const settings = { learningRate: 1, beta1: 0.9, beta2: 0.9, epsilon: 1e-8, step: 1, clipNorm: 0 };
const moments = (size: number) => ({ m: tf.zeros<tf.Rank.R1>([size]), v: tf.zeros<tf.Rank.R1>([size]) });

const cases: [message: string, run: () => unknown][] = [
  [
    'lstm: x has shape [2, 5], expected 3 axes, [batch, time, inputDim].',
    () => lstm(zeros(2, 5), cell(3, 4)),
  ],
  ['lstm: x has shape [2, 0, 3] and so no elements', () => lstm(zeros(2, 0, 3), cell(3, 4))],
  [
    "lstm: x is int32, expected float32. Cast it: tf.cast(x, 'float32').",
    () => lstm(tf.cast(x(), 'int32'), cell(3, 4)),
  ],
  [
    'lstm: weights.kernel has shape [3, 18], expected its last axis to be 4·units',
    () => lstm(x(), { ...cell(3, 4), kernel: zeros(3, 18) }),
  ],
  [
    'lstm: weights.kernel has shape [2, 16], expected [3, 16]: [inputDim, 4·units], inputDim = 3 from x',
    () => lstm(x(), cell(2, 4)),
  ],
  [
    'lstm: weights.recurrentKernel has shape [16, 4], expected [4, 16]: [units, 4·units], units = 4 from weights.kernel',
    () => lstm(x(), { ...cell(3, 4), recurrentKernel: zeros(16, 4) }),
  ],
  [
    'lstm: weights.bias has shape [8], expected [16]: [4·units]',
    () => lstm(x(), { ...cell(3, 4), bias: zeros(8) }),
  ],
  [
    'lstm: initialState.c has shape [2, 5], expected [2, 4]: [batch, units]',
    () => lstm(x(), cell(3, 4), { initialState: { h: zeros(2, 4), c: zeros(2, 5) } }),
  ],
  [
    'lstm: lengths has shape [3], expected [2]: one value for each row of the batch.',
    () => lstm(x(), cell(3, 4), { lengths: integers(1, 2, 3) }),
  ],
  [
    "lstm: lengths is float32, expected int32. Cast it: tf.cast(lengths, 'int32').",
    () => lstm(x(), cell(3, 4), { lengths: zeros(2) }),
  ],
  ['lengths[1] is 6, expected 1 to 5', () => lstm(x(), cell(3, 4), { lengths: integers(5, 6) })],
  ['lengths[0] is 0, expected 1 to 5', () => lstm(x(), cell(3, 4), { lengths: integers(0, 5) })],
  [
    'bidirectionalLstm: weights.backward.kernel has shape [3, 20], expected [3, 16]: [inputDim, 4·units], inputDim = 3 from x, units = 4 from the other direction',
    () => bidirectionalLstm(x(), { forward: cell(3, 4), backward: cell(3, 5) }),
  ],
  [
    'bidirectionalLstm: initialState.h has shape [2, 4], expected [2, 2, 4]: [2, batch, units], forward then backward',
    () =>
      bidirectionalLstm(
        x(),
        { forward: cell(3, 4), backward: cell(3, 4) },
        { initialState: { h: zeros(2, 4), c: zeros(2, 4) } },
      ),
  ],
  [
    'lstmStep: state.h has shape [1, 4], expected [2, 4]: [batch, units]',
    () => lstmStep(zeros(2, 3), { h: zeros(1, 4), c: zeros(2, 4) }, cell(3, 4)),
  ],
  [
    'gru: weights.kernel has shape [3, 16], expected its last axis to be 3·units: the gates z, r, h side by side.',
    () => gru(x(), gruCell(3, 4, { kernel: zeros(3, 16) })),
  ],
  [
    'gru: weights.bias has shape [12], expected [2, 12]: [2, 3·units], as resetAfter is true',
    () => gru(x(), gruCell(3, 4, { bias: zeros(12) })),
  ],
  [
    'gru: weights.bias has shape [2, 12], expected [12]: [3·units], as resetAfter is false',
    () => gru(x(), gruCell(3, 4), { resetAfter: false }),
  ],
  [
    'bidirectionalGru: initialState has shape [2, 4], expected [2, 2, 4]: [2, batch, units], forward then backward',
    () =>
      bidirectionalGru(
        x(),
        { forward: gruCell(3, 4), backward: gruCell(3, 4) },
        { initialState: zeros(2, 4) },
      ),
  ],
  [
    'gruStep: h has shape [1, 4], expected [2, 4]: [batch, units]',
    () => gruStep(zeros(2, 3), zeros(1, 4), gruCell(3, 4)),
  ],
  [
    'gruWeightsFromTorch: weightIh has shape [9, 2], expected [12, 2]: [3·units, inputDim], units = 4 from weightHh',
    () => gruWeightsFromTorch({ weightIh: zeros(9, 2), weightHh: zeros(12, 4) }),
  ],
  [
    'gruWeightsFromTorch: there is only one of biasIh and biasHh, expected both or neither',
    () => gruWeightsFromTorch({ weightIh: zeros(12, 2), weightHh: zeros(12, 4), biasHh: zeros(12) }),
  ],
  [
    'attentionPool: kernel has shape [2, 4], expected [3, 4]: [features, attentionUnits], features = 3 from values',
    () => attentionPool(x(), { ...additive(), kernel: zeros(2, 4) }),
  ],
  [
    'attentionPool: query has shape [3], expected [4]: [attentionUnits], attentionUnits = 4 from kernel',
    () => attentionPool(x(), { ...additive(), query: zeros(3) }),
  ],
  [
    'attentionPool: query has shape [4], expected [3]: [features], features = 3 from values',
    () => attentionPool(x(), { score: 'dot', query: zeros(4) }),
  ],
  ['lengths[0] is 7, expected 1 to 5', () => attentionPool(x(), additive(), { lengths: integers(7, 1) })],
  [
    'crossEntropy: logits has shape [4], expected 2 axes, [batch, logits].',
    () => crossEntropy(zeros(4), integers(0, 0, 0, 0)),
  ],
  ['crossEntropy: labels is float32, expected int32.', () => crossEntropy(zeros(2, 1), zeros(2))],
  ['crossEntropy: labels[1] is 2, expected 0 to 1', () => crossEntropy(zeros(2, 1), integers(0, 2))],
  ['crossEntropy: labels[0] is -1, expected 0 to 2', () => crossEntropy(zeros(2, 3), integers(-1, 0))],
  [
    'adam: 1 parameters and 0 gradients; expected at least one parameter and a gradient for each.',
    () => adam({ parameters: [zeros(2)], gradients: [], moments: moments(2) }, settings),
  ],
  [
    'adam: gradients[0] has shape [3], expected [2]: the shape of parameters[0]',
    () => adam({ parameters: [zeros(2)], gradients: [zeros(3)], moments: moments(2) }, settings),
  ],
  [
    'adam: moments.m has shape [3], expected [2]: the elements of all parameters, concatenated',
    () => adam({ parameters: [zeros(2)], gradients: [zeros(2)], moments: moments(3) }, settings),
  ],
  [
    'adam: step is 0, expected an integer that counts from 1.',
    () =>
      adam({ parameters: [zeros(2)], gradients: [zeros(2)], moments: moments(2) }, { ...settings, step: 0 }),
  ],
  [
    'adam: clipNorm is NaN, expected a number > 0, or 0 for no clipping.',
    () =>
      adam(
        { parameters: [zeros(2)], gradients: [zeros(2)], moments: moments(2) },
        { ...settings, clipNorm: Number.NaN },
      ),
  ],
];

describe('what an op says about arguments that do not fit', () => {
  useCpuBackend();

  it.each(cases)('%s', (message, run) => {
    tf.tidy(() => {
      expect(run).toThrow(message);
    });
  });
});
