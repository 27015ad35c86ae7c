import { classCounts, type Dataset } from './dataset';
import { DataError } from './errors';

/** Fewer series than this leave a validation or test part that says nothing. */
export const FEWEST_SERIES = 10;

/**
 * Checks that a classifier can be trained on the data: enough series, and more than one class among them.
 * @param source what the message calls the data, for example a file's name.
 * @throws DataError that says what is missing.
 */
export function validateForTraining(dataset: Dataset, source = 'The data set'): void {
  if (dataset.count < FEWEST_SERIES) {
    throw new DataError(
      `${source} has only ${dataset.count} series; training needs at least ${FEWEST_SERIES}, ` +
        'which are split into parts to train, validate and test on. Add more series.',
    );
  }
  const unlabelled = dataset.labels.indexOf(-1);
  if (unlabelled >= 0 && dataset.labels.some((label) => label >= 0)) {
    throw new DataError(
      `${source}: series ${unlabelled + 1} has no label; training needs the label of each series.`,
    );
  }
  if (unlabelled >= 0) {
    throw new DataError(
      `${source} has no labels: a classifier learns from series of known classes. Say where the label is with --label, ` +
        'or use these series to predict.',
    );
  }
  const counts = classCounts(dataset);
  const present = dataset.classNames.filter((_, label) => (counts[label] as number) > 0);
  if (present.length < 2) {
    throw new DataError(
      `${source} has one class only: all ${dataset.count} series have the label ` +
        `${JSON.stringify(present[0])}. A classifier needs series of at least two classes.`,
    );
  }
}
