import { describe, expect, it } from 'vitest';
import {
  type LSTMReferenceInput,
  lstmReference,
  lstmReferenceGradient,
} from '../../../src/kernels/lstm/reference';
import { RandomStream } from '../../../src/random';
import { drawLSTM, lstmShapes, normals } from '../../support/cases';
import { expectSlopes } from '../../support/differences';
import { goldenCases } from '../../support/golden';
import { flatten } from '../../support/golden-format';
import { expectClose } from '../../support/numeric';
import { forRandomCases } from '../../support/random-cases';

describe('the LSTM reference agrees with torch', () => {
  it.each(goldenCases('lstm'))('%s', (_, golden) => {
    const input: LSTMReferenceInput = {
      batch: golden.batch,
      time: golden.time,
      inputDim: golden.input_dim,
      units: golden.units,
      x: flatten(golden.x),
      h0: flatten(golden.h0),
      c0: flatten(golden.c0),
      directions: golden.directions.map((direction) => ({
        kernel: flatten(direction.kernel),
        recurrentKernel: flatten(direction.recurrent_kernel),
        bias: flatten(direction.bias),
      })),
      lengths: golden.lengths ?? undefined,
    };
    expect(input.directions).toHaveLength(golden.bidirectional ? 2 : 1);
    const result = lstmReference(input);
    expectClose('outputs', result.outputs, flatten(golden.y), 1e-12);
    expectClose('finalH', result.finalH, flatten(golden.h_n), 1e-12);
    expectClose('finalC', result.finalC, flatten(golden.c_n), 1e-12);

    const gradient = lstmReferenceGradient(input, {
      dOutputs: flatten(golden.dy),
      dFinalH: flatten(golden.dh_n),
      dFinalC: flatten(golden.dc_n),
    });
    expectClose('dX', gradient.dX, flatten(golden.dx), 1e-12);
    expectClose('dH0', gradient.dH0, flatten(golden.dh0), 1e-12);
    expectClose('dC0', gradient.dC0, flatten(golden.dc0), 1e-12);
    golden.directions.forEach((expected, d) => {
      const { dKernel, dRecurrentKernel, dBias } = gradient.directions[d]!;
      expectClose(`dKernel${d}`, dKernel, flatten(expected.d_kernel), 1e-12);
      expectClose(`dRecurrentKernel${d}`, dRecurrentKernel, flatten(expected.d_recurrent_kernel), 1e-12);
      expectClose(`dBias${d}`, dBias, flatten(expected.d_bias), 1e-12);
    });
  });
});

describe('the LSTM reference', () => {
  it('has gradients that are the slopes of its outputs', async () => {
    await forRandomCases(lstmShapes({ batch: 3, time: 5, inputDim: 3, units: 4 }), 40, (shape) => {
      const drawn = drawLSTM({ ...shape, initialState: true });
      const random = new RandomStream(shape.seed, 'gradients');
      const features = drawn.directions.length * drawn.units;
      const dOutputs = normals(random, drawn.batch * drawn.time * features);
      const dFinalH = normals(random, features * drawn.batch);
      const dFinalC = normals(random, features * drawn.batch);
      const names = ['x', 'h0', 'c0'];
      const values = [drawn.x, drawn.h0!, drawn.c0!];
      drawn.directions.forEach(({ kernel, recurrentKernel, bias }, d) => {
        names.push(`kernel${d}`, `recurrentKernel${d}`, `bias${d}`);
        values.push(kernel, recurrentKernel, bias);
      });
      const inputOf = ([x, h0, c0, ...weights]: ArrayLike<number>[]): LSTMReferenceInput => ({
        ...drawn,
        x: x!,
        h0: h0!,
        c0: c0!,
        directions: drawn.directions.map((_, d) => ({
          kernel: weights[3 * d]!,
          recurrentKernel: weights[3 * d + 1]!,
          bias: weights[3 * d + 2]!,
        })),
      });
      const { dX, dH0, dC0, directions } = lstmReferenceGradient(drawn, { dOutputs, dFinalH, dFinalC });
      const gradients = [
        dX,
        dH0,
        dC0,
        ...directions.flatMap(({ dKernel, dRecurrentKernel, dBias }) => [dKernel, dRecurrentKernel, dBias]),
      ];
      expectSlopes(names, values, gradients, (changed) => {
        const { outputs, finalH, finalC } = lstmReference(inputOf(changed));
        return [
          [outputs, dOutputs],
          [finalH, dFinalH],
          [finalC, dFinalC],
        ];
      });
    });
  });

  it('walks backwards as it walks forwards over the reversed series', () => {
    const forward = drawLSTM({
      batch: 1,
      time: 6,
      inputDim: 2,
      units: 3,
      kind: 'forward',
      initialState: true,
      lengths: false,
      activation: 'tanh',
      recurrentActivation: 'hardSigmoid',
      seed: 5,
    });
    const expected = lstmReference(forward);
    const actual = lstmReference({ ...forward, goBackwards: true, x: reverseSteps(forward.x, 2) });
    expect(actual.outputs).toEqual(reverseSteps(expected.outputs, 3));
    expect(actual.finalH).toEqual(expected.finalH);
    expect(actual.finalC).toEqual(expected.finalC);
  });

  it('clips 0.2 x + 0.5 for the hard sigmoid', () => {
    // One unit without recurrence: o = hardSigmoid(bias), c = hardSigmoid(bias) · tanh(1).
    const outputAt = (bias: number) =>
      lstmReference({
        batch: 1,
        time: 1,
        inputDim: 1,
        units: 1,
        x: [0],
        directions: [{ kernel: [0, 0, 0, 0], recurrentKernel: [0, 0, 0, 0], bias: [3, 0, 1, bias] }],
        recurrentActivation: 'hardSigmoid',
      }).outputs[0]!;
    const open = Math.tanh(Math.tanh(1));
    expect(outputAt(1)).toBeCloseTo(0.7 * open, 14);
    expect(outputAt(2.6)).toBeCloseTo(open, 14);
    expect(outputAt(-2.6)).toBe(0);
  });
});

function reverseSteps(series: ArrayLike<number>, features: number): Float64Array {
  const steps = series.length / features;
  return Float64Array.from(
    { length: series.length },
    (_, index) => series[(steps - 1 - Math.floor(index / features)) * features + (index % features)]!,
  );
}
