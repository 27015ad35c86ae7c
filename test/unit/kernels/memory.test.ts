import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import {
  adam,
  attentionPool,
  bidirectionalLstm,
  crossEntropy,
  gru,
  gruStep,
  lstm,
  lstmStep,
} from '../../../src/kernels';
import { useCpuBackend } from '../../support/cpu-backend';

const cell = () => ({
  kernel: tf.zeros([3, 16]),
  recurrentKernel: tf.zeros([4, 16]),
  bias: tf.zeros([16]),
});
const state = () => ({ h: tf.zeros([2, 4]), c: tf.zeros([2, 4]) });

describe('what an op leaves in memory', () => {
  useCpuBackend();

  const x = () => tf.zeros([2, 5, 3]);
  const ops: [name: string, outputs: number, prepare: () => () => tf.TensorContainer][] = [
    [
      'lstm',
      3,
      () => {
        const [series, weights, initialState] = [x(), cell(), state()];
        return () => ({ ...lstm(series, weights, { initialState }) });
      },
    ],
    [
      'bidirectionalLstm',
      3,
      () => {
        const [series, forward, backward] = [x(), cell(), cell()];
        return () => ({ ...bidirectionalLstm(series, { forward, backward }) });
      },
    ],
    [
      'lstmStep',
      2,
      () => {
        const [values, before, weights] = [tf.zeros([2, 3]), state(), cell()];
        return () => ({ ...lstmStep(values, before, weights) });
      },
    ],
    [
      'gru, without a bias',
      2,
      () => {
        const [series, kernel, recurrentKernel] = [x(), tf.zeros([3, 12]), tf.zeros([4, 12])];
        return () => ({ ...gru(series, { kernel, recurrentKernel }) });
      },
    ],
    [
      'gruStep',
      1,
      () => {
        const [values, { h }, kernel, recurrentKernel] = [
          tf.zeros([2, 3]),
          state(),
          tf.zeros([3, 12]),
          tf.zeros([4, 12]),
        ];
        return () => gruStep(values, h, { kernel, recurrentKernel });
      },
    ],
    [
      'attentionPool',
      2,
      () => {
        const [series, query] = [x(), tf.zeros([3])];
        return () => ({ ...attentionPool(series, { score: 'dot', query }) });
      },
    ],
    [
      'crossEntropy',
      2,
      () => {
        const [logits, labels] = [tf.zeros([2, 3]), tf.tensor1d([0, 2], 'int32')];
        return () => ({ ...crossEntropy(logits, labels) });
      },
    ],
    [
      'adam',
      4,
      () => {
        const [value, m, v] = [tf.zeros([3]), tf.zeros<tf.Rank.R1>([3]), tf.zeros<tf.Rank.R1>([3])];
        const settings = { learningRate: 1, beta1: 0, beta2: 0, epsilon: 1, step: 1, clipNorm: 1 };
        return () => {
          const result = adam({ parameters: [value], gradients: [value], moments: { m, v } }, settings);
          return { ...result, moments: { ...result.moments } };
        };
      },
    ],
  ];

  it.each(ops)('%s: its outputs and nothing else', (_, outputs, prepare) => {
    tf.tidy(() => {
      const run = prepare();
      const before = tf.memory();
      const result = run();
      const after = tf.memory();
      expect(after.numTensors - before.numTensors).toBe(outputs);
      expect(after.numDataBuffers - before.numDataBuffers).toBe(outputs);
      tf.dispose(result);
    });
  });

  it('lstm and attentionPool under a tape: the value and the gradients and nothing else', () => {
    const [series, weights, query] = [x(), cell(), tf.ones([4])];
    const kernel = tf.variable(weights.kernel);
    const before = tf.memory();
    const { value, grads } = tf.variableGrads(() => {
      const { outputs } = lstm(series, { ...weights, kernel });
      const { context } = attentionPool(outputs, { score: 'dot', query });
      return tf.sum(context);
    });
    expect(tf.memory().numTensors - before.numTensors).toBe(2);
    tf.dispose([value, grads, kernel, series, weights, query]);
  });

  it('saves what a backward pass needs only under a tape', async () => {
    const [series, weights] = [x(), cell()];
    const kernelsOf = async (run: () => tf.TensorContainer) => {
      const { kernels } = await tf.profile(() => tf.dispose(tf.tidy(run)));
      return kernels.map(({ name }) => name).filter((name) => name.startsWith('Gatewave'));
    };
    const outputs = () => lstm(series, weights).outputs;
    expect(await kernelsOf(outputs)).toEqual(['GatewaveLSTM']);
    expect(await kernelsOf(() => tf.grad(() => outputs())(weights.kernel))).toEqual([
      'GatewaveLSTMTraining',
      'GatewaveLSTMGradient',
    ]);
    expect(await kernelsOf(() => tf.grad((input) => lstm(input, weights).outputs)(series))).toEqual([
      'GatewaveLSTMTraining',
      'GatewaveLSTMGradient',
      'GatewaveLSTMInputGradient',
    ]);
    tf.dispose([series, weights]);
  });
});
