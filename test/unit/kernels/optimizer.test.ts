import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { type AdamMoments, adam } from '../../../src/kernels';
import { adamReference } from '../../../src/kernels/optimizer/reference';
import { RandomStream } from '../../../src/random';
import { normals } from '../../support/cases';
import { useCpuBackend } from '../../support/cpu-backend';
import { expectClose } from '../../support/numeric';

const shapes = [[3, 4], [1], [], [2, 1, 5], [7]];
const sizes = shapes.map((shape) => tf.util.sizeFromShape(shape));
const total = sizes.reduce((sum, size) => sum + size, 0);

describe('adam on the CPU backend', () => {
  useCpuBackend();

  it.each([0, 0.5, 100])('follows the reference over several steps, clipNorm %d', (clipNorm) => {
    const settings = { learningRate: 0.02, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, clipNorm };
    const random = new RandomStream(11);
    let expected = {
      parameters: sizes.map((size) => normals(random, size)) as ArrayLike<number>[],
      m: new Float32Array(total) as ArrayLike<number>,
      v: new Float32Array(total) as ArrayLike<number>,
    };
    tf.tidy(() => {
      let parameters = expected.parameters.map((values, p) => tf.tensor(values as Float32Array, shapes[p]!));
      let moments: AdamMoments = { m: tf.zeros<tf.Rank.R1>([total]), v: tf.zeros<tf.Rank.R1>([total]) };
      for (let step = 1; step <= 5; step++) {
        const gradients = sizes.map((size) => normals(random, size));
        const reference = adamReference({ ...expected, gradients }, { ...settings, step });
        const result = adam(
          { parameters, gradients: gradients.map((values, p) => tf.tensor(values, shapes[p]!)), moments },
          { ...settings, step },
        );
        ({ parameters, moments } = result);
        expected = reference;
        expectClose('gradientNorm', result.gradientNorm.dataSync(), [reference.gradientNorm], 1e-6);
        expectClose('m', moments.m.dataSync(), reference.m, 1e-6);
        expectClose('v', moments.v.dataSync(), reference.v, 1e-6);
        parameters.forEach((parameter, p) => {
          expect(parameter.shape).toEqual(shapes[p]);
          expectClose(`parameter ${p}`, parameter.dataSync(), reference.parameters[p]!, 1e-6);
        });
      }
    });
  });

  it('leaves what it was given as it was', () => {
    tf.tidy(() => {
      const parameter = tf.tensor1d([1, 2]);
      const moments: AdamMoments = { m: tf.tensor1d([3, 4]), v: tf.tensor1d([5, 6]) };
      adam(
        { parameters: [parameter], gradients: [tf.tensor1d([7, 8])], moments },
        { learningRate: 1, beta1: 0.5, beta2: 0.5, epsilon: 1e-8, step: 1, clipNorm: 0 },
      );
      expect([parameter, moments.m, moments.v].map((tensor) => Array.from(tensor.dataSync()))).toEqual([
        [1, 2],
        [3, 4],
        [5, 6],
      ]);
    });
  });
});
