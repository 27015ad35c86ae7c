import { describe, expect, it } from 'vitest';
import {
  accuracy,
  averageScores,
  balancedAccuracy,
  classScores,
  confusionMatrix,
  matthewsCorrelation,
} from '../../../../../src/model/report/metrics/confusion';
import { predictedClasses } from '../../../../../src/model/report/metrics/output';
import { classificationReport } from '../../../../../src/model/report/metrics/report';
import { uneven } from '../../../../support/predictions';

const repeat = (value: number, count: number): number[] => new Array<number>(count).fill(value);

describe('confusion matrix metrics', () => {
  // scikit-learn's documentation of classification_report.
  const matrix = confusionMatrix([0, 1, 2, 2, 2], [0, 0, 2, 2, 1], 3);

  it('counts true classes by row and predicted classes by column', () => {
    expect(matrix).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [0, 1, 2],
    ]);
  });

  it('scores each class as scikit-learn does', () => {
    const scores = classScores(matrix);
    expect(scores).toEqual([
      { precision: 0.5, recall: 1, f1: 2 / 3, support: 1 },
      { precision: 0, recall: 0, f1: 0, support: 1 },
      { precision: 1, recall: 2 / 3, f1: 0.8, support: 3 },
    ]);
    const macro = averageScores(scores, 'macro');
    expect(macro.precision).toBeCloseTo(0.5, 12);
    expect(macro.recall).toBeCloseTo(0.5556, 4);
    expect(macro.f1).toBeCloseTo(0.4889, 4);
    const weighted = averageScores(scores, 'weighted');
    expect(weighted.precision).toBeCloseTo(0.7, 12);
    expect(weighted.recall).toBeCloseTo(0.6, 12);
    expect(weighted.f1).toBeCloseTo(0.6133, 4);
    expect([macro.support, weighted.support]).toEqual([5, 5]);
    expect(accuracy(matrix)).toBe(0.6);
    expect(balancedAccuracy(scores)).toBeCloseTo(0.5555555555555555, 12);
  });

  it('has Matthews’ correlation, in Gorodkin’s form for many classes', () => {
    expect(matthewsCorrelation(matrix)).toBeCloseTo(0.4008918628686366, 12);
    // scikit-learn's documentation of matthews_corrcoef.
    expect(matthewsCorrelation(confusionMatrix([1, 1, 1, 0], [1, 0, 1, 1], 2))).toBeCloseTo(-1 / 3, 12);
    expect(matthewsCorrelation(confusionMatrix([1, 1, 0], [1, 1, 1], 2))).toBe(0);
  });

  it('balances the accuracy over the classes that occur', () => {
    // scikit-learn's documentation of balanced_accuracy_score.
    const documented = confusionMatrix([0, 1, 0, 0, 1, 0], [0, 1, 0, 0, 0, 1], 2);
    expect(balancedAccuracy(classScores(documented))).toBe(0.625);
    expect(balancedAccuracy(classScores(confusionMatrix([1, 1], [1, 0], 2)))).toBe(0.5);
  });

  it('refuses classes that are not there', () => {
    expect(() => confusionMatrix([0, 2], [0, 1], 2)).toThrow(
      'Series 1 has label 2 and prediction 1; classes are 0 to 1.',
    );
    expect(() => confusionMatrix([0, 1], [0, -1], 2)).toThrow('Series 1 has label 1 and prediction -1');
    expect(() => confusionMatrix([0, 1], [0], 2)).toThrow('There are 2 labels for 1 predictions.');
  });
});

describe('classificationReport', () => {
  // The article's confusion matrix, with probabilities that carry no more than the predictions.
  const article = {
    labels: [...repeat(0, 1016), ...repeat(1, 984)],
    probabilities: [...repeat(0.1, 1002), ...repeat(0.9, 14), ...repeat(0.1, 31), ...repeat(0.9, 953)],
    classNames: ['0', '1'],
  };

  it('gives the article’s figures for the article’s confusion matrix', () => {
    const report = classificationReport(article);
    expect(report.confusion).toEqual([
      [1002, 14],
      [31, 953],
    ]);
    expect(report.count).toBe(2000);
    expect(report.accuracy).toBe(0.9775);
    expect(report.f1).toBeCloseTo(0.9769349051768323, 12);
    expect(report.rocAucFromPredictions).toBeCloseTo(0.9773582037001473, 12);
    expect(report.rocAuc).toBeCloseTo(0.9773582037001473, 12);
    expect(report.balancedAccuracy).toBeCloseTo(0.9773582037001473, 12);
    expect(report.matthewsCorrelation).toBeCloseTo(0.9551143973308797, 12);
  });

  it('takes ranking metrics from probabilities, the rest from predictions', () => {
    const report = classificationReport({
      labels: [0, 1, 1, 0, 1, 0, 1, 1, 0, 0],
      probabilities: Float32Array.of(0.5, 0.5, 0.75, 0.25, 0.75, 0.75, 0.25, 1, 0.5, 0),
      classNames: ['0', '1'],
    });
    // scikit-learn, for score > 0.5.
    expect(report.confusion).toEqual([
      [4, 1],
      [2, 3],
    ]);
    expect(report.rocAuc).toBe(0.74);
    expect(report.rocAucFromPredictions).toBeCloseTo(0.7, 12);
    expect(report.averagePrecision).toBeCloseTo(0.7253968253968255, 12);
    expect(report.matthewsCorrelation).toBeCloseTo(0.408248290463863, 12);
    expect(report.balancedAccuracy).toBeCloseTo(0.7, 12);
  });

  it('takes the mean of each class against the rest with three classes', () => {
    const report = classificationReport({
      labels: [2, 0, 0, 1, 0, 1, 2, 2, 0, 1, 1, 1],
      probabilities: [
        [4, 7, 5],
        [5, 4, 7],
        [2, 6, 8],
        [3, 9, 4],
        [4, 12, 0],
        [1, 0, 15],
        [3, 4, 9],
        [7, 3, 6],
        [2, 13, 1],
        [11, 3, 2],
        [2, 10, 4],
        [7, 0, 9],
      ].flatMap((row) => row.map((sixteenths) => sixteenths / 16)),
      classNames: ['a', 'b', 'c'],
    });
    // scikit-learn: multi_class='ovr', average='macro', and means of its two-class metrics.
    expect(report.confusion).toEqual([
      [0, 2, 2],
      [1, 2, 2],
      [1, 1, 1],
    ]);
    expect(report.rocAuc).toBeCloseTo(0.44625771604938275, 12);
    expect(report.averagePrecision).toBeCloseTo(0.3620214045214045, 12);
    expect(report.rocAucFromPredictions).toBeCloseTo(0.43505291005290997, 12);
    expect(report.f1).toBeCloseTo(0.21666666666666667, 12);
    expect(report.weighted.f1).toBeCloseTo(0.22916666666666666, 12);
    expect(report.matthewsCorrelation).toBeCloseTo(-0.13046561461068845, 12);
  });

  // Figures of scikit-learn 1.9.1.
  it('tells each class from the rest, and takes the classes for uneven', () => {
    const report = classificationReport(uneven);
    expect(report.confusion).toEqual([
      [6, 1, 1],
      [1, 2, 0],
      [0, 0, 1],
    ]);
    expect(report).toMatchObject({ isUneven: true, majority: { label: 0, share: 8 / 12 }, accuracy: 0.75 });
    expect(report.balancedAccuracy).toBeCloseTo(0.8055555555555555, 12);
    const areas = report.classes.map(({ rocAuc }) => rocAuc as number);
    [0.875, 0.9629629629629629, 0.9090909090909091].forEach((area, k) => {
      expect(areas[k]).toBeCloseTo(area, 12);
    });
    const precisions = report.classes.map(({ averagePrecision }) => averagePrecision as number);
    [0.9415178571428572, 0.9166666666666665, 0.5].forEach((precision, k) => {
      expect(precisions[k]).toBeCloseTo(precision, 12);
    });
    expect(report.rocAuc).toBeCloseTo(0.9156846240179574, 12);
    expect(report.rocAucFromPredictions).toBeCloseTo(
      (0.75 + 0.7777777777777777 + 0.9545454545454545) / 3,
      12,
    );
  });

  it('leaves classes without series out of the means, and says nothing of how well they were found', () => {
    const { labels, classNames } = uneven;
    // A fourth class between the others, which is nowhere the answer.
    const probabilities = uneven.probabilities.flatMap((value, i) => (i % 3 === 1 ? [0, value] : [value]));
    const report = classificationReport({
      labels: labels.map((label) => (label > 0 ? label + 1 : 0)),
      classNames: ['a', 'missing', ...classNames.slice(1)],
      probabilities,
    });
    const without = classificationReport(uneven);
    expect(report.classes[1]).toEqual({
      precision: null,
      recall: null,
      f1: null,
      support: 0,
      rocAuc: null,
      averagePrecision: null,
    });
    expect(report).toMatchObject({
      balancedAccuracy: without.balancedAccuracy,
      macro: without.macro,
      rocAuc: without.rocAuc,
      rocAucFromPredictions: without.rocAucFromPredictions,
      isUneven: true,
    });
  });

  it('takes a precision of nothing for unknown, and in the mean for 0', () => {
    const report = classificationReport({
      labels: [0, 0, 1],
      classNames: ['a', 'b'],
      probabilities: [0.1, 0.2, 0.3],
    });
    expect(report.classes[1]).toMatchObject({ precision: null, recall: 0, f1: 0, support: 1 });
    expect(report.macro.precision).toBeCloseTo(1 / 3, 12);
  });

  it('reports on a thousand classes', () => {
    const classes = 1000;
    const count = 2000;
    const labels = Int32Array.from({ length: count }, (_, i) => i % classes);
    const probabilities = new Float32Array(count * classes).fill(0.5 / classes);
    labels.forEach((label, i) => {
      // Every second round of the classes is wrong.
      probabilities[i * classes + ((label + (i < classes ? 0 : 1)) % classes)] = 0.5;
    });
    const classNames = Array.from({ length: classes }, (_, k) => `class ${k}`);
    const report = classificationReport({ labels, probabilities, classNames });
    expect(report).toMatchObject({ accuracy: 0.5, balancedAccuracy: 0.5, isUneven: false, intervals: null });
    expect(report.classes).toHaveLength(classes);
    expect(report.confusion[999]?.[0]).toBe(1);
  });

  it('is the same for one or two outputs of a two-class model', () => {
    const one = [0.2, 0.7, 0.4, 0.9];
    const shared = { labels: [0, 1, 1, 0], classNames: ['0', '1'] };
    const two = one.flatMap((probability) => [1 - probability, probability]);
    expect(classificationReport({ ...shared, probabilities: two })).toEqual(
      classificationReport({ ...shared, probabilities: one }),
    );
  });

  it('has null for what one class does not define', () => {
    const report = classificationReport({
      labels: [0, 0],
      probabilities: [0.2, 0.6],
      classNames: ['0', '1'],
    });
    expect(report).toMatchObject({
      accuracy: 0.5,
      rocAuc: null,
      rocAucFromPredictions: null,
      averagePrecision: null,
    });
    expect(report.matthewsCorrelation).toBe(0);
    expect(report.f1).toBeNull();
    expect(report.classes[1]).toMatchObject({ precision: 0, recall: null, f1: null, support: 0 });
    expect(JSON.stringify(report)).not.toContain('NaN');
  });

  it('predicts class 1 above one half, else the most probable class', () => {
    expect(
      predictedClasses({ labels: [0, 0, 0], probabilities: [0.5, 0.500001, 0.2], classNames: ['0', '1'] }),
    ).toEqual(Int32Array.of(0, 1, 0));
    const probabilities = [0.2, 0.3, 0.5, 0.4, 0.4, 0.2];
    expect(predictedClasses({ labels: [0, 0], probabilities, classNames: ['a', 'b', 'c'] })).toEqual(
      Int32Array.of(2, 0),
    );
  });

  it('predicts class 1 of two above another threshold, of one output or two', () => {
    const labels = [0, 1, 1];
    const classNames = ['0', '1'];
    const one = { labels, classNames, probabilities: [0.3, 0.4, 0.9] };
    const two = { labels, classNames, probabilities: [0.7, 0.3, 0.6, 0.4, 0.1, 0.9] };
    for (const output of [one, two]) {
      expect(predictedClasses(output)).toEqual(Int32Array.of(0, 0, 1));
      expect(predictedClasses(output, 0.3)).toEqual(Int32Array.of(0, 1, 1));
      expect(classificationReport(output).accuracy).toBeCloseTo(2 / 3, 12);
      expect(classificationReport(output, 0.3).accuracy).toBe(1);
      expect(classificationReport(output, 0.3).rocAuc).toBe(classificationReport(output).rocAuc);
    }
    const three = { labels: [0], classNames: ['a', 'b', 'c'], probabilities: [0.3, 0.4, 0.3] };
    expect(predictedClasses(three, 0.9)).toEqual(Int32Array.of(1));
  });

  it('refuses sizes that do not fit, NaN and no series at all', () => {
    const classNames = ['a', 'b', 'c'];
    expect(() => classificationReport({ labels: [0, 1], probabilities: [0.1, 0.2], classNames })).toThrow(
      'There are 2 probabilities for 2 series of 3 classes; expected one for each class of each series',
    );
    expect(() => classificationReport({ labels: [], probabilities: [], classNames })).toThrow('no series');
    const broken = { labels: [0, 1], probabilities: [0.1, Number.NaN], classNames: ['0', '1'] };
    expect(() => classificationReport(broken)).toThrow('The score of series 1 is NaN.');
  });
});
