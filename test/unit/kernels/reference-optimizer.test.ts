import { describe, expect, it } from 'vitest';
import { adamReference } from '../../../src/kernels/optimizer/reference';
import { expectClose } from '../../support/numeric';

const settings = { learningRate: 0.1, beta1: 0.9, beta2: 0.99, epsilon: 0.5, step: 1, clipNorm: 0 };

describe('the Adam reference', () => {
  it('takes a first step of learningRate · g / (|g| + ε)', () => {
    const { parameters, m, v, gradientNorm } = adamReference(
      { parameters: [[1], [2, 3]], gradients: [[2], [-1, 0]], m: [0, 0, 0], v: [0, 0, 0] },
      settings,
    );
    expectClose('first parameter', parameters[0]!, [1 - (0.1 * 2) / 2.5], 1e-14);
    expectClose('second parameter', parameters[1]!, [2 + (0.1 * 1) / 1.5, 3], 1e-14);
    expectClose('m', m, [0.2, -0.1, 0], 1e-14);
    expectClose('v', v, [0.04, 0.01, 0], 1e-14);
    expect(gradientNorm).toBeCloseTo(Math.sqrt(5), 14);
  });

  it('corrects the moments for their start at 0 in later steps', () => {
    // Constant gradient g: both corrected moments stay g and g², so each step equals the first one.
    let state = {
      parameters: [[5]] as ArrayLike<number>[],
      m: [0] as ArrayLike<number>,
      v: [0] as ArrayLike<number>,
    };
    for (let step = 1; step <= 4; step++) {
      state = adamReference({ ...state, gradients: [[2]] }, { ...settings, step });
    }
    expectClose('parameter', state.parameters[0]!, [5 - 4 * ((0.1 * 2) / 2.5)], 1e-14);
  });

  it('scales the gradients of all parameters together when their norm exceeds clipNorm', () => {
    const input = { parameters: [[0], [0]], gradients: [[3], [4]], m: [0, 0], v: [0, 0] };
    const clipped = adamReference(input, { ...settings, clipNorm: 1 });
    expect(clipped.gradientNorm).toBe(5);
    expectClose('m', clipped.m, [(0.1 * 3) / (5 + 1e-6), (0.1 * 4) / (5 + 1e-6)], 1e-14);
    const within = adamReference(input, { ...settings, clipNorm: 6 });
    expectClose('m', within.m, [0.1 * 3, 0.1 * 4], 1e-14);
  });
});
