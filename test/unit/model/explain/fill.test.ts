import { describe, expect, it } from 'vitest';
import { type Fill, fills, hideStretch } from '../../../../src/model/explain/fill';

const { NaN: missing } = Number;

function hidden(values: number[], start: number, end: number, fill: Fill, channels = 1): number[] {
  const original = Float32Array.from(values);
  const changed = original.slice();
  hideStretch(changed, original, channels, { start, end }, fill);
  expect(original).toEqual(Float32Array.from(values));
  return [...changed];
}

describe('hideStretch', () => {
  it('writes the mean of the series, what is hidden included', () => {
    expect(hidden([1, 2, 3, 6], 1, 3, 'mean')).toEqual([1, 3, 3, 6]);
  });

  it('draws a line between the values beside the stretch, and holds the only one at an end', () => {
    expect(hidden([0, 9, 9, 9, 8], 1, 4, 'interpolate')).toEqual([0, 2, 4, 6, 8]);
    expect(hidden([9, 9, 3, 4], 0, 2, 'interpolate')).toEqual([3, 3, 3, 4]);
    expect(hidden([3, 4, 9, 9], 2, 4, 'interpolate')).toEqual([3, 4, 4, 4]);
  });

  it('goes on as the rest of the series does', () => {
    const wave = Array.from({ length: 40 }, (_, step) => 2 + Math.sin(step / 3));
    const spoilt = wave.map((value, step) => (step >= 20 && step < 28 ? 5 : value));
    hidden(spoilt, 20, 28, 'continue').forEach((value, step) => {
      expect(value).toBeCloseTo(wave[step] as number, 5);
    });
  });

  it('is a line where too little is known to go on', () => {
    expect(hidden([0, 9, 9, 9, 8], 1, 4, 'continue')).toEqual([0, 2, 4, 6, 8]);
    expect(hidden([3, 3, 3, 9, 3, 3, 3], 3, 4, 'continue')).toEqual([3, 3, 3, 3, 3, 3, 3]);
  });

  it.each(fills)('hides each channel by itself (%s)', (fill) => {
    const [a, b] = [
      [1, 5, 2, 8, 3],
      [7, 0, 1, 4, 9],
    ];
    const both = a.flatMap((value, i) => [value, b[i] as number]);
    const expected = hidden(a, 1, 3, fill).flatMap((value, i) => [value, hidden(b, 1, 3, fill)[i] as number]);
    expect(hidden(both, 1, 3, fill, 2)).toEqual(expected);
  });

  it.each(fills)('takes no missing value for a value (%s)', (fill) => {
    const changed = hidden([1, missing, 9, missing, 5], 2, 3, fill);
    expect(changed[2]).toBe(fill === 'mean' ? 5 : 3);
    expect(changed.filter(Number.isNaN)).toHaveLength(2);
    expect(hidden([missing, missing], 0, 1, fill)).toEqual([missing, missing]);
  });

  it.each(fills)('writes the mean where the whole series is hidden (%s)', (fill) => {
    expect(hidden([1, 2, 6], 0, 3, fill)).toEqual([3, 3, 3]);
  });
});
