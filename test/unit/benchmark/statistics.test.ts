import { describe, expect, it } from 'vitest';
import { percentile, summarise } from '../../../src/benchmark/statistics';

describe('percentile', () => {
  it('is what NumPy says of known samples', () => {
    const samples = [15, 20, 35, 40, 50];
    // numpy.percentile([15, 20, 35, 40, 50], [0, 5, 30, 40, 50, 95, 100])
    const expected = { 0: 15, 5: 16, 30: 23, 40: 29, 50: 35, 95: 48, 100: 50 };
    for (const [percent, value] of Object.entries(expected)) {
      expect(percentile(samples, Number(percent)), `${percent} %`).toBeCloseTo(value, 12);
    }
  });

  it('lies between the middle two of an even number', () => {
    expect(percentile([4, 1, 3, 2], 50)).toBe(2.5);
  });

  it('is the sample where there is one', () => {
    for (const percent of [0, 50, 95, 100]) expect(percentile([7], percent)).toBe(7);
  });

  it('sorts by number and leaves the samples as they were', () => {
    const samples = [100, 9, 20];
    expect(percentile(samples, 50)).toBe(20);
    expect(samples).toEqual([100, 9, 20]);
  });

  it('refuses what has no answer', () => {
    expect(() => percentile([], 50)).toThrow('no samples');
    expect(() => percentile([1], 101)).toThrow('no percentile 101');
  });
});

describe('summarise', () => {
  it('has median, 95th percentile, smallest and number', () => {
    const samples = Array.from({ length: 101 }, (_, index) => 100 - index);
    expect(summarise(samples)).toEqual({ p50: 50, p95: 95, min: 0, runs: 101 });
  });
});
