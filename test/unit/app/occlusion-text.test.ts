import { describe, expect, it } from 'vitest';
import { describeAgreement, describeHidden } from '../../../src/app/train/results/occlusion-text';
import type { Occlusion } from '../../../src/model/explain/occlusion';

function occlusion(falls: number[]): Occlusion {
  return {
    answer: 1,
    probability: 0.991,
    hidden: falls.map((fall, i) => ({ start: 2 * i, end: 2 * i + 2, fall, probability: 0.991 - fall / 10 })),
    effect: new Float32Array(2 * falls.length),
  };
}

describe('what hiding does', () => {
  it('is told of the stretch around a step', () => {
    const found = occlusion([1, 2, 3, 0]);
    expect(describeHidden(found, 0)).toBe('without steps 0 to 1 the answer gets 89.1 %, not 99.1 %');
    expect(describeHidden(found, 5)).toBe('without steps 4 to 5 the answer gets 69.1 %, not 99.1 %');
    expect(describeHidden(found, 7)).toContain('steps 6 to 7');
  });

  it('is compared with the attention, in place and in order', () => {
    const found = { ...occlusion([0, 1, 9, 2]), effect: Float32Array.of(0, 0, 1, 1, 9, 9, 2, 2) };
    expect(describeAgreement(Float32Array.of(0.4, 0.3, 0.1, 0.1, 0.02, 0.02, 0.03, 0.03), found)).toBe(
      'Does it really look there? Not quite: its attention peaks at step 0, but hiding steps 4 to 5 changes the answer most. ' +
        'Over all stretches, attention and the effect of hiding have a rank correlation of −1.00.',
    );
    expect(describeAgreement(new Float32Array(8).fill(0.125), found)).toMatch(
      /A rank correlation is not defined here\.$/,
    );
  });
});
