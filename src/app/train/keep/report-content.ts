import { channelNamesOf, type Dataset } from '../../../data/dataset';
import { indexOfLargest } from '../../../data/largest';
import type { Predictions } from '../../../model/network/evaluation';
import type { TestResults } from '../../../model/report/run-report';
import type { EpochEvent } from '../../../model/training/events';
import { formatPercent } from '../../shared/format';
import { className, regionWord } from '../series/class-name';
import { attentionOf, rowOf } from '../series/series-parts';
import { probabilityOf } from '../series/verdict';
import type { SeriesPicture } from './series-svg';

/** A name and its value, as shown. */
export type Fact = [name: string, value: string];

/** A test series that the report shows. */
export interface ReportSeries extends SeriesPicture {
  title: string;
  isRight: boolean;
}

/** A test series that was misclassified. */
export interface ReportError {
  /** 1-based, as the page numbers them. */
  number: number;
  truth: string;
  predicted: string;
  /** Probability of the predicted class. */
  certainty: number;
}

/** Everything the report says; the texts are plain, not markup. */
export interface ReportContent {
  title: string;
  date: string;
  /** Reproduces the run. */
  link: string;
  /** How the series came to be, in one sentence. */
  data: string;
  /** Device, time, steps and so on. */
  facts: Fact[];
  recipe: Fact[];
  epochs: EpochEvent[];
  /** As shown. */
  classNames: string[];
  /** null where the run was not tested. */
  results: TestResults | null;
  /** The probability above which class 1 of two was predicted. */
  threshold: number;
  series: ReportSeries[];
  /** The most certain first. */
  errors: ReportError[];
  errorCount: number;
}

/** The most misclassified series that the report lists. */
const mostErrors = 20;
/** The most misclassified series that are drawn. */
const mostDrawn = 4;

export type Tested = Pick<ReportContent, 'classNames' | 'series' | 'errors' | 'errorCount'>;

/**
 * The first series of each class that was classified correctly, and the errors that the model was most certain of.
 * @param predicted [count]
 */
export function describeTest(test: Dataset, predictions: Predictions, predicted: ArrayLike<number>): Tested {
  const rows = Array.from(test.labels.keys());
  const right = test.classNames.flatMap((_, label) => {
    const row = rows.find((each) => test.labels[each] === label && predicted[each] === label);
    return row === undefined ? [] : [row];
  });
  const certaintyOf = (row: number) => probabilityOf(predictions, row, predicted[row] as number);
  const wrong = rows
    .filter((row) => predicted[row] !== test.labels[row])
    .sort((a, b) => certaintyOf(b) - certaintyOf(a));
  const nameOf = (label: number | undefined) => className(test, label as number);
  return {
    classNames: test.classNames.map((_, label) => nameOf(label)),
    series: [...right, ...wrong.slice(0, mostDrawn)].map((row) =>
      picture(test, predictions, row, predicted[row] as number),
    ),
    errors: wrong.slice(0, mostErrors).map((row) => ({
      number: row + 1,
      truth: nameOf(test.labels[row]),
      predicted: nameOf(predicted[row]),
      certainty: certaintyOf(row),
    })),
    errorCount: wrong.length,
  };
}

function picture(test: Dataset, predictions: Predictions, row: number, predicted: number): ReportSeries {
  const attention = attentionOf(test, predictions.attention, row);
  const regions = test.regions?.[row] ?? [];
  const label = test.labels[row] as number;
  const isRight = label === predicted;
  const sure = formatPercent(probabilityOf(predictions, row, predicted));
  const title = `Test series ${row + 1} is ${className(test, label)} and was classified ${
    isRight ? 'correctly' : `wrongly, as ${className(test, predicted)}`
  }, with a probability of ${sure}.`;
  const peak = indexOfLargest(attention);
  const where = regions
    .map(({ name, start, end }) => ` The ${regionWord(name)} is from step ${start} to ${end - 1}.`)
    .join('');
  return {
    title,
    isRight,
    description: `${title}${where} The attention is highest at step ${peak}.`,
    series: rowOf(test, row),
    channelNames: channelNamesOf(test),
    attention,
    regions,
  };
}
