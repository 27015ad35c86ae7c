import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  precisionRecallCurve,
  rankingScores,
  rocCurve,
} from '../../../../../src/model/report/metrics/ranking';
import { forRandomCases } from '../../../../support/random-cases';

// The example of scikit-learn's documentation of roc_curve, roc_auc_score and average_precision_score.
const documented = { labels: [0, 0, 1, 1], scores: [0.1, 0.4, 0.35, 0.8] };
const rocAuc = (labels: number[], scores: number[]) => rankingScores(labels, scores).rocAuc;
const averagePrecision = (labels: number[], scores: number[]) =>
  rankingScores(labels, scores).averagePrecision;
const tied = {
  labels: [0, 1, 1, 0, 1, 0, 1, 1, 0, 0],
  scores: [0.5, 0.5, 0.75, 0.25, 0.75, 0.75, 0.25, 1, 0.5, 0],
};

describe('rocCurve', () => {
  it('is scikit-learn’s', () => {
    expect(rocCurve(documented.labels, documented.scores)).toEqual([
      { threshold: Number.POSITIVE_INFINITY, falsePositiveRate: 0, truePositiveRate: 0 },
      { threshold: 0.8, falsePositiveRate: 0, truePositiveRate: 0.5 },
      { threshold: 0.4, falsePositiveRate: 0.5, truePositiveRate: 0.5 },
      { threshold: 0.35, falsePositiveRate: 0.5, truePositiveRate: 1 },
      { threshold: 0.1, falsePositiveRate: 1, truePositiveRate: 1 },
    ]);
  });

  it('lets equal scores enter together', () => {
    expect(rocCurve([0, 1, 1], [0.5, 0.5, 0.5])).toEqual([
      { threshold: Number.POSITIVE_INFINITY, falsePositiveRate: 0, truePositiveRate: 0 },
      { threshold: 0.5, falsePositiveRate: 1, truePositiveRate: 1 },
    ]);
  });

  it('copes with infinite scores', () => {
    expect(rocCurve([1, 0], [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])?.length).toBe(3);
    expect(rocAuc([1, 0], [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])).toBe(1);
  });
});

describe('the area under the ROC curve', () => {
  it('is scikit-learn’s, ties too', () => {
    expect(rocAuc(documented.labels, documented.scores)).toBe(0.75);
    expect(rocAuc(tied.labels, tied.scores)).toBe(0.74);
  });

  it('is 1 for perfect, 0 for reversed, ½ for constant scores', () => {
    expect(rocAuc([0, 1, 0, 1], [0.1, 0.9, 0.2, 0.8])).toBe(1);
    expect(rocAuc([0, 1, 0, 1], [0.9, 0.1, 0.8, 0.2])).toBe(0);
    expect(rocAuc([0, 1, 0, 1], [0.3, 0.3, 0.3, 0.3])).toBe(0.5);
  });

  it('is the share of pairs that are in order, ties counting half', async () => {
    const series = fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(0, 0.25, 0.5, 0.75, 1));
    await forRandomCases(fc.array(series, { minLength: 1, maxLength: 30 }), 300, (all) => {
      const positives = all.filter(([label]) => label === 1).map(([, score]) => score);
      const negatives = all.filter(([label]) => label === 0).map(([, score]) => score);
      const wins = positives.flatMap((p) => negatives.map((n) => (p > n ? 1 : p === n ? 0.5 : 0)));
      const expected =
        wins.length === 0 ? null : wins.reduce((sum: number, win) => sum + win, 0) / wins.length;
      expect(
        rocAuc(
          all.map(([label]) => label),
          all.map(([, score]) => score),
        ),
      ).toBe(expected);
    });
  });

  it('is null, never NaN, when all series are of one class', () => {
    expect(rocAuc([1, 1], [0.2, 0.7])).toBeNull();
    expect(rocAuc([0, 0], [0.2, 0.7])).toBeNull();
    expect(rocAuc([], [])).toBeNull();
    expect(rocCurve([1, 1], [0.2, 0.7])).toBeNull();
  });

  it('refuses NaN, foreign labels and unequal counts', () => {
    expect(() => rocAuc([0, 1], [0.5, Number.NaN])).toThrow('The score of series 1 is NaN.');
    expect(() => rocAuc([0, 2], [0.5, 0.5])).toThrow('The label of series 1 is 2; it must be 0 or 1.');
    expect(() => rocAuc([0, 1], [0.5])).toThrow('There are 2 labels for 1 scores.');
  });
});

describe('precisionRecallCurve', () => {
  it('is scikit-learn’s, from the highest threshold down', () => {
    expect(precisionRecallCurve(documented.labels, documented.scores)).toEqual([
      { threshold: Number.POSITIVE_INFINITY, precision: 1, recall: 0 },
      { threshold: 0.8, precision: 1, recall: 0.5 },
      { threshold: 0.4, precision: 0.5, recall: 0.5 },
      { threshold: 0.35, precision: 2 / 3, recall: 1 },
      { threshold: 0.1, precision: 0.5, recall: 1 },
    ]);
    expect(precisionRecallCurve([0, 0], [0.1, 0.2])).toBeNull();
  });
});

describe('the average precision', () => {
  it('is scikit-learn’s, ties too', () => {
    expect(averagePrecision(documented.labels, documented.scores)).toBeCloseTo(0.8333333333333333, 12);
    expect(averagePrecision(tied.labels, tied.scores)).toBeCloseTo(0.7253968253968255, 12);
  });

  it('is the share of positives for constant scores, and null without positives', () => {
    expect(averagePrecision([1, 0, 0, 0], [0.5, 0.5, 0.5, 0.5])).toBe(0.25);
    expect(averagePrecision([1, 1], [0.1, 0.2])).toBe(1);
    expect(averagePrecision([0, 0], [0.1, 0.2])).toBeNull();
  });
});
