/** The loss and the optimizer against their references. */
import * as tf from '@tensorflow/tfjs-core';
import { adam, crossEntropy } from '../../src/kernels';
import { crossEntropyReference } from '../../src/kernels/loss/reference';
import { adamReference } from '../../src/kernels/optimizer/reference';
import { RandomStream } from '../../src/random';
import { normals } from '../support/cases';
import { compare } from './compare';
import type { CaseReport, ParityCase } from './definition';

type CaseOf<Op> = Extract<ParityCase, { op: Op }>;
type Outcome = Omit<CaseReport, 'faults'>;

export async function runCrossEntropy({
  name,
  batch,
  count,
  seed,
  scale = 3,
  right = false,
}: CaseOf<'crossEntropy'>): Promise<Outcome> {
  const random = new RandomStream(seed);
  const logits = normals(random, batch * count, scale);
  const labels = Int32Array.from({ length: batch }, (_, row) =>
    right ? predicted(logits.subarray(row * count, (row + 1) * count)) : random.integer(Math.max(2, count)),
  );
  const [measured, gradient] = tf.tidy(() => {
    const z = tf.tensor2d(logits, [batch, count]);
    const classes = tf.tensor1d(labels, 'int32');
    return [
      crossEntropy(z, classes),
      tf.grad((values) => tf.mul(crossEntropy(values, classes).loss, 3))(z),
    ] as const;
  });
  const actual = { loss: await measured.loss.data(), accuracy: await measured.accuracy.data() };
  const actualGradient = { logits: await gradient.data() };
  tf.dispose([measured.loss, measured.accuracy, gradient]);
  const { loss, accuracy, dLogits } = crossEntropyReference({ logits, labels, batch, count });
  const about = { op: 'crossEntropy', name, layout: '', shape: `${batch}×${count}` };
  return {
    comparisons: [
      compare({ ...about, pass: 'forward' }, actual, { loss: [loss], accuracy: [accuracy] }),
      compare({ ...about, pass: 'gradient' }, actualGradient, { logits: dLogits.map((value) => 3 * value) }),
    ],
  };
}

export async function runAdam({ name, sizes, clipNorm, step, seed }: CaseOf<'adam'>): Promise<Outcome> {
  const settings = { learningRate: 0.003, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, clipNorm, step };
  const random = new RandomStream(seed);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const given = {
    parameters: sizes.map((size) => normals(random, size)),
    gradients: sizes.map((size) => normals(random, size)),
    // Before the first step they are 0.
    m: normals(random, total, step === 1 ? 0 : 1),
    v: normals(random, total, step === 1 ? 0 : 1).map((value) => Math.fround(value * value)),
  };
  const tensors: Record<string, tf.Tensor> = tf.tidy(() => {
    const { parameters, moments, gradientNorm } = adam(
      {
        parameters: given.parameters.map((values) => tf.tensor1d(values)),
        gradients: given.gradients.map((values) => tf.tensor1d(values)),
        moments: { m: tf.tensor1d(given.m), v: tf.tensor1d(given.v) },
      },
      settings,
    );
    return { ...named(parameters), ...moments, gradientNorm };
  });
  const values = Object.entries(tensors).map(async ([key, tensor]) => [key, await tensor.data()] as const);
  const actual = Object.fromEntries(await Promise.all(values));
  tf.dispose(tensors);
  const { parameters, m, v, gradientNorm } = adamReference(given, settings);
  const expected = { ...named(parameters), m, v, gradientNorm: [gradientNorm] };
  const shape = `${sizes.join(' + ')}${clipNorm > 0 ? `, clipped at ${clipNorm}` : ''}, step ${step}`;
  return {
    comparisons: [compare({ op: 'adam', name, layout: '', shape, pass: 'forward' }, actual, expected)],
  };
}

function predicted(logits: Float32Array): number {
  return logits.length === 1 ? Number(logits[0]! > 0) : logits.indexOf(Math.max(...logits));
}

function named<Value>(parameters: Value[]): Record<string, Value> {
  return Object.fromEntries(parameters.map((parameter, p) => [`parameter${p}`, parameter]));
}
