import { describe, expect, it } from 'vitest';
import { expectClose, largestError, relativeError } from '../../support/numeric';

describe('the comparison that the kernel tests rest on', () => {
  it('measures the difference against the expected values', () => {
    expect(relativeError([3, 5], [3, 4])).toBeCloseTo(0.2, 15);
    expect(relativeError([0.5, 0], [0, 0])).toBe(0.5);
    expect(largestError([1, 2, 3], [1, 4, 2.5])).toEqual({ error: 2, index: 1 });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('never lets %d pass', (value) => {
    expect(relativeError([1, value], [1, 1])).toBe(Number.POSITIVE_INFINITY);
    expect(relativeError([1, 1], [1, value])).toBe(Number.POSITIVE_INFINITY);
    expect(relativeError([value], [value])).toBe(Number.POSITIVE_INFINITY);
    expect(largestError([1, value], [1, 1])).toEqual({ error: Number.POSITIVE_INFINITY, index: 1 });
    expect(() => expectClose('values', [value], [1], 1e30)).toThrow(/values: relative error Infinity/);
  });

  it('does not compare arrays of different lengths', () => {
    expect(() => relativeError([1], [1, 2])).toThrow('1 values cannot be compared with 2');
  });

  it('says where the worst element is', () => {
    expect(() => expectClose('dX', [1, 2.5], [1, 2], 1e-3)).toThrow(/dX: .* at 1: 2.5 instead of 2/);
    expectClose('dX', [1, 2.0001], [1, 2], 1e-3);
  });
});
