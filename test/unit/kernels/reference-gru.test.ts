import { describe, expect, it } from 'vitest';
import {
  type GRUReferenceInput,
  gruReference,
  gruReferenceGradient,
} from '../../../src/kernels/gru/reference';
import { RandomStream } from '../../../src/random';
import { drawGRU, gruShapes, normals } from '../../support/cases';
import { expectSlopes } from '../../support/differences';
import { goldenCases } from '../../support/golden';
import { flatten } from '../../support/golden-format';
import { expectClose } from '../../support/numeric';
import { forRandomCases } from '../../support/random-cases';

describe('the GRU reference agrees with torch', () => {
  it.each(goldenCases('gru'))('%s', (_, golden) => {
    const input: GRUReferenceInput = {
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
      lengths: golden.lengths ?? undefined,
    };
    expect(input.directions).toHaveLength(golden.bidirectional ? 2 : 1);
    const result = gruReference(input);
    expectClose('outputs', result.outputs, flatten(golden.y), 1e-12);
    expectClose('finalH', result.finalH, flatten(golden.h_n), 1e-12);

    const gradient = gruReferenceGradient(input, {
      dOutputs: flatten(golden.dy),
      dFinalH: flatten(golden.dh_n),
    });
    expectClose('dX', gradient.dX, flatten(golden.dx), 1e-12);
    expectClose('dH0', gradient.dH0, flatten(golden.dh0), 1e-12);
    golden.directions.forEach((expected, d) => {
      const { dKernel, dRecurrentKernel, dBias } = gradient.directions[d]!;
      expectClose(`dKernel${d}`, dKernel, flatten(expected.d_kernel), 1e-12);
      expectClose(`dRecurrentKernel${d}`, dRecurrentKernel, flatten(expected.d_recurrent_kernel), 1e-12);
      expectClose(`dBias${d}`, dBias, flatten(expected.d_bias), 1e-12);
    });
  });
});

describe('the GRU reference', () => {
  it('has gradients that are the slopes of its outputs', async () => {
    await forRandomCases(gruShapes({ batch: 3, time: 5, inputDim: 3, units: 4 }), 40, (shape) => {
      const drawn = drawGRU({ ...shape, initialState: true });
      const random = new RandomStream(shape.seed, 'gradients');
      const features = drawn.directions.length * drawn.units;
      const dOutputs = normals(random, drawn.batch * drawn.time * features);
      const dFinalH = normals(random, features * drawn.batch);
      const names = ['x', 'h0'];
      const values = [drawn.x, drawn.h0!];
      drawn.directions.forEach(({ kernel, recurrentKernel, bias }, d) => {
        names.push(`kernel${d}`, `recurrentKernel${d}`, `bias${d}`);
        values.push(kernel, recurrentKernel, bias);
      });
      const inputOf = ([x, h0, ...weights]: ArrayLike<number>[]): GRUReferenceInput => ({
        ...drawn,
        x: x!,
        h0: h0!,
        directions: drawn.directions.map((_, d) => ({
          kernel: weights[3 * d]!,
          recurrentKernel: weights[3 * d + 1]!,
          bias: weights[3 * d + 2]!,
        })),
      });
      const { dX, dH0, directions } = gruReferenceGradient(drawn, { dOutputs, dFinalH });
      const gradients = [
        dX,
        dH0,
        ...directions.flatMap(({ dKernel, dRecurrentKernel, dBias }) => [dKernel, dRecurrentKernel, dBias]),
      ];
      expectSlopes(names, values, gradients, (changed) => {
        const { outputs, finalH } = gruReference(inputOf(changed));
        return [
          [outputs, dOutputs],
          [finalH, dFinalH],
        ];
      });
    });
  });

  it('keeps h where z is 1, and has no memory where z and r are 0', () => {
    // One unit, without products: z = hardSigmoid(bias) is 1 at 3 and 0 at −3.
    const outputAt = (z: number, resetAfter: boolean) =>
      gruReference({
        batch: 1,
        time: 1,
        inputDim: 1,
        units: 1,
        x: [0],
        h0: [0.25],
        directions: [
          {
            kernel: [0, 0, 0],
            recurrentKernel: [0, 0, 9],
            bias: resetAfter ? [z, -3, 1, 0, 0, 0] : [z, -3, 1],
          },
        ],
        recurrentActivation: 'hardSigmoid',
        resetAfter,
      }).outputs[0];
    for (const resetAfter of [true, false]) {
      expect(outputAt(3, resetAfter)).toBe(0.25);
      expect(outputAt(-3, resetAfter)).toBe(Math.tanh(1));
    }
  });
});
