/** Our ops against tf.js's own layers with the same weights. */
import * as tf from '@tensorflow/tfjs-core';
import { layers } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { bidirectionalLstm, lstm } from '../../../src/kernels';
import { RandomStream } from '../../../src/random';
import { normals } from '../../support/cases';
import { useCpuBackend } from '../../support/cpu-backend';
import { expectClose } from '../../support/numeric';

const batch = 3;
const time = 7;
const inputDim = 2;
const units = 5;
const shapes = [[inputDim, 4 * units], [units, 4 * units], [4 * units]];

const activations = ['sigmoid', 'hardSigmoid'] as const;

describe('lstm is tf.layers.lstm', () => {
  useCpuBackend();

  it.each(
    activations.flatMap((activation) => [false, true].map((goBackwards) => ({ activation, goBackwards }))),
  )('%o', ({ activation, goBackwards }) => {
    const layer = layers.lstm({
      units,
      returnSequences: true,
      returnState: true,
      recurrentActivation: activation,
      goBackwards,
      recurrentInitializer: 'zeros',
    });
    tf.tidy(() => {
      const random = new RandomStream(1);
      const x = tf.tensor(normals(random, batch * time * inputDim), [batch, time, inputDim]);
      layer.apply(x);
      const weights = shapes.map((shape) => tf.tensor(normals(random, tf.util.sizeFromShape(shape)), shape));
      layer.setWeights(weights);
      compare({
        x,
        weights,
        stock: (series) => {
          const [outputs, h, c] = layer.apply(series) as [tf.Tensor, tf.Tensor, tf.Tensor];
          // Keras leaves the outputs of a backward walk in the order in which they were computed.
          return [goBackwards ? tf.reverse(outputs, 1) : outputs, h, c];
        },
        stockWeights: layer.trainableWeights.map((weight) => weight.read()),
        ours: (series, [kernel, recurrentKernel, bias]) => {
          const cell = { kernel: kernel!, recurrentKernel: recurrentKernel!, bias: bias! };
          const result = lstm(series, cell, { recurrentActivation: activation, goBackwards });
          return [result.outputs, result.finalH, result.finalC];
        },
      });
    });
    layer.dispose();
  });
});

describe('bidirectionalLstm is tf.layers.bidirectional', () => {
  useCpuBackend();

  it.each(activations)('%s', (activation) => {
    const layer = layers.bidirectional({
      layer: layers.lstm({
        units,
        returnSequences: true,
        recurrentActivation: activation,
        recurrentInitializer: 'zeros',
      }),
      mergeMode: 'concat',
    });
    tf.tidy(() => {
      const random = new RandomStream(2);
      const x = tf.tensor(normals(random, batch * time * inputDim), [batch, time, inputDim]);
      layer.apply(x);
      const weights = [...shapes, ...shapes].map((shape) =>
        tf.tensor(normals(random, tf.util.sizeFromShape(shape)), shape),
      );
      layer.setWeights(weights);
      compare({
        x,
        weights,
        stock: (series) => [layer.apply(series) as tf.Tensor],
        stockWeights: layer.trainableWeights.map((weight) => weight.read()),
        ours: (series, weights) => {
          const [forward, backward] = [0, 3].map((first) => {
            const [kernel, recurrentKernel, bias] = weights.slice(first);
            return { kernel: kernel!, recurrentKernel: recurrentKernel!, bias: bias! };
          });
          const cells = { forward: forward!, backward: backward! };
          return [bidirectionalLstm(series, cells, { recurrentActivation: activation }).outputs];
        },
      });
    });
    layer.dispose();
  });
});

/** Compares all outputs, and the gradients of Σ output² with respect to the series and all weights. */
function compare({
  x,
  weights,
  stock,
  stockWeights,
  ours,
}: {
  x: tf.Tensor;
  weights: tf.Tensor[];
  stock: (x: tf.Tensor) => tf.Tensor[];
  stockWeights: tf.Tensor[];
  ours: (x: tf.Tensor, weights: tf.Tensor[]) => tf.Tensor[];
}): void {
  const expected = stock(x);
  const actual = ours(x, weights);
  expect(actual).toHaveLength(expected.length);
  expected.forEach((output, index) => {
    expect(actual[index]!.shape).toEqual(output.shape);
    expectClose(`output ${index}`, actual[index]!.dataSync(), output.dataSync(), 1e-5);
  });
  const total = (outputs: tf.Tensor[]) => tf.addN(outputs.map((output) => tf.sum(tf.square(output))));
  const expectedGradients = tf.grads((series) => total(stock(series!)))([x, ...stockWeights]);
  const actualGradients = tf.grads((series, ...values) => total(ours(series!, values)))([x, ...weights]);
  expect(actualGradients).toHaveLength(expectedGradients.length);
  expectedGradients.forEach((gradient, index) => {
    expectClose(`gradient ${index}`, actualGradients[index]!.dataSync(), gradient.dataSync(), 1e-4);
  });
}
