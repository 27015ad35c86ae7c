import { type PackedTexts, packTexts, textAt } from './packed-texts';

/** A stretch of a series that somebody or something marked, such as where an anomaly is: steps [start, end). */
export interface Region {
  start: number;
  end: number;
  /** What is there. */
  name: string;
}

/** Columns of a side table, one row a series. Numbers where all of a column are. */
export type SideTable = Record<string, readonly number[] | readonly string[]>;

/** Labelled time series. Immutable by convention: functions return new data sets. */
export interface Dataset {
  /** Number of series. */
  count: number;
  /** Time steps of the longest series. */
  time: number;
  /** Values per time step. */
  channels: number;
  /** [count, time, channels], row-major. NaN: a missing value. 0 in the padding after a shorter series. */
  series: Float32Array;
  /** `[count]`: index of the class in `classNames`; −1 where a series has no label. */
  labels: Int32Array;
  /** Name of each class, in the order of the label indices. */
  classNames: string[];
  /**
   * `[count]`: number of valid steps of each series; the steps after them are padding. Absent: all are valid.
   */
  lengths?: Int32Array;
  /** `[channels]`: names from the file; absent where it has none. */
  channelNames?: string[];
  /** `[count]`: what the file calls each series. */
  ids?: PackedTexts;
  /** `[count]`: series of one group, such as a person, belong into the same part. */
  groups?: PackedTexts;
  /** `[count]`: marked stretches of each series. */
  regions?: Region[][];
  /** Whatever else is known of each series. */
  about?: SideTable;
}

export interface DatasetSummary {
  count: number;
  /** Time steps of the longest series, and of the shortest one. */
  time: number;
  shortest: number;
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
  const { time, channels, classNames, channelNames, lengths, ids, groups, regions, about } = dataset;
  const picked = Array.from(indices);
  const pick = <Value>(values: readonly Value[]): Value[] => picked.map((index) => values[index] as Value);
  const pickTexts = (texts: PackedTexts) => packTexts(picked.map((index) => textAt(texts, index) as string));
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
    ...(channelNames && { channelNames }),
    ...(ids && { ids: pickTexts(ids) }),
    ...(groups && { groups: pickTexts(groups) }),
    ...(regions && { regions: pick(regions) }),
    ...(about && {
      about: Object.fromEntries(
        Object.entries(about).map(([name, column]) => [name, pick<number | string>(column)]),
      ) as SideTable,
    }),
  };
}

/** The data set in consecutive pieces of `size` series; the last may be smaller. One that fits is given as it is. */
export function* blocksOf(dataset: Dataset, size: number): Generator<Dataset> {
  for (let start = 0; start < dataset.count; start += size) {
    const length = Math.min(size, dataset.count - start);
    if (length === dataset.count) yield dataset;
    else
      yield subset(
        dataset,
        Array.from({ length }, (_, i) => start + i),
      );
  }
}

/** Names of the channels to be shown, those from the file where it has any. */
export function channelNamesOf({
  channels,
  channelNames,
}: Pick<Dataset, 'channels' | 'channelNames'>): string[] {
  const unnamed = (channel: number) => (channels === 1 ? 'signal' : `channel ${channel + 1}`);
  return Array.from({ length: channels }, (_, channel) => channelNames?.[channel] || unnamed(channel));
}

/** What the side table says of one series; undefined where there is none. */
export function aboutRow(
  { about }: Pick<Dataset, 'about'>,
  row: number,
): Record<string, number | string> | undefined {
  return (
    about &&
    Object.fromEntries(Object.entries(about).map(([name, column]) => [name, column[row] as number | string]))
  );
}

/** How many steps of a series lie in its regions, counted once where they overlap. */
export function stepsMarked({ regions }: Pick<Dataset, 'regions'>, row: number): number {
  let [steps, reached] = [0, 0];
  for (const { start, end } of regions?.[row]?.toSorted((a, b) => a.start - b.start) ?? []) {
    steps += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return steps;
}

/** `[count]`: valid steps of each series. */
export function lengthsOf({ count, time, lengths }: Pick<Dataset, 'count' | 'time' | 'lengths'>): Int32Array {
  return lengths ?? new Int32Array(count).fill(time);
}

/** Number of series of each class, in the order of `classNames`; those without a label are in none. */
export function classCounts(dataset: Dataset): number[] {
  const counts = dataset.classNames.map(() => 0);
  for (const label of dataset.labels) if (label >= 0) counts[label] = (counts[label] ?? 0) + 1;
  return counts;
}

/** What is known about a data set without its series. */
export function summariseDataset(dataset: Dataset): DatasetSummary {
  const { count, time, channels, classNames, lengths } = dataset;
  const shortest = lengths ? lengths.reduce((least, length) => Math.min(least, length), time) : time;
  return { count, time, shortest, channels, classNames, classCounts: classCounts(dataset) };
}

/** More classes than this are not named one by one. */
const mostNamed = 12;

/** One line, for example `2000 series of 7 to 29 steps (0: 1012, 1: 988)`. */
export function describeDataset(summary: DatasetSummary): string {
  const { count, time, shortest, channels, classNames, classCounts } = summary;
  const steps = shortest === time ? time : `${shortest} to ${time}`;
  const width = channels === 1 ? '' : ` with ${channels} channels`;
  const classes =
    classNames.length > mostNamed
      ? `${classNames.length} classes of ${describeCounts(classCounts)} series`
      : classNames.map((name, label) => `${name}: ${classCounts[label]}`).join(', ');
  return `${count} series of ${steps} steps${width} (${classes})`;
}

function describeCounts(counts: readonly number[]): string {
  const least = counts.reduce((least, count) => Math.min(least, count), counts[0] ?? 0);
  const most = counts.reduce((most, count) => Math.max(most, count), 0);
  return least === most ? String(most) : `${least} to ${most}`;
}
