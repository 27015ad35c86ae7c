import { describe, expect, it } from 'vitest';
import {
  bestShare,
  describeLength,
  type FoldCurve,
  foldAccuracy,
} from '../../../../src/model/training/found-length';

/** A fold of `count` series whose accuracy after each tenth of the run is given. */
function fold(accuracies: number[], count = 10): FoldCurve {
  return { count, points: accuracies.map((accuracy) => ({ loss: 1, accuracy })) };
}

const rising = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.9];
const falling = [0.3, 0.4, 0.5, 0.8, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4];

describe('bestShare', () => {
  it('is the whole run while more training helps, and ends where it clearly harms', () => {
    expect(bestShare([fold(rising), fold(rising)])).toBe(1);
    expect(bestShare([fold(falling), fold(falling), fold(falling)])).toBe(0.5);
  });

  it('takes the longest that is within one standard error of the best, so that one fold alone shortens nothing', () => {
    const best = fold([0, 0, 0, 0, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9]);
    // Of one fold alone, the mean of what is missing is its standard error.
    const worse = fold([0, 0, 0, 0, 0.9, 0.9, 0.9, 0.9, 0.9, 0.7]);
    expect(bestShare([best, worse])).toBe(1);
    expect(bestShare([worse, worse])).toBe(0.9);
    expect(bestShare([worse, worse, best])).toBe(0.9);
  });

  it('weighs folds by their series, reads between epochs, and never ends before three tenths', () => {
    expect(bestShare([fold(falling, 2), fold(falling, 2), fold(rising, 400)])).toBe(1);
    const early = fold([1, 0]);
    // After half of the run 1, at its end 0.
    expect(bestShare([early, early])).toBe(0.5);
    expect(
      bestShare([fold([1, 0.9, 0.8, 0, 0, 0, 0, 0, 0, 0]), fold([1, 0.9, 0.8, 0, 0, 0, 0, 0, 0, 0])]),
    ).toBe(0.3);
  });
});

it('tells the accuracy at the end of the runs, by series, and its deviation over the folds', () => {
  const accuracy = foldAccuracy([fold([0, 0.6], 10), fold([1, 0.9], 20)]);
  expect(accuracy.mean).toBeCloseTo(0.8, 12);
  expect(accuracy.deviation).toBeCloseTo(0.3 / Math.SQRT2, 12);
  expect(describeLength({ folds: 3, accuracy: { mean: 0.812, deviation: 0.05 }, steps: 640, of: 800 })).toBe(
    'cross-validation over 3 folds: 0.81 ± 0.05; length 640 of 800 steps',
  );
});
