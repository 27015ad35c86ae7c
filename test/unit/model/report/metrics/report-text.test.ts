import { describe, expect, it } from 'vitest';
import { classificationReport } from '../../../../../src/model/report/metrics/report';
import { formatReport, formatTemperature } from '../../../../../src/model/report/metrics/report-text';
import { uneven } from '../../../../support/predictions';

const repeat = (value: number, count: number): number[] => new Array<number>(count).fill(value);

/** A report on series of which all but some are right. @param wrong what those series are taken for. */
function reportOf(labels: number[], classes: number, wrong: Record<number, number> = {}) {
  const probabilities = labels.flatMap((label, i) =>
    Array.from({ length: classes }, (_, k) => (k === (wrong[i] ?? label) ? 0.8 : 0.2 / (classes - 1))),
  );
  const classNames = Array.from({ length: classes }, (_, k) => `c${k}`);
  return classificationReport({ labels, probabilities, classNames });
}

describe('formatReport', () => {
  it('prints scikit-learn’s table and the article’s figures', () => {
    const report = classificationReport({
      labels: [...repeat(0, 1016), ...repeat(1, 984)],
      probabilities: [...repeat(0.1, 1002), ...repeat(0.9, 14), ...repeat(0.1, 31), ...repeat(0.9, 953)],
      classNames: ['0', '1'],
    });
    // But for the last column, the table is what scikit-learn prints with digits=4.
    expect(formatReport(report)).toBe(`\
Accuracy: 0.9775
Balanced accuracy: 0.9774
Always answering 0, the largest class, would give accuracy 0.5080 and balanced accuracy 0.5000.

              precision    recall  f1-score   support   ROC AUC

           0     0.9700    0.9862    0.9780      1016    0.9774
           1     0.9855    0.9685    0.9769       984    0.9774

    accuracy                         0.9775      2000
   macro avg     0.9778    0.9774    0.9775      2000    0.9774
weighted avg     0.9776    0.9775    0.9775      2000

F1: 0.9769
ROC AUC (probabilities): 0.9774
ROC AUC (0/1 predictions): 0.9774
Average precision: 0.9700
MCC: 0.9551

Confusion matrix (rows: true class, columns: predicted class, in the same order):
  0  1002   14
  1    31  953

Calibration (how often the answer was right, by its probability):
  probability      series        mean       right
   0.8 to 0.9        2000      0.9000      0.9775
Expected calibration error: 0.0775`);
  });

  it('leads with balanced accuracy where the classes are uneven, and gives intervals', () => {
    const lines = formatReport(classificationReport(uneven), 2).split('\n');
    expect(lines[0]).toMatch(/^Balanced accuracy: 0\.81 \(95 % interval 0\.\d\d to \d\.\d\d\)$/);
    expect(lines[1]).toMatch(/^Accuracy: 0\.75 \(95 % interval 0\.\d\d to \d\.\d\d\)$/);
    expect(lines.slice(2, 4)).toEqual([
      'Always answering a, the largest class, would give accuracy 0.67 and balanced accuracy 0.33.',
      'The classes are uneven: balanced accuracy, the mean of their recalls, says more.',
    ]);
    expect(lines).toContain('F1 (macro): 0.71');
    expect(lines).toContain('ROC AUC (probabilities, mean of 3 classes against the rest): 0.92');
  });

  it('has a dash for what cannot be known, and says which classes are missing', () => {
    const text = formatReport(reportOf([0, 0, 2, 2], 3, { 1: 2 }), 2);
    expect(text).toContain('1 of 3 classes have no series here; averages leave them out.');
    expect(text).toMatch(/c1 +– +– +– +0 +–\n/);
    expect(text).toContain('mean of 2 classes against the rest');
    const one = formatReport(reportOf([1, 1], 3), 2);
    expect(one).toContain('predicted classes, mean of 0 classes');
    expect(one).toContain('not defined (all series are of class c1)');
  });

  it('shows the worst and the best of many classes, and the commonest mistakes', () => {
    const labels = Array.from({ length: 800 }, (_, i) => i % 400);
    const text = formatReport(reportOf(labels, 400, { 7: 9, 407: 9, 8: 10 }));
    expect(text.split('\n').length).toBeLessThan(60);
    const table = text.slice(text.indexOf('f1-score'));
    expect(table.split('\n')[2]).toMatch(/^ +c7 +– +0\.0000/);
    expect(text).toContain(
      '385 classes whose F1 is between these are left out; the report in JSON has them all',
    );
    expect(text).toContain('the 400 × 400 confusion matrix is in the report in JSON');
    expect(text).toContain('       2  c7 taken for c9\n       1  c8 taken for c10');
  });

  it('shortens long names', () => {
    const names = ['a'.repeat(200), 'b'];
    const report = classificationReport({ labels: [0, 1], probabilities: [0.2, 0.6], classNames: names });
    expect(formatReport(report)).not.toContain('a'.repeat(40));
  });
});

describe('formatTemperature', () => {
  it('says what it would do, and that it was not done', () => {
    const scaling = { temperature: 1.7, series: 50, loss: 0.25, expectedCalibrationError: 0.02 };
    expect(formatTemperature(scaling)).toBe(`\
Temperature: 1.70, fitted on 50 validation series (the model is too sure of itself).
  Logits divided by it would give loss 0.2500 and calibration error 0.0200; the probabilities here are the model's own.`);
    expect(formatTemperature({ ...scaling, temperature: 0.5 })).toContain('not sure enough');
    expect(formatTemperature(null)).toMatch(/^Temperature: none could be fitted/);
  });
});
