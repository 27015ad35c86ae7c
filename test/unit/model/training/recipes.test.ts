import { describe, expect, it } from 'vitest';
import { checkRunConfig } from '../../../../src/data/config';
import { epochsOf, passesPerEpoch, type Recipe, resolveRecipe } from '../../../../src/model/training/recipes';

const perEpoch = 20;
const recipeOf = (given: object, byDefault?: Recipe['name']) =>
  resolveRecipe(checkRunConfig(given, 'the test'), byDefault);

describe('the length of a run', () => {
  it('follows from the steps for few series, from the epochs for many', () => {
    const recipe = recipeOf({}, 'general');
    expect(epochsOf(recipe, 3) * 3).toBeGreaterThanOrEqual(recipe.steps);
    expect(epochsOf(recipe, 10_000)).toBe(recipe.epochs);
  });

  it('makes an epoch of few series go through them more than once', () => {
    const { steps, batchSize } = recipeOf({}, 'general');
    expect(passesPerEpoch({ steps, batchSize }, 36)).toBe(9);
    expect(passesPerEpoch({ steps, batchSize }, 320)).toBe(1);
    expect(passesPerEpoch({ steps: 2, batchSize }, 36)).toBe(1);
    expect(passesPerEpoch(recipeOf({}), 36)).toBe(1);
  });

  it('is what is given, where only steps or epochs are', () => {
    expect(epochsOf(recipeOf({ steps: 100 }, 'general'), perEpoch)).toBe(5);
    expect(epochsOf(recipeOf({ epochs: 3 }, 'general'), perEpoch)).toBe(3);
    expect(epochsOf(recipeOf({ epochs: 3 }), perEpoch)).toBe(3);
    expect(epochsOf(recipeOf({ steps: 100 }), perEpoch)).toBe(5);
    expect(epochsOf(recipeOf({ steps: 100, epochs: 8 }, 'general'), perEpoch)).toBe(8);
  });
});
