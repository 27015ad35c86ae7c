import type { SineTruth } from './sine';

/** Labelled time series of one length. Immutable by convention: functions return new data sets. */
export interface Dataset {
  /** Number of series. */
  count: number;
  /** Time steps of each series. */
  time: number;
  /** Values per time step. */
  channels: number;
  /** [count, time, channels], row-major. */
  series: Float32Array;
  /** `[count]`: index of the class in `classNames`. */
  labels: Int32Array;
  /** Name of each class, in the order of the label indices. */
  classNames: string[];
  /**
   * `[count]`: number of valid steps of each series; the steps after them are padding. Absent: all are valid.
   */
  lengths?: Int32Array;
  /** `[count]`: what each generated series was made from. Absent for data from a file. */
  truths?: SineTruth[];
}

export interface DatasetSummary {
  count: number;
  time: number;
  channels: number;
  classNames: string[];
  /** Series of each class. */
  classCounts: number[];
}

/**
 * The series with the given indices, in that order, as a data set of its own.
 * @throws RangeError when an index is not one of the data set's.
 */
export function subset(dataset: Dataset, indices: ArrayLike<number>): Dataset {
  const { time, channels, classNames, lengths, truths } = dataset;
  const picked = Array.from(indices);
  const size = time * channels;
  const series = new Float32Array(picked.length * size);
  picked.forEach((index, row) => {
    if (!Number.isInteger(index) || index < 0 || index >= dataset.count) {
      throw new RangeError(`There is no series ${index} in a data set of ${dataset.count} series.`);
    }
    series.set(dataset.series.subarray(index * size, (index + 1) * size), row * size);
  });
  return {
    count: picked.length,
    time,
    channels,
    series,
    labels: Int32Array.from(picked, (index) => dataset.labels[index] as number),
    classNames,
    ...(lengths && { lengths: Int32Array.from(picked, (index) => lengths[index] as number) }),
    ...(truths && { truths: picked.map((index) => truths[index] as SineTruth) }),
  };
}

/** Number of series of each class, in the order of `classNames`. */
export function classCounts(dataset: Dataset): number[] {
  const counts = dataset.classNames.map(() => 0);
  for (const label of dataset.labels) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

/** What is known about a data set without its series. */
export function summariseDataset(dataset: Dataset): DatasetSummary {
  const { count, time, channels, classNames } = dataset;
  return { count, time, channels, classNames, classCounts: classCounts(dataset) };
}

/** One line, for example `2000 series of 100 steps (0: 1012, 1: 988)`. */
export function describeDataset({ count, time, channels, classNames, classCounts }: DatasetSummary): string {
  const classes = classNames.map((name, label) => `${name}: ${classCounts[label]}`).join(', ');
  const width = channels === 1 ? '' : ` with ${channels} channels`;
  return `${count} series of ${time} steps${width} (${classes})`;
}
