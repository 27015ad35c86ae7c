import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { gru, gruStep, gruWeightsFromTorch } from '../../../src/kernels';
import { gruReference, gruReferenceGradient } from '../../../src/kernels/gru/reference';
import { RandomStream } from '../../../src/random';
import { drawGRU, type GRUShape, gruShapes, normals } from '../../support/cases';
import { useCpuBackend } from '../../support/cpu-backend';
import { goldenCases } from '../../support/golden';
import { flatten } from '../../support/golden-format';
import { expectAllClose, expectClose } from '../../support/numeric';
import { gruResults, gruTraining, namedGRUGradients } from '../../support/ops';
import { forRandomCases } from '../../support/random-cases';

const largest = { batch: 7, time: 15, inputDim: 5, units: 11 };

describe('gru and bidirectionalGru on the CPU backend', () => {
  useCpuBackend();

  it.each(goldenCases('gru'))('compute what torch computes, %s', async (_, golden) => {
    const input = {
      batch: golden.batch,
      time: golden.time,
      inputDim: golden.input_dim,
      units: golden.units,
      resetAfter: golden.reset_after,
      x: flatten(golden.x),
      h0: flatten(golden.h0),
      directions: golden.directions.map((direction) => ({
        kernel: flatten(direction.kernel),
        recurrentKernel: flatten(direction.recurrent_kernel),
        bias: flatten(direction.bias),
      })),
      ...(golden.lengths && { lengths: golden.lengths }),
    };
    const dOutputs = { dOutputs: flatten(golden.dy), dFinalH: flatten(golden.dh_n) };
    const { outputs, gradients } = await gruTraining(input, dOutputs);
    expectAllClose(outputs, { outputs: flatten(golden.y), finalH: flatten(golden.h_n) }, 1e-5);
    const weightGradients = golden.directions.flatMap((direction, d) => [
      [`kernel${d}`, flatten(direction.d_kernel)],
      [`recurrentKernel${d}`, flatten(direction.d_recurrent_kernel)],
      [`bias${d}`, flatten(direction.d_bias)],
    ]);
    const expected = {
      x: flatten(golden.dx),
      h0: flatten(golden.dh0),
      ...Object.fromEntries(weightGradients),
    };
    expectAllClose(gradients, expected, 1e-4);
  });

  it('compute what the reference computes', async () => {
    await forRandomCases(gruShapes(largest), 60, async (shape) => {
      const input = drawGRU(shape);
      expectAllClose(await gruResults(input), { ...gruReference(input) }, 1e-5);
    });
  });

  it.each<[string, Partial<GRUShape>]>([
    ['any', {}],
    ['a step', { time: 1 }],
    ['a unit', { units: 1 }],
    ['a row', { batch: 1 }],
    ['many input features', { inputDim: 40 }],
    ['before its reset', { resetAfter: false }],
    ['after its reset', { resetAfter: true }],
  ])('have the gradients of the reference, %s', async (_, change) => {
    await forRandomCases(gruShapes(largest), 20, async (shape) => {
      const input = drawGRU({ ...shape, ...change });
      const random = new RandomStream(shape.seed, 'gradients');
      const features = input.directions.length * input.units;
      const dOutputs = {
        dOutputs: normals(random, input.batch * input.time * features),
        dFinalH: normals(random, input.batch * features),
      };
      const expected = namedGRUGradients(input, gruReferenceGradient(input, dOutputs));
      const { outputs, gradients } = await gruTraining(input, dOutputs);
      expectAllClose(outputs, { ...gruReference(input) }, 1e-5);
      expectAllClose(gradients, expected, 1e-4);
    });
  });

  it.each(['dOutputs', 'dFinalH'])('have a gradient from %s alone to every input', async (name) => {
    await forRandomCases(gruShapes(largest), 15, async (shape) => {
      const input = drawGRU({ ...shape, initialState: true });
      const features = input.directions.length * input.units;
      const steps = name === 'dOutputs' ? input.time : 1;
      const random = new RandomStream(shape.seed, 'gradients');
      const dOutput = { [name]: normals(random, input.batch * steps * features) };
      const expected = namedGRUGradients(input, gruReferenceGradient(input, dOutput));
      expectAllClose((await gruTraining(input, dOutput)).gradients, expected, 1e-4);
    });
  });

  it("take torch's weights, in torch's order of gates", async () => {
    const [, golden] = goldenCases('gru').find(([name]) => name === 'gru_small')!;
    const [direction] = golden.directions;
    const { batch, time, input_dim: inputDim, units } = golden;
    // z, r, h along the last axis as r, z, n along the first.
    const inTorchOrder = (values: tf.Tensor) => {
      const [z, r, h] = tf.split(values, 3, -1);
      return tf.transpose(tf.concat([r!, z!, h!], -1));
    };
    tf.tidy(() => {
      const matrix = (values: Float64Array, rows: number) =>
        tf.tensor2d(Float32Array.from(values), [rows, values.length / rows]);
      const torch = (kernel: Float64Array, recurrent: Float64Array, bias: Float64Array) => [
        inTorchOrder(matrix(kernel, inputDim)),
        inTorchOrder(matrix(recurrent, units)),
        ...tf.unstack(matrix(bias, 2)).map(inTorchOrder),
      ];
      const { kernel, recurrent_kernel, bias, d_kernel, d_recurrent_kernel, d_bias } = direction!;
      const weights = torch(flatten(kernel), flatten(recurrent_kernel), flatten(bias));
      const x = tf.tensor(Float32Array.from(flatten(golden.x)), [batch, time, inputDim]);
      const initialState = matrix(flatten(golden.h0), batch);
      const run = (...[weightIh, weightHh, biasIh, biasHh]: tf.Tensor[]) =>
        gru(
          x,
          gruWeightsFromTorch({ weightIh: weightIh!, weightHh: weightHh!, biasIh: biasIh!, biasHh: biasHh! }),
          { initialState },
        );
      expectClose('outputs', run(...weights).outputs.dataSync(), flatten(golden.y), 1e-5);
      const weighed = (output: tf.Tensor, d: Float64Array) =>
        tf.sum(tf.mul(output, tf.tensor(Float32Array.from(d), output.shape)));
      const gradients = tf.grads((...values: tf.Tensor[]) => {
        const { outputs, finalH } = run(...values);
        return tf.add(weighed(outputs, flatten(golden.dy)), weighed(finalH, flatten(golden.dh_n)));
      })(weights);
      torch(flatten(d_kernel), flatten(d_recurrent_kernel), flatten(d_bias)).forEach((expected, n) => {
        expect(gradients[n]!.shape).toEqual(weights[n]!.shape);
        expectClose(`gradient ${n}`, gradients[n]!.dataSync(), expected.dataSync(), 1e-4);
      });
    });
  });

  it.each([true, false])('take a bias that is absent for zeros, resetAfter %s', (resetAfter) => {
    tf.tidy(() => {
      const [x, kernel, recurrentKernel] = [tf.ones([2, 3, 1]), tf.ones([1, 6]), tf.ones([2, 6])];
      const bias = tf.zeros(resetAfter ? [2, 6] : [6]);
      const withZeros = gru(x, { kernel, recurrentKernel, bias }, { resetAfter }).outputs;
      const without = gru(x, { kernel, recurrentKernel }, { resetAfter }).outputs;
      expect(without.dataSync()).toEqual(withZeros.dataSync());
    });
  });
});

describe('gruStep on the CPU backend', () => {
  useCpuBackend();

  it('is a sequence of one step, forward and backward', async () => {
    await forRandomCases(gruShapes(largest), 20, (shape) => {
      const input = drawGRU({ ...shape, kind: 'forward', time: 1, lengths: false, initialState: true });
      const { batch, inputDim, units, activation, recurrentActivation, resetAfter } = input;
      const { kernel, recurrentKernel, bias } = input.directions[0]!;
      const dFinalH = normals(new RandomStream(shape.seed, 'gradients'), batch * units);
      const { dX, dH0, directions } = gruReferenceGradient(input, { dFinalH });
      const { dKernel, dRecurrentKernel, dBias } = directions[0]!;
      const values = [input.x, input.h0!, kernel, recurrentKernel, bias].map((v) => Float32Array.from(v));
      const shapes = [
        [batch, inputDim],
        [batch, units],
        [inputDim, 3 * units],
        [units, 3 * units],
        resetAfter ? [2, 3 * units] : [3 * units],
      ];
      tf.tidy(() => {
        const step = (...[x, h, kernel, recurrentKernel, bias]: tf.Tensor[]) =>
          gruStep(
            x!,
            h!,
            { kernel: kernel!, recurrentKernel: recurrentKernel!, bias: bias! },
            { activation, recurrentActivation, resetAfter },
          );
        const tensors = values.map((array, n) => tf.tensor(array, shapes[n]!));
        expectClose('h', step(...tensors).dataSync(), gruReference(input).finalH, 1e-5);
        const gradients = tf.grads(step)(tensors, tf.tensor2d(dFinalH, [batch, units]));
        [dX, dH0, dKernel, dRecurrentKernel, dBias].forEach((expected, index) => {
          expectClose(`gradient ${index}`, gradients[index]!.dataSync(), expected, 1e-4);
        });
      });
    });
  });
});
