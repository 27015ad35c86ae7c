import type { Dataset } from '../../../data/dataset';
import type { Interval } from '../../../model/report/metrics/bootstrap';
import type { ClassificationReport } from '../../../model/report/metrics/report';
import { formatInterval } from '../../shared/format';
import { className } from '../series/class-name';
import { articleFigures } from './article';

/** One measure of how good the model is. */
export interface Figure {
  /** For tests and style sheets. */
  metric: string;
  name: string;
  help: string;
  value: number | null;
  digits?: number;
  /** Why there is no value. */
  reason?: string;
  article?: number;
}

/** What the headline leaves out, most telling first. */
export function figuresOf(test: Dataset, report: ClassificationReport, loss: number): Figure[] {
  const isBinary = report.classNames.length === 2;
  const present = report.classes.filter(({ support }) => support > 0).length;
  const oneClass = present < 2 ? 'All test series belong to one class.' : undefined;
  const noPositive =
    isBinary && report.classes[1]?.support === 0 ? `No test series is ${className(test, 1)}.` : undefined;
  const { accuracy, balancedAccuracy, intervals, isUneven } = report;
  const within = (interval: Interval | null | undefined) =>
    interval ? ` 95 % interval: ${formatInterval(interval)}.` : '';
  return [
    // The other one leads.
    isUneven
      ? {
          metric: 'accuracy',
          name: 'Accuracy',
          help: `The share of right answers; with uneven classes, the large ones decide it.${within(intervals?.accuracy)}`,
          value: accuracy,
        }
      : {
          metric: 'balanced-accuracy',
          name: 'Balanced accuracy',
          help: `The share found of each class, averaged over the classes.${within(intervals?.balancedAccuracy)}`,
          value: balancedAccuracy,
        },
    {
      metric: 'f1',
      name: isBinary ? 'F1' : 'F1, mean of the classes',
      help: isBinary
        ? `Balances two shares: how many ${className(test, 1)} series are found, and how many of the series called ${className(test, 1)} really are.`
        : 'Balances two shares, class by class: how many of its series are found, and how many of the series given to it belong there.',
      value: report.f1,
      ...reasonOf(noPositive),
      article: articleFigures.f1,
    },
    {
      metric: 'roc-auc',
      name: 'ROC AUC',
      help: 'How often a series of the class gets a higher probability than one that is not. 0.5 is guessing.',
      value: report.rocAuc,
      ...reasonOf(oneClass),
    },
    {
      metric: 'roc-auc-of-answers',
      name: isBinary ? 'ROC AUC of 0/1 answers' : 'ROC AUC of the answers',
      help: `The same from the answers alone, without their probabilities.${isBinary ? ' This is the figure that Paialunga reports.' : ''}`,
      value: report.rocAucFromPredictions,
      ...reasonOf(oneClass),
      article: articleFigures.rocAucFromPredictions,
    },
    {
      metric: 'average-precision',
      name: 'Average precision',
      help: 'The area under the precision-recall curve.',
      value: report.averagePrecision,
      ...reasonOf(noPositive),
    },
    {
      metric: 'mcc',
      name: 'MCC',
      help: 'Matthews correlation of answer and truth: 1 is perfect, 0 is guessing.',
      value: oneClass ? null : report.matthewsCorrelation,
      ...reasonOf(oneClass),
    },
    {
      metric: 'loss',
      name: 'Loss',
      help: 'Mean cross-entropy, which the training tries to make small.',
      value: loss,
      reason: 'It is not a number.',
    },
  ];
}

function reasonOf(reason: string | undefined): { reason?: string } {
  return reason === undefined ? {} : { reason };
}
