import { describe, expect, it } from 'vitest';
import type { SineWave } from '../../../../../src/data/sine';
import { departure, recallBins } from '../../../../../src/model/report/metrics/breakdown';

const wave: SineWave = { amp: 3, freq: 1, loc: 0, length: 101, label: 1 };

describe('departure', () => {
  it('is that of a sine held at 0 over its whole period: 1 / sqrt 2 amplitudes', () => {
    // 101 points count the zero at both ends: a mean of 50/101 instead of 1/2.
    expect(departure(wave, 101)).toBeCloseTo(Math.sqrt(50 / 101), 6);
  });

  it('does not depend on the amplitude, and only on what lies within the flat', () => {
    const short = { ...wave, loc: 25, length: 3 };
    expect(departure({ ...short, amp: 9 }, 101)).toBeCloseTo(departure(short, 101), 6);
    // At its top the sine hardly moves; at its zero it moves most.
    expect(departure(short, 101)).toBeLessThan(0.01);
    expect(departure({ ...short, loc: 50 }, 101)).toBeGreaterThan(0.05);
  });

  it('is 0 where nothing was held, and stops at the end of the series', () => {
    expect(departure({ ...wave, length: 0 }, 101)).toBe(0);
    expect(departure({ ...wave, length: 1 }, 101)).toBe(0);
    expect(departure({ ...wave, loc: 90, length: 500 }, 101)).toBe(
      departure({ ...wave, loc: 90, length: 11 }, 101),
    );
  });
});

describe('recallBins', () => {
  const items = (values: number[]) => values.map((value) => ({ value, isFound: value > 3 }));

  it('cuts into groups of the same size, in order', () => {
    expect(recallBins(items([6, 1, 5, 2, 4, 3]), 3)).toEqual([
      { from: 1, to: 2, count: 2, found: 0 },
      { from: 3, to: 4, count: 2, found: 1 },
      { from: 5, to: 6, count: 2, found: 2 },
    ]);
  });

  it('keeps equal values together', () => {
    expect(recallBins(items([1, 1, 1, 1, 5, 6]), 3)).toEqual([
      { from: 1, to: 1, count: 4, found: 0 },
      { from: 5, to: 6, count: 2, found: 2 },
    ]);
  });

  it('has no group without series', () => {
    expect(recallBins([], 3)).toEqual([]);
    expect(recallBins(items([4]), 5)).toEqual([{ from: 4, to: 4, count: 1, found: 1 }]);
  });
});
