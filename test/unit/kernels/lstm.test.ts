import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { lstm, lstmStep } from '../../../src/kernels';
import { lstmReference, lstmReferenceGradient } from '../../../src/kernels/lstm/reference';
import { DEFAULT_ACTIVATIONS } from '../../../src/kernels/names';
import { RandomStream } from '../../../src/random';
import { drawLSTM, type LSTMShape, lstmShapes, normals } from '../../support/cases';
import { useCpuBackend } from '../../support/cpu-backend';
import { expectAllClose, expectClose } from '../../support/numeric';
import { lstmGradients, lstmResults, namedLSTMGradients } from '../../support/ops';
import { forRandomCases } from '../../support/random-cases';

// Saturated gates have tiny gradients, differences of nearly equal numbers: only among many can some be exact.
const largest = { batch: 7, time: 15, inputDim: 5, units: 11 };

describe('lstm and bidirectionalLstm on the CPU backend', () => {
  useCpuBackend();

  it('compute what the reference computes', async () => {
    await forRandomCases(lstmShapes(largest), 60, async (shape) => {
      const input = drawLSTM(shape);
      expectAllClose(await lstmResults(input), { ...lstmReference(input) }, 1e-5);
    });
  });

  it.each<[string, Partial<LSTMShape> & { scale?: number }]>([
    ['a step', { time: 1 }],
    ['a unit', { units: 1 }],
    ['a row', { batch: 1 }],
    ['many input features', { inputDim: 40 }],
    ['saturated gates', { ...largest, ...DEFAULT_ACTIVATIONS, scale: 6 }],
    [
      'saturated hard gates',
      { ...largest, activation: 'tanh', recurrentActivation: 'hardSigmoid', scale: 6 },
    ],
  ])('have the gradients of the reference, %s', async (_, { scale = 1, ...change }) => {
    await forRandomCases(lstmShapes(largest), 15, async (shape) => {
      const drawn = drawLSTM({ ...shape, ...change });
      const input = { ...drawn, x: Array.from(drawn.x, (value) => Math.fround(value * scale)) };
      const random = new RandomStream(shape.seed, 'gradients');
      const features = input.directions.length * input.units;
      const dOutputs = {
        dOutputs: normals(random, input.batch * input.time * features),
        dFinalH: normals(random, input.batch * features),
        dFinalC: normals(random, input.batch * features),
      };
      const expected = namedLSTMGradients(input, lstmReferenceGradient(input, dOutputs));
      expectAllClose(await lstmGradients(input, dOutputs), expected, 1e-4);
    });
  });

  it.each(['dOutputs', 'dFinalH', 'dFinalC'])(
    'have a gradient from %s alone to every input',
    async (name) => {
      await forRandomCases(lstmShapes(largest), 15, async (shape) => {
        const input = drawLSTM({ ...shape, initialState: true });
        const features = input.directions.length * input.units;
        const steps = name === 'dOutputs' ? input.time : 1;
        const random = new RandomStream(shape.seed, 'gradients');
        const dOutput = { [name]: normals(random, input.batch * steps * features) };
        const expected = namedLSTMGradients(input, lstmReferenceGradient(input, dOutput));
        const actual = await lstmGradients(input, dOutput);
        expect(Object.keys(actual)).toContain('h0');
        expectAllClose(actual, expected, 1e-4);
      });
    },
  );

  it('compute the same with and without a tape', async () => {
    await forRandomCases(lstmShapes(largest), 10, async (shape) => {
      const input = drawLSTM({ ...shape, kind: 'forward', lengths: false, initialState: false });
      const { kernel, recurrentKernel, bias } = input.directions[0]!;
      tf.tidy(() => {
        const x = tf.tensor3d(input.x as Float32Array, [input.batch, input.time, input.inputDim]);
        const weights = {
          kernel: tf.tensor2d(kernel as Float32Array, [input.inputDim, 4 * input.units]),
          recurrentKernel: tf.tensor2d(recurrentKernel as Float32Array, [input.units, 4 * input.units]),
          bias: tf.tensor1d(bias as Float32Array),
        };
        const total = (series: tf.Tensor) => tf.sum(lstm(series, weights).outputs);
        const { value } = tf.valueAndGrad(total)(x);
        expect(value.dataSync()).toEqual(total(x).dataSync());
      });
    });
  });

  it('leave no output and no gradient in the padding, whatever it holds', async () => {
    const lengths = [2, 6, 1];
    const drawn = drawLSTM({
      batch: 3,
      time: 6,
      inputDim: 2,
      units: 3,
      kind: 'bidirectional',
      initialState: true,
      lengths: false,
      ...DEFAULT_ACTIVATIONS,
      seed: 3,
    });
    const x = Float32Array.from(drawn.x);
    lengths.forEach((length, row) => {
      x.fill(Number.NaN, (row * 6 + length) * 2, (row + 1) * 6 * 2);
    });
    const input = { ...drawn, x, lengths };
    const { outputs } = await lstmResults(input);
    const gradients = await lstmGradients(input, { dOutputs: new Float32Array(3 * 6 * 6).fill(1) });
    const isPadding = (values: ArrayLike<number>, features: number) =>
      Array.from({ length: 3 * 6 }, (_, step) =>
        Array.from(values)
          .slice(step * features, (step + 1) * features)
          .every((value) => value === 0),
      );
    const expected = lengths.flatMap((length) => Array.from({ length: 6 }, (_, t) => t >= length));
    expect(isPadding(outputs!, 6)).toEqual(expected);
    expect(isPadding(gradients.x!, 2)).toEqual(expected);
    expect(Array.from(gradients.kernel0!).every(Number.isFinite)).toBe(true);
  });
});

describe('lstmStep on the CPU backend', () => {
  useCpuBackend();

  it('is a sequence of one step, forward and backward', async () => {
    await forRandomCases(lstmShapes(largest), 20, (shape) => {
      const input = drawLSTM({ ...shape, kind: 'forward', time: 1, lengths: false, initialState: true });
      const { batch, inputDim, units, activation, recurrentActivation } = input;
      const { kernel, recurrentKernel, bias } = input.directions[0]!;
      const random = new RandomStream(shape.seed, 'gradients');
      const dFinalH = normals(random, batch * units);
      const dFinalC = normals(random, batch * units);
      const expected = lstmReference(input);
      const gradient = lstmReferenceGradient(input, { dFinalH, dFinalC });
      tf.tidy(() => {
        const tensors = [
          tf.tensor2d(input.x as Float32Array, [batch, inputDim]),
          tf.tensor2d(kernel as Float32Array, [inputDim, 4 * units]),
          tf.tensor2d(recurrentKernel as Float32Array, [units, 4 * units]),
          tf.tensor1d(bias as Float32Array),
          tf.tensor2d(input.h0 as Float32Array, [batch, units]),
          tf.tensor2d(input.c0 as Float32Array, [batch, units]),
        ];
        const step = (values: tf.Tensor[]) => {
          const [x, kernel, recurrentKernel, bias, h, c] = values as [
            tf.Tensor,
            tf.Tensor,
            tf.Tensor,
            tf.Tensor,
            tf.Tensor,
            tf.Tensor,
          ];
          return lstmStep(
            x,
            { h, c },
            { kernel, recurrentKernel, bias },
            { activation, recurrentActivation },
          );
        };
        const { h, c } = step(tensors);
        expectClose('h', h.dataSync(), expected.finalH, 1e-5);
        expectClose('c', c.dataSync(), expected.finalC, 1e-5);

        const gradients = tf.grads((...values: tf.Tensor[]) => {
          const state = step(values);
          return tf.add(
            tf.sum(tf.mul(state.h, tf.tensor2d(dFinalH, [batch, units]))),
            tf.sum(tf.mul(state.c, tf.tensor2d(dFinalC, [batch, units]))),
          );
        })(tensors);
        const { dX, dH0, dC0, directions } = gradient;
        const { dKernel, dRecurrentKernel, dBias } = directions[0]!;
        [dX, dKernel, dRecurrentKernel, dBias, dH0, dC0].forEach((values, index) => {
          expectClose(`gradient ${index}`, gradients[index]!.dataSync(), values, 1e-4);
        });
      });
    });
  });
});
