import { describe, expect, it } from 'vitest';
import { recipes } from '../../../../src/model/training/recipes';
import { afterEpoch, initialPlateau, learningRateAt } from '../../../../src/model/training/schedule';

const recipe = { ...recipes.robust, learningRate: 0.1, warmupSteps: 4 };

describe('learningRateAt', () => {
  it('warms up linearly to the full rate', () => {
    const rates = [0, 1, 2, 3, 4].map((step) => learningRateAt(recipe, step, 100, initialPlateau));
    [0.025, 0.05, 0.075, 0.1, 0.1].forEach((rate, i) => {
      expect(rates[i]).toBeCloseTo(rate, 12);
    });
  });

  it('falls along half a cosine to nearly 0', () => {
    const cosine = { ...recipe, schedule: 'cosine' as const };
    expect(learningRateAt(cosine, 4, 104, initialPlateau)).toBeCloseTo(0.1, 12);
    expect(learningRateAt(cosine, 54, 104, initialPlateau)).toBeCloseTo(0.05, 12);
    expect(learningRateAt(cosine, 103, 104, initialPlateau)).toBeCloseTo(
      0.1 * 0.5 * (1 + Math.cos(0.99 * Math.PI)),
      12,
    );
  });

  it('halves on every plateau of two epochs', () => {
    const plateau = { ...recipe, schedule: 'plateau' as const };
    const losses = [0.7, 0.6, 0.65, 0.61, 0.62, 0.59, 0.6, 0.6, 0.6, 0.6];
    let state = initialPlateau;
    const rates = losses.map((loss) => {
      state = afterEpoch(state, loss);
      return learningRateAt(plateau, 50, 100, state);
    });
    expect(rates).toEqual([0.1, 0.1, 0.1, 0.05, 0.05, 0.05, 0.05, 0.025, 0.025, 0.0125]);
  });
});
