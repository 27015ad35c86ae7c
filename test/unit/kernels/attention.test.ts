import { describe, expect, it } from 'vitest';
import { attentionReference, attentionReferenceGradient } from '../../../src/kernels/attention/reference';
import { RandomStream } from '../../../src/random';
import { type AttentionShape, attentionShapes, drawAttention, normals } from '../../support/cases';
import { useCpuBackend } from '../../support/cpu-backend';
import { expectAllClose } from '../../support/numeric';
import { attentionGradients, attentionResults, namedAttentionGradients } from '../../support/ops';
import { forRandomCases } from '../../support/random-cases';

const largest = { batch: 6, time: 25, features: 13, units: 9 };

describe('attentionPool on the CPU backend', () => {
  useCpuBackend();

  it('computes what the reference computes', async () => {
    await forRandomCases(attentionShapes(largest), 60, async (shape) => {
      const input = drawAttention(shape);
      expectAllClose(await attentionResults(input), { ...attentionReference(input) }, 1e-5);
    });
  });

  it.each<[string, Partial<AttentionShape>]>([
    ['any shape', {}],
    ['a step', { time: 1 }],
    ['a feature and a unit', { features: 1, attentionUnits: 1 }],
  ])('has the gradients of the reference, %s', async (_, change) => {
    await forRandomCases(attentionShapes(largest), 20, async (shape) => {
      const input = drawAttention({ ...shape, ...change });
      const random = new RandomStream(shape.seed, 'gradients');
      const dOutputs = {
        dContext: normals(random, input.batch * input.features),
        dWeights: normals(random, input.batch * input.time),
      };
      const expected = namedAttentionGradients(attentionReferenceGradient(input, dOutputs));
      expectAllClose(await attentionGradients(input, dOutputs), expected, 1e-4);
    });
  });

  it.each(['dContext', 'dWeights'])('has a gradient from %s alone to every input', async (name) => {
    // With one step the weight is always 1, and its gradient nothing but rounding.
    await forRandomCases(attentionShapes(largest), 20, async (shape) => {
      const input = drawAttention({ ...shape, time: shape.time + 1, lengths: false });
      const size = input.batch * (name === 'dContext' ? input.features : input.time);
      const dOutput = { [name]: normals(new RandomStream(shape.seed, 'gradients'), size) };
      const expected = namedAttentionGradients(attentionReferenceGradient(input, dOutput));
      expectAllClose(await attentionGradients(input, dOutput), expected, 1e-4);
    });
  });

  it('gives the padding no weight and no gradient, whatever it holds', async () => {
    const shape: AttentionShape = {
      batch: 2,
      time: 4,
      features: 3,
      attentionUnits: 5,
      score: 'additive',
      lengths: false,
      seed: 7,
    };
    const input = { ...drawAttention(shape), lengths: [4, 1] };
    const values = Float32Array.from(input.values);
    values.fill(Number.NaN, 5 * 3);
    const { context, weights } = await attentionResults({ ...input, values });
    expect(Array.from(weights!).slice(4)).toEqual([1, 0, 0, 0]);
    expect(Array.from(context!).slice(3)).toEqual(Array.from(values).slice(12, 15));
    const dContext = new Float32Array(6).fill(1);
    const gradients = await attentionGradients({ ...input, values }, { dContext });
    expect(Array.from(gradients.values!).slice(5 * 3)).toEqual(new Array(9).fill(0));
  });
});
