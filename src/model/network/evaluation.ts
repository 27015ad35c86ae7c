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
import { batchCount, batchIndices, gatherBatch, gatherLabels } from '../../data/batches';
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
  /** [count, time]; each row adds up to 1. */
  attention: Float32Array;
  /** Mean cross-entropy against the data set's labels. */
  loss: number;
}

export interface Batch {
  /** [batch, time, channels] */
  x: Tensor3D;
  /** [batch] int32 */
  labels: Tensor1D;
}

/** Uploads the series with the given indices. The caller disposes of the tensors. */
export function uploadBatch(dataset: Dataset, indices: Int32Array): Batch {
  return {
    x: tensor3d(gatherBatch(dataset, indices), [indices.length, dataset.time, dataset.channels]),
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
    ({ x, labels }) => {
      const measured = crossEntropy(classifier.logits(x), labels);
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
  await forEachBatch(
    classifier,
    dataset,
    ({ x, labels }) => {
      const predicted = classifier.predict(x);
      return [predicted.probability, predicted.attention, crossEntropy(predicted.logits, labels).loss];
    },
    (numbers, indices) => {
      const first = indices[0]!;
      const split = indices.length * outputs;
      probabilities.set(numbers.subarray(0, split), first * outputs);
      attention.set(numbers.subarray(split, split + indices.length * time), first * time);
      loss += numbers.at(-1)! * indices.length;
    },
  );
  return { count, time, outputs, probabilities, attention, loss: loss / count };
}

/** Runs `compute` on the data set batch by batch and hands over its results, joined; two batches are in flight at most. */
async function forEachBatch(
  classifier: Classifier,
  dataset: Dataset,
  compute: (batch: Batch) => Tensor[],
  receive: (numbers: Float32Array, indices: Int32Array) => void,
): Promise<void> {
  const order = Int32Array.from({ length: dataset.count }, (_, i) => i);
  const batchSize = evaluationBatchSize(dataset.time, classifier.sizes.units);
  let previous = Promise.resolve();
  for (let i = 0; i < batchCount(dataset.count, batchSize); i++) {
    const indices = batchIndices(order, i, batchSize);
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
