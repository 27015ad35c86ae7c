import { describe, expect, it } from 'vitest';
import { scoreIntervals } from '../../../../../src/model/report/metrics/bootstrap';
import { calibration } from '../../../../../src/model/report/metrics/calibration';
import { temperatureScaling } from '../../../../../src/model/report/metrics/temperature';
import { uneven } from '../../../../support/predictions';

/** Two classes; surer than it should be. */
const overconfident = {
  labels: [0, 1, 1, 0, 1, 0, 1, 1, 0, 0],
  classNames: ['0', '1'],
  probabilities: [0.02, 0.98, 0.05, 0.1, 0.9, 0.97, 0.99, 0.6, 0.2, 0.01],
};

// The figures are NumPy's, by the definitions.
describe('calibration', () => {
  it('compares how sure and how right the answers are, bin by bin', () => {
    const { bins, expectedCalibrationError } = calibration(uneven);
    expect(bins.filter(({ count }) => count > 0)).toEqual([
      { from: 0.4, to: 0.5, count: 5, confidence: 0.475, accuracy: 0.4 },
      { from: 0.5, to: 0.6, count: 2, confidence: 0.5625, accuracy: 1 },
      { from: 0.6, to: 0.7, count: 2, confidence: 0.65625, accuracy: 1 },
      { from: 0.7, to: 0.8, count: 1, confidence: 0.75, accuracy: 1 },
      { from: 0.8, to: 0.9, count: 2, confidence: 0.84375, accuracy: 1 },
    ]);
    expect(bins[0]).toEqual({ from: 0, to: 0.1, count: 0, confidence: null, accuracy: null });
    expect(expectedCalibrationError).toBeCloseTo(0.20833333333333331, 12);
  });

  it('takes for two classes the probability of the answer, one output or two', () => {
    expect(calibration(overconfident).expectedCalibrationError).toBeCloseTo(0.266, 12);
    const two = overconfident.probabilities.flatMap((probability) => [1 - probability, probability]);
    const both = calibration({ ...overconfident, probabilities: two });
    expect(both.expectedCalibrationError).toBeCloseTo(0.266, 12);
  });

  it('counts a certain answer in the last bin', () => {
    const { bins } = calibration({ labels: [1, 0], classNames: ['0', '1'], probabilities: [1, 1] });
    expect(bins[9]).toEqual({ from: 0.9, to: 1, count: 2, confidence: 1, accuracy: 0.5 });
  });
});

// The figures are SciPy's, by bounded minimisation of the cross-entropy.
describe('temperatureScaling', () => {
  it('finds the temperature with the least cross-entropy, for many classes and for two', () => {
    const cold = temperatureScaling(uneven, uneven);
    expect(cold?.temperature).toBeCloseTo(0.38884, 4);
    expect(cold?.loss).toBeCloseTo(0.483758, 6);
    expect(cold?.expectedCalibrationError).toBeCloseTo(0.143708, 4);
    const hot = temperatureScaling(overconfident, overconfident);
    expect(hot).toMatchObject({ series: 10 });
    expect(hot?.temperature).toBeCloseTo(2.684778, 4);
    expect(hot?.loss).toBeCloseTo(0.549466, 6);
    expect(hot?.expectedCalibrationError).toBeCloseTo(0.366888, 4);
  });

  it('fits none where the validation part cannot tell', () => {
    const right = { labels: [0, 1], classNames: ['0', '1'], probabilities: [0.2, 0.7] };
    expect(temperatureScaling(right, overconfident)).toBeNull();
    const wrong = { ...right, labels: [1, 0] };
    expect(temperatureScaling(wrong, overconfident)).toBeNull();
    const none = { labels: [], classNames: ['0', '1'], probabilities: [] };
    expect(temperatureScaling(none, overconfident)).toBeNull();
  });

  it('stays a number where probabilities are 0 and 1', () => {
    const certain = { labels: [0, 1, 0], classNames: ['0', '1'], probabilities: [0, 1, 1] };
    const scaling = temperatureScaling(certain, certain);
    expect(scaling?.temperature).toBeGreaterThan(10);
    expect(Number.isFinite(scaling?.loss)).toBe(true);
  });
});

describe('scoreIntervals', () => {
  const labels = [...new Array<number>(64).fill(0), ...new Array<number>(36).fill(1)];
  // 60 of 64 and 18 of 36 are right.
  const predicted = labels.map((label, i) => (i < 60 || i >= 82 ? label : 1 - label));

  it('are those of SciPy’s percentile bootstrap with 200,000 resamples, within what 999 can say', () => {
    const { accuracy, balancedAccuracy } = scoreIntervals(labels, predicted, 2);
    expect(Math.abs(accuracy.low - 0.7)).toBeLessThanOrEqual(0.0101);
    expect(Math.abs(accuracy.high - 0.86)).toBeLessThanOrEqual(0.0101);
    expect(Math.abs((balancedAccuracy?.low ?? 0) - 0.6306)).toBeLessThan(0.012);
    expect(Math.abs((balancedAccuracy?.high ?? 0) - 0.8061)).toBeLessThan(0.012);
  });

  it('say nothing of a balanced accuracy whose resamples would all be the same', () => {
    // All are taken for class 0.
    const { accuracy, balancedAccuracy } = scoreIntervals(
      labels,
      labels.map(() => 0),
      2,
    );
    expect(accuracy.low).toBeLessThan(0.6);
    expect(balancedAccuracy).toBeNull();
  });

  it('are the same each time', () => {
    expect(scoreIntervals(labels, predicted, 2)).toEqual(scoreIntervals(labels, predicted, 2));
  });

  it('are exact where every answer is right or none is, of which resamples know nothing', () => {
    const ones = new Array<number>(20).fill(1);
    // SciPy: beta.ppf(0.025, 20, 1).
    const { accuracy, balancedAccuracy } = scoreIntervals(ones, ones, 2);
    expect(accuracy.low).toBeCloseTo(0.8315665290169146, 12);
    expect(accuracy.high).toBe(1);
    expect(balancedAccuracy).toBeNull();
    const wrong = scoreIntervals(ones, new Array<number>(20).fill(0), 2);
    expect(wrong.accuracy.low).toBe(0);
    expect(wrong.accuracy.high).toBeCloseTo(1 - 0.8315665290169146, 12);
  });
});
