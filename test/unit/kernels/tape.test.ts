import * as tf from '@tensorflow/tfjs-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { attentionPool, bidirectionalLstm, crossEntropy, lstm, registerKernels } from '../../../src/kernels';
import { useCpuBackend } from '../../support/cpu-backend';

const [batch, time, units] = [4, 40, 8];

const cell = () => ({
  kernel: tf.ones([1, 4 * units]),
  recurrentKernel: tf.ones([units, 4 * units]),
  bias: tf.zeros([4 * units]),
});

/** Counts the bytes of CPU arrays that tf.js makes tensors from, including the tape's missing gradients. */
function countBytes(run: () => unknown): number {
  const made = vi.spyOn(tf.engine(), 'makeTensor');
  run();
  return made.mock.results.reduce((sum, { value }) => sum + 4 * value.size, 0);
}

describe('a gradient step', () => {
  useCpuBackend();
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('makes no arrays for the outputs that have no gradient', () => {
    tf.tidy(() => {
      const [x, forward, backward] = [tf.ones([batch, time, 1]), cell(), cell()];
      const [query, labels] = [tf.ones([2 * units]), tf.zeros([batch], 'int32')];
      const kernel = tf.variable(forward.kernel);
      const bytes = countBytes(() =>
        tf.variableGrads(() => {
          const { outputs } = bidirectionalLstm(x, { forward: { ...forward, kernel }, backward });
          const { context } = attentionPool(outputs, { score: 'dot', query });
          return crossEntropy(tf.slice(context, [0, 0], [batch, 2]), labels).loss;
        }),
      );
      // The gradient of the loss itself, a scalar.
      expect(bytes).toBe(4);
      kernel.dispose();
    });
  });

  it.each(['outputs', 'finalH', 'finalC'] as const)('takes a gradient from %s of an LSTM alone', (name) => {
    tf.tidy(() => {
      const [x, weights] = [tf.ones([batch, time, 1]), cell()];
      let gradient: tf.Tensor | undefined;
      const bytes = countBytes(() => {
        gradient = tf.grad((series) => lstm(series, weights)[name])(x);
      });
      // tf.grad starts with ones in the shape of what is differentiated.
      const begin = name === 'outputs' ? batch * time * units : batch * units;
      expect(bytes).toBe(4 * begin);
      expect(tf.max(tf.abs(gradient!)).dataSync()[0]).toBeGreaterThan(0);
    });
  });

  it('has gradients from the accuracy, which are 0', () => {
    tf.tidy(() => {
      const labels = tf.zeros([batch], 'int32');
      const gradient = tf.grad((logits) => crossEntropy(logits, labels).accuracy)(tf.ones([batch, 3]));
      expect(gradient.dataSync()).toEqual(new Float32Array(batch * 3));
    });
  });

  it('in a tidy of its own leaves the surrounding tape as it is', () => {
    tf.tidy(() => {
      const [x, weights] = [tf.ones([1, 3, 1]), cell()];
      const total = (series: tf.Tensor) => {
        const inner = tf.tidy(() => lstm(series, weights).outputs);
        return tf.sum(tf.mul(inner, inner));
      };
      const { value, grad } = tf.valueAndGrad(total)(x);
      expect(value.dataSync()).toEqual(total(x).dataSync());
      expect(grad.shape).toEqual(x.shape);
    });
  });
});

// Without the check for leaks: tf.js keeps what a tape has saved when its gradient throws.
it('gradients of gradients are refused', async () => {
  await tf.setBackend('cpu');
  registerKernels();
  tf.tidy(() => {
    const weights = cell();
    const slope = tf.grad((series) => lstm(series, weights).finalH);
    expect(() => tf.grad(slope)(tf.ones([1, 2, 1]))).toThrow('gradient function not found for GatewaveLSTM');
  });
});
