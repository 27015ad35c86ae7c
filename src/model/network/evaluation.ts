import {
  concat,
  dispose,
  reshape,
  type Tensor,
  type Tensor1D,
  type Tensor3D,
  tensor1d,
  tensor3d,
  tidy,
} from '@tensorflow/tfjs-core';
import {
  batchIndices,
  bucketsByLength,
  type GatheredBatch,
  gatherBatch,
  gatherLabels,
  orderedBatches,
} from '../../data/batches';
import type { Dataset } from '../../data/dataset';
import { crossEntropy } from '../../kernels';
import { type Classifier, logitCount } from './classifier';

export interface Predictions {
  count: number;
  time: number;
  /** Columns of `probabilities`: 1 for two classes (the probability of class 1), else the number of classes. */
  outputs: number;
  /** [count, outputs] */
  probabilities: Float32Array;
  /** [count, time]; each row adds up to 1, and padding has 0. */
  attention: Float32Array;
  /** Mean cross-entropy against the data set's labels; NaN where a series has none. */
  loss: number;
}

export interface Batch {
  /** [batch, time, channels], padded to the longest series */
  x: Tensor3D;
  /** [batch] int32: valid steps of each series; absent where all data have one length. */
  lengths?: Tensor1D;
  /** [batch] int32 */
  labels: Tensor1D;
}

/**
 * Uploads the series with the given indices. The caller disposes of the tensors.
 * @param change is done to the values before.
 */
export function uploadBatch(
  dataset: Dataset,
  indices: Int32Array,
  change?: (batch: GatheredBatch) => void,
): Batch {
  const gathered = gatherBatch(dataset, indices);
  change?.(gathered);
  const { series, time, lengths } = gathered;
  return {
    x: tensor3d(series, [indices.length, time, dataset.channels]),
    ...(lengths && { lengths: tensor1d(lengths, 'int32') }),
    labels: tensor1d(gatherLabels(dataset, indices), 'int32'),
  };
}

/**
 * Series per batch where nothing is kept for a backward pass: as many as bring the LSTM's outputs, the largest
 * tensor, to 64 MiB, but at most 256.
 */
export function evaluationBatchSize(time: number, units: number): number {
  const bytesPerSeries = time * 2 * units * Float32Array.BYTES_PER_ELEMENT;
  return Math.max(1, Math.min(256, Math.floor(2 ** 26 / bytesPerSeries)));
}

/** Mean loss and accuracy over a data set whose series are already prepared. */
export async function evaluate(
  classifier: Classifier,
  dataset: Dataset,
): Promise<{ loss: number; accuracy: number }> {
  let loss = 0;
  let accuracy = 0;
  await forEachBatch(
    classifier,
    dataset,
    ({ x, lengths, labels }) => {
      const measured = crossEntropy(classifier.logits(x, { ...(lengths && { lengths }) }), labels);
      return [measured.loss, measured.accuracy];
    },
    (numbers, indices) => {
      loss += numbers[0]! * indices.length;
      accuracy += numbers[1]! * indices.length;
    },
  );
  return { loss: loss / dataset.count, accuracy: accuracy / dataset.count };
}

/** Probabilities and attention of each series of a data set whose series are already prepared. */
export async function predict(classifier: Classifier, dataset: Dataset): Promise<Predictions> {
  const { count, time } = dataset;
  const outputs = logitCount(classifier.sizes.classes);
  const probabilities = new Float32Array(count * outputs);
  const attention = new Float32Array(count * time);
  let loss = 0;
  const isLabelled = dataset.labels.every((label) => label >= 0);
  const labelled = isLabelled ? dataset : { ...dataset, labels: new Int32Array(count) };
  await forEachBatch(
    classifier,
    labelled,
    ({ x, lengths, labels }) => {
      const predicted = classifier.predict(x, lengths);
      return [predicted.probability, predicted.attention, crossEntropy(predicted.logits, labels).loss];
    },
    (numbers, indices) => {
      const split = indices.length * outputs;
      const steps = (numbers.length - split - 1) / indices.length;
      indices.forEach((index, row) => {
        const weights = split + row * steps;
        probabilities.set(numbers.subarray(row * outputs, (row + 1) * outputs), index * outputs);
        attention.set(numbers.subarray(weights, weights + steps), index * time);
      });
      loss += numbers.at(-1)! * indices.length;
    },
  );
  return { count, time, outputs, probabilities, attention, loss: isLabelled ? loss / count : Number.NaN };
}

/**
 * Runs `compute` on the data set batch by batch, the longest series first, and hands over its results, joined; two
 * batches are in flight at most.
 */
async function forEachBatch(
  classifier: Classifier,
  dataset: Dataset,
  compute: (batch: Batch) => Tensor[],
  receive: (numbers: Float32Array, indices: Int32Array) => void,
): Promise<void> {
  const batches = orderedBatches(bucketsByLength(dataset), (length) =>
    evaluationBatchSize(length, classifier.sizes.units),
  );
  let previous = Promise.resolve();
  for (let i = 0; i < batches.starts.length; i++) {
    const indices = batchIndices(batches, i);
    const joined = tidy(() => {
      const results = compute(uploadBatch(dataset, indices));
      return concat(results.map((result) => reshape(result, [result.size])));
    });
    const current = joined.data().then((numbers) => {
      dispose(joined);
      receive(numbers as Float32Array, indices);
    });
    await previous;
    previous = current;
  }
  await previous;
}
