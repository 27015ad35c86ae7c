import { describe, expect, it } from 'vitest';
import type { Region } from '../../../../../src/data/dataset';
import {
  defaultTolerance,
  formatLocalisation,
  localisation,
} from '../../../../../src/model/report/metrics/localisation';

const flat = (start: number, end: number, name = 'flat'): Region => ({ start, end, name });
const of = (time: number, ...regions: Region[][]) => ({ count: regions.length, time, regions });

describe('localisation', () => {
  it('is what counting by hand gives', () => {
    const rows: [Region[], number[]][] = [
      // Half inside, three quarters near; the peak inside.
      [[flat(2, 4)], [1, 1, 1, 3, 1, 1, 0, 0]],
      // A quarter inside, three quarters near; the peak near, before the flat.
      [[flat(6, 8)], [2, 0, 0, 0, 0, 4, 2, 0]],
      // Without a region: must not count.
      [[], [8, 0, 0, 0, 0, 0, 0, 0]],
      // Nothing inside, half near; the peak near, at the first step after the flat.
      [[flat(0, 1)], [0, 4, 2, 2, 0, 0, 0, 0]],
      // Nothing near; the peak at the first step after what is near, and before it.
      [[flat(0, 1)], [0, 0, 4, 2, 2, 0, 0, 0]],
      [[flat(5, 7)], [0, 0, 2, 6, 0, 0, 0, 0]],
    ];
    const attention = Float32Array.from(rows.flatMap(([, weights]) => weights.map((eighths) => eighths / 8)));
    expect(localisation(attention, of(8, ...rows.map(([regions]) => regions)), 1)).toEqual({
      name: 'flat',
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
    const result = localisation(new Float32Array(200).fill(0.01), of(100, [flat(30, 50)], [flat(90, 100)]));
    expect(result?.inside).toBeCloseTo(0.15, 6);
    expect(result?.chanceInside).toBeCloseTo(0.15, 12);
    expect(result?.near).toBeCloseTo(result?.chanceNear as number, 6);
    // 2 % of 100 steps: [28, 52) and [88, 100).
    expect(result?.tolerance).toBe(2);
    expect(result?.chanceNear).toBeCloseTo((24 + 12) / 200, 12);
  });

  it('takes several regions together, and counts no step twice', () => {
    const regions = [flat(0, 2, 'a'), flat(1, 3, 'b'), flat(6, 7, 'a')];
    const result = localisation(Float32Array.of(1, 1, 1, 0, 0, 0, 3, 2), of(8, regions), 1);
    expect(result).toMatchObject({
      name: 'region',
      inside: 0.75,
      chanceInside: 0.5,
      near: 1,
      chanceNear: 7 / 8,
    });
  });

  it('counts the steps that a shorter series has', () => {
    const data = { ...of(8, [flat(1, 2)]), lengths: Int32Array.of(4) };
    const result = localisation(Float32Array.of(0.25, 0.75, 0, 0, 0, 0, 0, 0), data, 1);
    expect(result).toMatchObject({ inside: 0.75, chanceInside: 0.25, chanceNear: 0.75 });
  });

  it('takes attention as shares, whatever its sum', () => {
    const result = localisation(Float32Array.of(1, 3, 0, 0), of(4, [flat(1, 2)]), 1);
    expect(result).toMatchObject({ inside: 0.75, near: 1, peakInside: 1 });
  });

  it('widens by 2 % of the steps, at least one', () => {
    expect([10, 75, 100, 500].map(defaultTolerance)).toEqual([1, 2, 2, 10]);
  });

  it('is null without a region, and skips those without steps', () => {
    expect(localisation(new Float32Array(4), of(4, []))).toBeNull();
    expect(localisation(new Float32Array(4), { count: 1, time: 4 })).toBeNull();
    expect(localisation(Float32Array.of(1, 0, 0, 0), of(4, [flat(1, 1)]))).toBeNull();
  });

  it('refuses sizes that do not fit', () => {
    expect(() => localisation(new Float32Array(7), of(4, [flat(1, 3)], [flat(1, 3)]))).toThrow(
      'There are 7 attention weights; 2 series of 4 steps have 8.',
    );
  });

  it('can be put into words', () => {
    const result = localisation(Float32Array.of(1, 3, 0, 0), of(4, [flat(1, 2)]), 1);
    expect(formatLocalisation(result as NonNullable<typeof result>)).toBe(
      'Attention of 1 series whose flat is marked:\n' +
        '  inside the flat: 75.0 % of the attention (by chance 25.0 %), its peak in 100.0 % of them\n' +
        '  within 1 steps of it: 100.0 % of the attention (by chance 75.0 %), its peak in 100.0 % of them',
    );
  });
});
