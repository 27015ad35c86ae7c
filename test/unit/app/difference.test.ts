import { describe, expect, it } from 'vitest';
import { listOf } from '../../../src/app/shared/format';
import { differences } from '../../../src/app/train/model/difference';
import { defaultConfig } from '../../../src/app/train/state/settings';

describe('differences', () => {
  it('says what the run shown had, in the words of the controls', () => {
    const now = { ...defaultConfig, units: 64, learning_rate: 0.5, score: 'dot' as const };
    expect(differences({ ...defaultConfig, learning_rate: 0.01 }, now).sort()).toEqual([
      'learning rate 0.01',
      'score additive',
      'units 32',
    ]);
  });

  it('is empty where nothing differs, and for the name of the recipe', () => {
    expect(differences(defaultConfig, { ...defaultConfig })).toEqual([]);
    expect(differences(defaultConfig, { ...defaultConfig, recipe: 'article' })).toEqual([]);
  });

  it('gathers the keys of the data', () => {
    expect(differences(defaultConfig, { ...defaultConfig, num_points: 9, max_amp: 3, seed: 7 })).toEqual([
      'seed 0',
      'other data',
    ]);
  });
});

describe('listOf', () => {
  it('is cut after a few', () => {
    expect(listOf(['a', 'b'], 2)).toBe('a, b');
    expect(listOf(['a', 'b', 'c'], 2)).toBe('a, b and 1 more');
  });
});
