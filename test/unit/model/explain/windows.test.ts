import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { occlusionWindows } from '../../../../src/model/explain/windows';
import { forRandomCases } from '../../../support/random-cases';

describe('occlusionWindows', () => {
  it('move on by half of a tenth of the series, and the last one ends with it', () => {
    const windows = occlusionWindows(100);
    expect(windows.slice(0, 3)).toEqual([
      { start: 0, end: 10 },
      { start: 5, end: 15 },
      { start: 10, end: 20 },
    ]);
    expect(windows.at(-1)).toEqual({ start: 90, end: 100 });
    expect(windows).toHaveLength(19);
    expect(occlusionWindows(8, { width: 3, stride: 3 })).toEqual([
      { start: 0, end: 3 },
      { start: 3, end: 6 },
      { start: 5, end: 8 },
    ]);
  });

  it('are one, all of the series, where it is no longer', () => {
    expect(occlusionWindows(4, { width: 4 })).toEqual([{ start: 0, end: 4 }]);
    expect(occlusionWindows(3, { width: 4 })).toEqual([{ start: 0, end: 3 }]);
    expect(occlusionWindows(1)).toEqual([{ start: 0, end: 1 }]);
  });

  it('leave no step out, and are as wide as asked', async () => {
    const sizes = fc.record({
      length: fc.integer({ min: 1, max: 60 }),
      width: fc.integer({ min: 1, max: 60 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    await forRandomCases(sizes, 60, ({ length, width, share }) => {
      const stride = 1 + Math.floor(share * (width - 1));
      const windows = occlusionWindows(length, { width, stride });
      const hidden = new Set(windows.flatMap(({ start, end }) => range(start, end)));
      expect([...hidden].sort((a, b) => a - b)).toEqual(range(0, length));
      for (const { start, end } of windows) expect(end - start).toBe(Math.min(width, length));
      windows.slice(1).forEach(({ start }, i) => {
        expect(start).toBeGreaterThan(windows[i]?.start ?? 0);
        expect(start - (windows[i]?.start ?? 0)).toBeLessThanOrEqual(stride);
      });
    });
  });

  it('refuse sizes that mean nothing', () => {
    expect(() => occlusionWindows(10, { width: 0 })).toThrow(/width of hidden stretches is 0/);
    expect(() => occlusionWindows(10, { width: 4, stride: 1.5 })).toThrow(/stride .* is 1.5/);
    expect(() => occlusionWindows(10, { width: 4, stride: 5 })).toThrow(/leaves steps out/);
  });
});

function range(start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, i) => start + i);
}
