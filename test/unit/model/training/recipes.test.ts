import { describe, expect, it } from 'vitest';
import { epochsOf, resolveRecipe } from '../../../../src/model/training/recipes';

const perEpoch = 20;

describe('the length of a run', () => {
  it('follows from the steps for few series, from the epochs for many', () => {
    const recipe = resolveRecipe({}, 'general');
    expect(epochsOf(recipe, 3) * 3).toBeGreaterThanOrEqual(recipe.steps);
    expect(epochsOf(recipe, 10_000)).toBe(recipe.epochs);
  });

  it('is what is given, where only steps or epochs are', () => {
    expect(epochsOf(resolveRecipe({ steps: 100 }, 'general'), perEpoch)).toBe(5);
    expect(epochsOf(resolveRecipe({ epochs: 3 }, 'general'), perEpoch)).toBe(3);
    expect(epochsOf(resolveRecipe({ epochs: 3 }), perEpoch)).toBe(3);
    expect(epochsOf(resolveRecipe({ steps: 100 }), perEpoch)).toBe(5);
    expect(epochsOf(resolveRecipe({ steps: 100, epochs: 8 }, 'general'), perEpoch)).toBe(8);
  });
});
