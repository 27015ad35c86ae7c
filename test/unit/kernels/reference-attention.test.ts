import { describe, expect, it } from 'vitest';
import {
  type AttentionReferenceInput,
  attentionReference,
  attentionReferenceGradient,
} from '../../../src/kernels/attention/reference';
import { RandomStream } from '../../../src/random';
import { attentionShapes, drawAttention, normals } from '../../support/cases';
import { expectSlopes } from '../../support/differences';
import { goldenCases } from '../../support/golden';
import { flatten } from '../../support/golden-format';
import { expectClose } from '../../support/numeric';
import { forRandomCases } from '../../support/random-cases';

describe('the attention reference agrees with torch', () => {
  it.each(goldenCases('additive_attention'))('%s', (_, golden) => {
    const input: AttentionReferenceInput = {
      batch: golden.batch,
      time: golden.time,
      features: golden.features,
      values: flatten(golden.y),
      parameters: {
        score: 'additive',
        attentionUnits: golden.attention_units,
        kernel: flatten(golden.W),
        bias: flatten(golden.b),
        query: flatten(golden.v),
      },
      lengths: golden.lengths ?? undefined,
    };
    const { context, weights } = attentionReference(input);
    expectClose('context', context, flatten(golden.context), 1e-12);
    expectClose('weights', weights, flatten(golden.alpha), 1e-12);

    const gradient = attentionReferenceGradient(input, {
      dContext: flatten(golden.d_context),
      dWeights: flatten(golden.d_alpha),
    });
    expectClose('dValues', gradient.dValues, flatten(golden.dy), 1e-12);
    expectClose('dKernel', gradient.dKernel!, flatten(golden.dW), 1e-12);
    expectClose('dBias', gradient.dBias!, flatten(golden.db), 1e-12);
    expectClose('dQuery', gradient.dQuery, flatten(golden.dv), 1e-12);
  });
});

describe('the attention reference', () => {
  it('has gradients that are the slopes of its outputs, for both scores', async () => {
    await forRandomCases(attentionShapes({ batch: 3, time: 6, features: 4, units: 3 }), 40, (shape) => {
      const drawn = drawAttention(shape);
      const { parameters } = drawn;
      const random = new RandomStream(shape.seed, 'gradients');
      const dContext = normals(random, drawn.batch * drawn.features);
      const dWeights = normals(random, drawn.batch * drawn.time);
      const { dValues, dKernel, dBias, dQuery } = attentionReferenceGradient(drawn, { dContext, dWeights });
      const [names, values, gradients] =
        parameters.score === 'additive'
          ? [
              ['values', 'query', 'kernel', 'bias'],
              [drawn.values, parameters.query, parameters.kernel, parameters.bias],
              [dValues, dQuery, dKernel!, dBias!],
            ]
          : [
              ['values', 'query'],
              [drawn.values, parameters.query],
              [dValues, dQuery],
            ];
      expectSlopes(names, values, gradients, ([changedValues, query, kernel, bias]) => {
        const changed =
          parameters.score === 'additive'
            ? { ...parameters, query: query!, kernel: kernel!, bias: bias! }
            : { ...parameters, query: query! };
        const result = attentionReference({ ...drawn, values: changedValues!, parameters: changed });
        return [
          [result.context, dContext],
          [result.weights, dWeights],
        ];
      });
    });
  });

  it('scores by the scaled dot product with the query', () => {
    // Four features, so the scores are query · y / 2: [0, log 3] gives the weights 1/4, 3/4.
    const { context, weights } = attentionReference({
      batch: 1,
      time: 2,
      features: 4,
      values: [1, 1, 0, 0, 1, 1, 2, 0],
      parameters: { score: 'dot', query: [3, -3, Math.log(3), 7] },
    });
    expectClose('weights', weights, [0.25, 0.75], 1e-15);
    expectClose('context', context, [1, 1, 1.5, 0], 1e-15);
  });

  it('does not overflow with large scores', () => {
    const { weights } = attentionReference({
      batch: 1,
      time: 2,
      features: 1,
      values: [1000, 999],
      parameters: { score: 'dot', query: [1] },
    });
    expect(weights[0]).toBeCloseTo(1 / (1 + Math.exp(-1)), 14);
  });
});
