import type { RandomStream } from '../random';
import type { Dataset } from './dataset';

/**
 * A random order of the series 0 … count − 1 for one epoch; the stream moves on, so the next epoch's differs.
 */
export function epochOrder(count: number, random: RandomStream): Int32Array {
  return random.shuffle(Int32Array.from({ length: count }, (_, i) => i));
}

/** Number of batches of an epoch; the last one may be smaller. */
export function batchCount(count: number, batchSize: number): number {
  return Math.ceil(count / batchSize);
}

/** The indices of one batch (0-based) of an epoch: a view on `order`. */
export function batchIndices(order: Int32Array, batch: number, batchSize: number): Int32Array {
  return order.subarray(batch * batchSize, (batch + 1) * batchSize);
}

/**
 * The series with the given indices, [indices.length, time, channels].
 * @param out where to write them, to save an allocation; a longer array is filled from its start.
 * @throws RangeError when `out` is too small.
 */
export function gatherBatch(dataset: Dataset, indices: Int32Array, out?: Float32Array): Float32Array {
  const size = dataset.time * dataset.channels;
  const batch = out ?? new Float32Array(indices.length * size);
  indices.forEach((index, row) => {
    batch.set(dataset.series.subarray(index * size, (index + 1) * size), row * size);
  });
  return batch;
}

/** The labels of the series with the given indices, [indices.length]. */
export function gatherLabels(dataset: Dataset, indices: Int32Array): Int32Array {
  return indices.map((index) => dataset.labels[index] as number);
}
