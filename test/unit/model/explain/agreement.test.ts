import { describe, expect, it } from 'vitest';
import {
  attentionAgreement,
  rankCorrelation,
  summariseCorrelations,
} from '../../../../src/model/explain/agreement';
import type { Occlusion } from '../../../../src/model/explain/occlusion';

describe('rankCorrelation', () => {
  it('is 1, −1 or in between, by the ranks alone', () => {
    expect(rankCorrelation([1, 2, 3], [10, 20, 1000])).toBe(1);
    expect(rankCorrelation([1, 2, 3], [9, 4, 1])).toBe(-1);
    // Without ties 1 − 6 Σd² / (n (n² − 1)): differences 1, 1, 1, 1 of 4 values.
    expect(rankCorrelation([1, 2, 3, 4], [2, 1, 4, 3])).toBeCloseTo(0.6, 12);
  });

  it('gives equal values the mean of their ranks', () => {
    // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: 4.5 / √(4.5 · 5).
    expect(rankCorrelation([1, 5, 5, 9], [1, 2, 3, 4])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
  });

  it('is undefined where one side is constant', () => {
    expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBeUndefined();
    expect(rankCorrelation([1, 2, 3], [0, 0, 0])).toBeUndefined();
  });

  it('refuses sides of different lengths', () => {
    expect(() => rankCorrelation([1, 2], [1])).toThrow(/2 values on one side and 1/);
  });
});

describe('attentionAgreement', () => {
  const occlusion = (falls: number[]): Occlusion => ({
    answer: 0,
    probability: 1,
    hidden: falls.map((fall, i) => ({ start: 2 * i, end: 2 * i + 2, fall, probability: 0 })),
    effect: new Float32Array(2 * falls.length),
  });

  it('compares what each stretch has of the attention with what hiding it does', () => {
    // Shares 0.3, 0.2, 0.5: the largest single step is in the first stretch, the largest share in the last.
    const attention = [0.3, 0, 0.1, 0.1, 0.25, 0.25];
    expect(attentionAgreement(attention, occlusion([2, 1, 3]))).toBe(1);
    expect(attentionAgreement(attention, occlusion([3, 1, 2]))).toBeCloseTo(0.5, 12);
  });

  it('takes falls for alike that rounding may have made', () => {
    expect(attentionAgreement([1, 0, 2, 0, 3, 0], occlusion([1e-5, 3e-5, 2e-5]))).toBeUndefined();
    expect(attentionAgreement([1, 0, 2, 0, 3, 0], occlusion([2e-5, 1e-5, 0.1]))).toBeCloseTo(
      Math.sqrt(0.75),
      12,
    );
  });

  it('is undefined where nothing changes the answer, and for fewer than three stretches', () => {
    expect(attentionAgreement([1, 0, 0, 0, 0, 0], occlusion([0, 0, 0]))).toBeUndefined();
    expect(attentionAgreement([1, 0, 0, 0], occlusion([2, 1]))).toBeUndefined();
  });
});

describe('summariseCorrelations', () => {
  it('has the median and the quartiles of those that are defined', () => {
    expect(summariseCorrelations([0.5, undefined, -1, 0, 1, 0.25])).toEqual({
      series: 5,
      lowerQuartile: 0,
      median: 0.25,
      upperQuartile: 0.5,
    });
    expect(summariseCorrelations([undefined])).toBeNull();
  });
});
