/** The file predictions.json: what the model predicted for each series, one series per line. */
import { aboutRow, type Dataset, type Region } from '../../data/dataset';
import type { Predictions } from '../network/evaluation';

/** What the model predicted for one series. */
export interface SeriesPrediction {
  /** That of class 1 where there are two classes, otherwise that of each class in order. */
  probability: number | number[];
  /** The weight of each time step; the weights add up to 1. */
  attention: number[];
  /** Name of the true class. */
  label?: string;
  /** Marked stretches of the series. */
  regions?: Region[];
  /** What else is known of the series. */
  about?: Record<string, number | string>;
}

/** The predictions, one for each series. With a data set, also what it tells of each series. */
export function* seriesPredictions(predictions: Predictions, dataset?: Dataset): Generator<SeriesPrediction> {
  const { count, time, outputs, probabilities, attention } = predictions;
  for (let row = 0; row < count; row++) {
    const shares = Array.from(probabilities.subarray(row * outputs, (row + 1) * outputs), exactly);
    const regions = dataset?.regions?.[row];
    const about = dataset && aboutRow(dataset, row);
    const label = dataset?.classNames[dataset.labels[row] as number];
    yield {
      ...(label !== undefined && { label }),
      probability: outputs === 1 ? (shares[0] as number) : shares,
      ...(regions && { regions }),
      ...(about && { about }),
      attention: Array.from(attention.subarray(row * time, (row + 1) * time), roughly),
    };
  }
}

/** A JSON array with one element per line. */
export function jsonLines(items: Iterable<unknown>): string {
  return `[\n${Array.from(items, (item) => JSON.stringify(item)).join(',\n')}\n]\n`;
}

/** Nine digits: the fewest that always tell a float32 from its neighbours. */
function exactly(value: number): number {
  return Number(value.toPrecision(9));
}

/** Six digits: thousands of attention weights per series make long files. */
function roughly(value: number): number {
  return Number(value.toPrecision(6));
}
