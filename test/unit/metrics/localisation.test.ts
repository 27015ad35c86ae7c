import { describe, expect, it } from 'vitest';
import type { SineTruth } from '../../../src/data/sine';
import { defaultTolerance, formatLocalisation, localisation } from '../../../src/model/metrics/localisation';

const truth = (loc: number, length: number, label: 0 | 1 = 1): SineTruth => ({
  amp: 1,
  freq: 1,
  loc,
  length,
  label,
});

describe('localisation', () => {
  it('is what is counted by hand', () => {
    const attention = Float32Array.of(
      // Flat [2, 4): half inside, ¾ near; peak at 3, inside.
      0.125,
      0.125,
      0.125,
      0.375,
      0.125,
      0.125,
      0,
      0,
      // Flat [6, 9) cut to [6, 8): ¼ inside, ¾ near; peak at 5, near.
      0.25,
      0,
      0,
      0,
      0,
      0.5,
      0.25,
      0,
      // Normal: all attention where its flat would have been, which must not count.
      1,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      // Flat [0, 1): nothing inside or near; peak at 4, elsewhere.
      0,
      0,
      0.25,
      0.25,
      0.5,
      0,
      0,
      0,
    );
    const truths = [truth(2, 2), truth(6, 3), truth(0, 1, 0), truth(0, 1)];
    expect(localisation(attention, truths, 8, 1)).toEqual({
      series: 3,
      tolerance: 1,
      inside: (0.5 + 0.25 + 0) / 3,
      chanceInside: (2 / 8 + 2 / 8 + 1 / 8) / 3,
      near: (0.75 + 0.75 + 0) / 3,
      chanceNear: (4 / 8 + 3 / 8 + 2 / 8) / 3,
      peakInside: 1 / 3,
      peakNear: 2 / 3,
    });
  });

  it('is chance for attention spread evenly', () => {
    const result = localisation(new Float32Array(200).fill(0.01), [truth(30, 20), truth(90, 40)], 100);
    expect(result?.inside).toBeCloseTo(0.15, 6);
    expect(result?.chanceInside).toBeCloseTo(0.15, 12);
    expect(result?.near).toBeCloseTo(result?.chanceNear as number, 6);
    // 2 % of 100 steps: [28, 52) and [88, 100).
    expect(result?.tolerance).toBe(2);
    expect(result?.chanceNear).toBeCloseTo((24 + 12) / 200, 12);
  });

  it('takes attention as shares, whatever its sum', () => {
    const result = localisation(Float32Array.of(1, 3, 0, 0), [truth(1, 1)], 4, 1);
    expect(result).toMatchObject({ inside: 0.75, near: 1, peakInside: 1 });
  });

  it('widens by 2 % of the steps, at least one', () => {
    expect([10, 75, 100, 500].map(defaultTolerance)).toEqual([1, 2, 2, 10]);
  });

  it('is null without an anomalous series, and passes over flats of no step', () => {
    expect(localisation(new Float32Array(4), [truth(1, 2, 0)], 4)).toBeNull();
    expect(localisation(Float32Array.of(1, 0, 0, 0), [truth(1, 0)], 4)).toBeNull();
  });

  it('refuses sizes that do not fit', () => {
    expect(() => localisation(new Float32Array(7), [truth(1, 2), truth(1, 2)], 4)).toThrow(
      'There are 7 attention weights; 2 series of 4 steps have 8.',
    );
  });

  it('says itself in words', () => {
    const result = localisation(Float32Array.of(1, 3, 0, 0), [truth(1, 1)], 4, 1);
    expect(formatLocalisation(result as NonNullable<typeof result>)).toBe(
      'Attention of 1 anomalous series:\n' +
        '  inside the flat: 75.0 % of the attention (by chance 25.0 %), its peak in 100.0 % of them\n' +
        '  within 1 steps of it: 100.0 % of the attention (by chance 75.0 %), its peak in 100.0 % of them',
    );
  });
});
