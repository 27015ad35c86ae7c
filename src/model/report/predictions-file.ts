/** Files of what a model predicted for each series: JSON, one series a line, and CSV. */
import Papa from 'papaparse';
import { aboutRow, type Dataset, type Region } from '../../data/dataset';
import { indexOfLargest } from '../../data/largest';
import { textAt } from '../../data/packed-texts';
import type { HiddenStretch, Occlusion } from '../explain/occlusion';
import type { Predictions } from '../network/evaluation';
import { predictedClasses } from './metrics/output';

/** What the model predicted for one series. */
export interface SeriesPrediction {
  /** That of the series' file or, where it has none, the number of the series, from 1. */
  id: string;
  /** Name of the true class; absent where it is not known. */
  label?: string;
  /** Name of the predicted class. */
  predicted: string;
  /** That of each class by name. */
  probabilities: Record<string, number>;
  /** Marked stretches of the series. */
  regions?: Region[];
  /** What else is known of the series. */
  about?: Record<string, number | string>;
  /** The weight of each time step; the weights add up to 1. */
  attention: number[];
}

/** What hiding stretches of the series does to what was predicted. */
export interface SeriesOcclusion {
  /** Rank correlation of attention and occlusion; null where it is not defined. */
  agreement: number | null;
  /** The stretch whose hiding takes most from the answer, and the answer's probability without it. */
  strongest: HiddenStretch;
  /** How far the log-odds of the answer fall when what is around a step is hidden. */
  occlusion: number[];
}

/**
 * The predictions, one for each series, with what the data set tells of it.
 * @param first number of the data set's first series, for those without ids.
 */
export function* seriesPredictions(
  { outputs, probabilities, attention, time }: Predictions,
  dataset: Dataset,
  first = 1,
): Generator<SeriesPrediction> {
  const { count, classNames, ids, labels, lengths } = dataset;
  const predicted = predictedClasses({ labels, probabilities, classNames });
  for (let row = 0; row < count; row++) {
    const shares = Array.from(probabilities.subarray(row * outputs, (row + 1) * outputs), exactly);
    // The one output of two classes is the probability of the second.
    const shareOf = (label: number): number =>
      outputs === 1 && label === 0 ? exactly(1 - shares[0]!) : shares[outputs === 1 ? 0 : label]!;
    const label = classNames[labels[row]!];
    const regions = dataset.regions?.[row];
    const about = aboutRow(dataset, row);
    const start = row * time;
    yield {
      id: (ids && textAt(ids, row)) ?? String(first + row),
      ...(label !== undefined && { label }),
      predicted: classNames[predicted[row]!]!,
      probabilities: Object.fromEntries(classNames.map((name, k) => [name, shareOf(k)])),
      ...(regions && { regions }),
      ...(about && { about }),
      attention: Array.from(attention.subarray(start, start + (lengths?.[row] ?? time)), roughly),
    };
  }
}

/** What was found of one series, for its line. @param agreement of it. */
export function seriesOcclusion(
  { hidden, effect }: Occlusion,
  agreement: number | undefined,
): SeriesOcclusion {
  const strongest = hidden[indexOfLargest(hidden.map(({ fall }) => fall))] as HiddenStretch;
  return {
    agreement: agreement === undefined ? null : roughly(agreement),
    strongest: {
      ...strongest,
      fall: roughly(strongest.fall),
      probability: exactly(strongest.probability),
    },
    occlusion: Array.from(effect, roughly),
  };
}

/** A JSON array with one element a line. */
export function jsonLines(items: Iterable<unknown>): string {
  return `[\n${Array.from(items, (item) => JSON.stringify(item)).join(',\n')}\n]\n`;
}

/** The header of the predictions as CSV. @param isExplained whether the rows have an occlusion. */
export function csvHeader(classNames: readonly string[], isExplained = false): string {
  const explained = ['agreement', 'strongest from', 'strongest to', 'probability without it'];
  return csvLine([
    'id',
    'predicted',
    ...classNames.map((name) => `probability ${name}`),
    ...(isExplained ? explained : []),
  ]);
}

/** A prediction as a line of CSV; what it has for each step is left out. `strongest to` is the last step hidden. */
export function csvRow(
  { id, predicted, probabilities }: SeriesPrediction,
  classNames: readonly string[],
  explained?: SeriesOcclusion,
): string {
  const cells = [id, predicted, ...classNames.map((name) => String(probabilities[name]))];
  if (explained) {
    const { agreement, strongest } = explained;
    const { start, end, probability } = strongest;
    cells.push(agreement === null ? '' : String(agreement), ...[start, end - 1, probability].map(String));
  }
  return csvLine(cells);
}

function csvLine(cells: readonly string[]): string {
  return `${Papa.unparse([cells])}\n`;
}

/** Nine digits: the fewest that always tell a float32 from its neighbours. */
function exactly(value: number): number {
  return Number(value.toPrecision(9));
}

/** Six digits: thousands of attention weights per series make long files. */
function roughly(value: number): number {
  return Number(value.toPrecision(6));
}
