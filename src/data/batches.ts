import type { RandomStream } from '../random';
import { type Dataset, lengthsOf } from './dataset';

/** How much padding may cost: what is computed, as a share of what would be without any. */
const MOST_COMPUTED = 1.2;

/** Series that are padded to one length, that of the longest of them. */
export interface Bucket {
  length: number;
  /** Indices of the series, ascending. */
  series: Int32Array;
}

/** The batches of an epoch, in their order. */
export interface Epoch {
  /** The series, batch by batch. */
  order: Int32Array;
  /** Where each batch begins in `order`. */
  starts: Int32Array;
}

/**
 * Groups series by length, the longest first, into as few buckets as keep the cost of padding within a fifth: neighbouring
 * lengths are put together, those first that add the fewest steps. Series of one length are one bucket.
 */
export function bucketsByLength(dataset: Pick<Dataset, 'count' | 'time' | 'lengths'>): Bucket[] {
  if (!dataset.lengths) return [{ length: dataset.time, series: ascending(dataset.count) }];
  const lengths = lengthsOf(dataset);
  const byLength = new Map<number, number[]>();
  lengths.forEach((length, index) => {
    const members = byLength.get(length);
    if (members) members.push(index);
    else byLength.set(length, [index]);
  });
  const groups = [...byLength].sort(([a], [b]) => b - a).map(([length, members]) => ({ length, members }));
  let allowed = (MOST_COMPUTED - 1) * lengths.reduce((sum, length) => sum + length, 0);
  for (;;) {
    // Each group may become part of the next longer one, which stands before it.
    const added = groups.map(({ length, members }, i) =>
      i === 0 ? Number.POSITIVE_INFINITY : members.length * ((groups[i - 1]?.length as number) - length),
    );
    let cheapest = 0;
    for (let i = 1; i < added.length; i++) {
      if ((added[i] as number) < (added[cheapest] as number)) cheapest = i;
    }
    const cost = added[cheapest] as number;
    if (!(cost <= allowed)) break;
    allowed -= cost;
    const [merged] = groups.splice(cheapest, 1);
    for (const index of merged?.members ?? []) groups[cheapest - 1]?.members.push(index);
  }
  return groups.map(({ length, members }) => ({ length, series: Int32Array.from(members).sort() }));
}

function ascending(count: number): Int32Array {
  const indices = new Int32Array(count);
  for (let i = 0; i < count; i++) indices[i] = i;
  return indices;
}

/** Number of batches of an epoch. */
export function batchCount(buckets: readonly Bucket[], batchSize: number): number {
  return buckets.reduce((sum, { series }) => sum + Math.ceil(series.length / batchSize), 0);
}

/**
 * Batches of one epoch in a random order, each of series of one bucket; the stream moves on, so the next epoch's differ.
 * The last batch of series of one length may be smaller; of a bucket among others, all are of nearly one size.
 */
export function shuffledBatches(buckets: readonly Bucket[], batchSize: number, random: RandomStream): Epoch {
  const count = buckets.reduce((sum, { series }) => sum + series.length, 0);
  const shuffled = random.shuffle(ascending(count));
  if (buckets.length === 1) {
    return {
      order: shuffled,
      starts: Int32Array.from({ length: batchCount(buckets, batchSize) }, (_, i) => i * batchSize),
    };
  }
  const bucketOf = new Int32Array(count);
  buckets.forEach(({ series }, i) => {
    for (const index of series) bucketOf[index] = i;
  });
  const batches = buckets.flatMap(({ series }, i) => {
    const own = shuffled.filter((index) => bucketOf[index] === i);
    let end = 0;
    return partSizes(own.length, Math.ceil(series.length / batchSize)).map((size) => {
      end += size;
      return own.subarray(end - size, end);
    });
  });
  return joined(random.shuffle(batches));
}

/** The sizes of `shuffledBatches`, each once, with the steps that their series are padded to. */
export function batchShapes(
  buckets: readonly Bucket[],
  batchSize: number,
): { count: number; length: number }[] {
  return buckets.flatMap(({ length, series }) => {
    const counts =
      buckets.length === 1
        ? [Math.min(batchSize, series.length), series.length % batchSize]
        : partSizes(series.length, Math.ceil(series.length / batchSize));
    return [...new Set(counts)].filter((count) => count > 0).map((count) => ({ count, length }));
  });
}

/** The steps that each series is padded to, by its index: those of its bucket. */
export function paddedLengths(buckets: readonly Bucket[]): Int32Array {
  const count = buckets.reduce((sum, { series }) => sum + series.length, 0);
  const padded = new Int32Array(count);
  for (const { length, series } of buckets) for (const index of series) padded[index] = length;
  return padded;
}

/** Nearly equal parts. */
function partSizes(count: number, parts: number): number[] {
  const bound = (part: number): number => Math.round((part * count) / parts);
  return Array.from({ length: parts }, (_, part) => bound(part + 1) - bound(part));
}

/** Batches of all series, the longest first, in a fixed order. @param sizeOf the most series of a batch of this length. */
export function orderedBatches(buckets: readonly Bucket[], sizeOf: (length: number) => number): Epoch {
  return joined(cutBuckets(buckets, sizeOf).map(({ series }) => series));
}

/** The batches of `orderedBatches`, each as a view of its bucket. */
export function cutBuckets(buckets: readonly Bucket[], sizeOf: (length: number) => number): Bucket[] {
  return buckets.flatMap(({ length, series }) => {
    const size = sizeOf(length);
    const parts = Math.ceil(series.length / size);
    return Array.from({ length: parts }, (_, part) => ({
      length,
      series: series.subarray(part * size, (part + 1) * size),
    }));
  });
}

function joined(batches: readonly Int32Array[]): Epoch {
  const starts = new Int32Array(batches.length);
  const order = new Int32Array(batches.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  batches.forEach((batch, i) => {
    starts[i] = start;
    order.set(batch, start);
    start += batch.length;
  });
  return { order, starts };
}

/** The indices of one batch (0-based) of an epoch: a view. */
export function batchIndices({ order, starts }: Epoch, batch: number): Int32Array {
  return order.subarray(starts[batch], starts[batch + 1] ?? order.length);
}

/** A batch of series, padded to one length. */
export interface GatheredBatch {
  /** [count, time, channels] */
  series: Float32Array;
  time: number;
  /** `[count]`: valid steps of each series; absent where the data set has none. */
  lengths?: Int32Array;
}

/**
 * The series with the given indices.
 * @param time steps that they are padded to: none is longer.
 * @param series is filled: [indices.length, time, channels].
 */
export function gatherBatch(
  dataset: Dataset,
  indices: Int32Array,
  time = dataset.time,
  series = new Float32Array(indices.length * time * dataset.channels),
): GatheredBatch {
  const { channels, lengths: all } = dataset;
  indices.forEach((index, row) => {
    const start = index * dataset.time * channels;
    series.set(dataset.series.subarray(start, start + time * channels), row * time * channels);
  });
  const lengths = all && indices.map((index) => all[index] as number);
  return { series, time, ...(lengths && { lengths }) };
}

/** The labels of the series with the given indices, [indices.length]. */
export function gatherLabels(dataset: Dataset, indices: Int32Array): Int32Array {
  return indices.map((index) => dataset.labels[index] as number);
}

/**
 * Adds normally distributed noise to the valid steps of a batch, in place.
 * @param deviation of the noise, where the values themselves have about 1.
 */
export function addNoise(
  batch: GatheredBatch,
  channels: number,
  deviation: number,
  random: RandomStream,
): void {
  const { series, time, lengths } = batch;
  const rows = series.length / (time * channels);
  for (let row = 0; row < rows; row++) {
    const start = row * time * channels;
    const end = start + (lengths?.[row] ?? time) * channels;
    for (let i = start; i < end; i++) series[i] = (series[i] as number) + deviation * random.normal();
  }
}
