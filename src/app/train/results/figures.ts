import type { Dataset } from '../../../data/dataset';
import type { ClassificationReport } from '../../../model/report/metrics/report';
import { formatInterval } from '../../shared/format';
import { className } from '../series/class-name';

/** One measure of how good the model is. */
export interface Figure {
  /** For tests. */
  metric: string;
  name: string;
  /** What it means, or why it is not known. */
  help: string;
  value: number | null;
}

/** What the headline leaves out, most telling first. */
export function figuresOf(test: Dataset, report: ClassificationReport, loss: number): Figure[] {
  const { accuracy, balancedAccuracy, intervals, isUneven, classes } = report;
  const isBinary = classes.length === 2;
  const positive = className(test, 1);
  const oneClass =
    classes.filter(({ support }) => support > 0).length < 2 ? 'All test series belong to one class.' : null;
  const noPositive = isBinary && classes[1]?.support === 0 ? `No test series is ${positive}.` : null;
  // The other one leads.
  const other = isUneven ? 'accuracy' : 'balancedAccuracy';
  const interval = intervals?.[other];
  const within = interval ? ` 95 % interval: ${formatInterval(interval)}.` : '';
  return [
    isUneven
      ? {
          metric: 'accuracy',
          name: 'Accuracy',
          help: `The share of right answers; with uneven classes, the large ones decide it.${within}`,
          value: accuracy,
        }
      : {
          metric: 'balanced-accuracy',
          name: 'Balanced accuracy',
          help: `The share found of each class, averaged over the classes.${within}`,
          value: balancedAccuracy,
        },
    {
      metric: 'f1',
      name: isBinary ? 'F1' : 'F1, mean of the classes',
      help:
        noPositive ??
        (isBinary
          ? `Balances two shares: how many ${positive} series are found, and how many of the series called ${positive} really are.`
          : 'Balances two shares, class by class: how many of its series are found, and how many of the series given to it belong there.'),
      value: report.f1,
    },
    {
      metric: 'roc-auc',
      name: 'ROC AUC',
      help:
        oneClass ??
        'How often a series of the class gets a higher probability than one that is not. 0.5 is guessing.',
      value: report.rocAuc,
    },
    {
      metric: 'roc-auc-of-answers',
      name: isBinary ? 'ROC AUC of 0/1 answers' : 'ROC AUC of the answers',
      help: oneClass ?? 'The same from the answers alone, without their probabilities.',
      value: report.rocAucFromPredictions,
    },
    {
      metric: 'average-precision',
      name: 'Average precision',
      help: noPositive ?? 'The area under the precision-recall curve.',
      value: report.averagePrecision,
    },
    {
      metric: 'mcc',
      name: 'MCC',
      help: oneClass ?? 'Matthews correlation of answer and truth: 1 is perfect, 0 is guessing.',
      value: oneClass ? null : report.matthewsCorrelation,
    },
    {
      metric: 'loss',
      name: 'Loss',
      help: 'Mean cross-entropy, which the training tries to make small.',
      value: loss,
    },
  ];
}
