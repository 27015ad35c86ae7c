import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossEntropy } from '../../../src/kernels';
import { crossEntropyReference } from '../../../src/kernels/loss/reference';
import { RandomStream } from '../../../src/random';
import { normals } from '../../support/cases';
import { useCpuBackend } from '../../support/cpu-backend';
import { expectClose } from '../../support/numeric';
import { forRandomCases } from '../../support/random-cases';

describe('crossEntropy on the CPU backend', () => {
  useCpuBackend();

  it.each([1, 2, 3, 1000])('computes what the reference computes, %i logits', async (count) => {
    const shapes = fc.record({ batch: fc.integer({ min: 1, max: 40 }), seed: fc.nat() });
    await forRandomCases(shapes, 20, ({ batch, seed }) => {
      const random = new RandomStream(seed);
      const values = normals(random, batch * count, 3);
      const classes = Int32Array.from({ length: batch }, () => random.integer(Math.max(2, count)));
      const expected = crossEntropyReference({ logits: values, batch, count, labels: classes });
      tf.tidy(() => {
        const logits = tf.tensor2d(values, [batch, count]);
        const labels = tf.tensor1d(classes, 'int32');
        const { loss, accuracy } = crossEntropy(logits, labels);
        expect([loss.shape, accuracy.shape]).toEqual([[], []]);
        expectClose('loss', loss.dataSync(), [expected.loss], 1e-5);
        expectClose('accuracy', accuracy.dataSync(), [expected.accuracy], 1e-6);
        const gradient = tf.grad((z) => tf.mul(crossEntropy(z, labels).loss, 3))(logits);
        const tripled = expected.dLogits.map((value) => 3 * value);
        expectClose('dLogits', gradient.dataSync(), tripled, 1e-5);
      });
    });
  });

  it('stays finite where the logits are large', () => {
    tf.tidy(() => {
      const { loss } = crossEntropy(tf.tensor2d([[-800], [900]]), tf.tensor1d([1, 1], 'int32'));
      expect(loss.dataSync()[0]).toBe(400);
    });
  });
});
