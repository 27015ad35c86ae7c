import { describe, expect, it } from 'vitest';
import type { SineTruth } from '../../../../../src/data/sine';
import {
  defaultTolerance,
  formatLocalisation,
  localisation,
} from '../../../../../src/model/report/metrics/localisation';

const truth = (loc: number, length: number, label: 0 | 1 = 1): SineTruth => ({
  amp: 1,
  freq: 1,
  loc,
  length,
  label,
});

describe('localisation', () => {
  it('is what counting by hand gives', () => {
    const rows: [SineTruth, number[]][] = [
      // Half inside, three quarters near; the peak inside.
      [truth(2, 2), [1, 1, 1, 3, 1, 1, 0, 0]],
      // The flat is cut to [6, 8). A quarter inside, three quarters near; the peak near, before the flat.
      [truth(6, 3), [2, 0, 0, 0, 0, 4, 2, 0]],
      // Normal, with all attention where its flat would have been: must not count.
      [truth(0, 1, 0), [8, 0, 0, 0, 0, 0, 0, 0]],
      // Nothing inside, half near; the peak near, at the first step after the flat.
      [truth(0, 1), [0, 4, 2, 2, 0, 0, 0, 0]],
      // Nothing near; the peak at the first step after what is near, and before it.
      [truth(0, 1), [0, 0, 4, 2, 2, 0, 0, 0]],
      [truth(5, 2), [0, 0, 2, 6, 0, 0, 0, 0]],
    ];
    const attention = Float32Array.from(rows.flatMap(([, weights]) => weights.map((eighths) => eighths / 8)));
    const truths = rows.map(([series]) => series);
    expect(localisation(attention, truths, 8, 1)).toEqual({
      series: 5,
      tolerance: 1,
      inside: (0.5 + 0.25) / 5,
      chanceInside: (2 + 2 + 1 + 1 + 2) / 8 / 5,
      near: (0.75 + 0.75 + 0.5) / 5,
      chanceNear: (4 + 3 + 2 + 2 + 4) / 8 / 5,
      peakInside: 1 / 5,
      peakNear: 3 / 5,
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

  it('is null without an anomalous series, and skips flats without steps', () => {
    expect(localisation(new Float32Array(4), [truth(1, 2, 0)], 4)).toBeNull();
    expect(localisation(Float32Array.of(1, 0, 0, 0), [truth(1, 0)], 4)).toBeNull();
  });

  it('refuses sizes that do not fit', () => {
    expect(() => localisation(new Float32Array(7), [truth(1, 2), truth(1, 2)], 4)).toThrow(
      'There are 7 attention weights; 2 series of 4 steps have 8.',
    );
  });

  it('can be put into words', () => {
    const result = localisation(Float32Array.of(1, 3, 0, 0), [truth(1, 1)], 4, 1);
    expect(formatLocalisation(result as NonNullable<typeof result>)).toBe(
      'Attention of 1 anomalous series:\n' +
        '  inside the flat: 75.0 % of the attention (by chance 25.0 %), its peak in 100.0 % of them\n' +
        '  within 1 steps of it: 100.0 % of the attention (by chance 75.0 %), its peak in 100.0 % of them',
    );
  });
});
