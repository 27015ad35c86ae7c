import { describe, expect, it } from 'vitest';
import { compare, relativeError } from '../../../src/benchmark/parity';

describe('relativeError', () => {
  it('is ‖out − ref‖₂ / ‖ref‖₂', () => {
    expect(relativeError([3, 4.5], [3, 4])).toBeCloseTo(0.1, 12);
    expect(relativeError([0, 0.5], [0, 0])).toBe(0.5);
  });

  it('repeats the reference', () => {
    expect(relativeError([1, 2, 1, 2], [1, 2])).toBe(0);
    expect(relativeError([1, 2, 1, 3], [1, 2])).toBeCloseTo(Math.sqrt(1 / 10), 12);
  });

  it.each([
    ['a NaN', [Number.NaN, 1], [1, 1]],
    ['an infinity', [Number.POSITIVE_INFINITY, 1], [1, 1]],
    ['a wrong size', [1, 1, 1], [1, 1]],
    ['nothing', [], [1, 1]],
  ])('never passes %s', (_, actual, expected) => {
    expect(relativeError(actual, expected)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('compare', () => {
  it('passes what is within the tolerance, and gives the largest error', () => {
    const { parity, reason } = compare({ a: [1.001], b: [2] }, { a: [1], b: [2] }, 0.01);
    expect(parity.ok).toBe(true);
    expect(parity.error).toBeCloseTo(0.001, 9);
    expect(reason).toBeNull();
  });

  it('names the part that is wrong', () => {
    expect(compare({ a: [1], b: [3] }, { a: [1], b: [2] }, 0.01)).toEqual({
      parity: { ok: false, error: 0.5 },
      reason: "'b' is off by 5.0e-1, relative; at most 1e-2 is allowed",
    });
  });

  it('notices a missing part', () => {
    const { parity, reason } = compare({ a: [1] }, { a: [1], b: [2] }, 0.01);
    expect(parity).toEqual({ ok: false, error: null });
    expect(reason).toContain("'b' is missing");
  });
});
