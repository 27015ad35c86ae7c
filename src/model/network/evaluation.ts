import {
  concat,
  dispose,
  getBackend,
  reshape,
  type Tensor,
  type Tensor1D,
  type Tensor3D,
  tensor1d,
  tensor3d,
  tidy,
} from '@tensorflow/tfjs-core';
import {
  bucketsByLength,
  cutBuckets,
  type GatheredBatch,
  gatherBatch,
  gatherLabels,
} from '../../data/batches';
import type { Dataset } from '../../data/dataset';
import { crossEntropy } from '../../kernels';
import { crossEntropyReference } from '../../kernels/loss/reference';
import { type Classifier, logitCount } from './classifier';
import { type ForwardResults, predictorOf } from './predictor';

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
 * @param time steps that they are padded to. @param change is done to the values before.
 */
export function uploadBatch(
  dataset: Dataset,
  indices: Int32Array,
  time = dataset.time,
  change?: (batch: GatheredBatch) => void,
): Batch {
  const gathered = gatherBatch(dataset, indices, time);
  change?.(gathered);
  const { series, lengths } = gathered;
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

/** Series that are evaluated together, and the steps that they are padded to. */
export interface EvaluationBatch {
  indices: Int32Array;
  time: number;
}

/** The batches in which a data set is evaluated, the longest series first. @param units of the network */
export function evaluationBatches(
  dataset: Pick<Dataset, 'count' | 'time' | 'lengths'>,
  units: number,
): EvaluationBatch[] {
  const batches = cutBuckets(bucketsByLength(dataset), (length) => evaluationBatchSize(length, units));
  return batches.map(({ length: time, series: indices }) => ({ indices, time }));
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
  const receive = (results: ForwardResults, indices: Int32Array): void => {
    const steps = results.attention.length / indices.length;
    const likely = probabilitiesOf(results.logits, outputs);
    for (const [row, index] of indices.entries()) {
      probabilities.set(likely.subarray(row * outputs, (row + 1) * outputs), index * outputs);
      attention.set(results.attention.subarray(row * steps, (row + 1) * steps), index * time);
    }
    if (!isLabelled) return;
    const batch = { logits: results.logits, batch: indices.length, count: outputs };
    loss += crossEntropyReference({ ...batch, labels: gatherLabels(dataset, indices) }).loss * indices.length;
  };
  await forwardAll(classifier, dataset, receive);
  return { count, time, outputs, probabilities, attention, loss: isLabelled ? loss / count : Number.NaN };
}

/** [count, outputs]: what `predict` makes probabilities of. The series are already prepared. */
export async function predictLogits(classifier: Classifier, dataset: Dataset): Promise<Float32Array> {
  const outputs = logitCount(classifier.sizes.classes);
  const logits = new Float32Array(dataset.count * outputs);
  await forwardAll(classifier, dataset, (results, indices) => {
    indices.forEach((index, row) => {
      logits.set(results.logits.subarray(row * outputs, (row + 1) * outputs), index * outputs);
    });
  });
  return logits;
}

/** The forward pass of each series, in batches, by what the current backend does it fastest with. */
async function forwardAll(classifier: Classifier, dataset: Dataset, receive: ReceiveResults): Promise<void> {
  await (getBackend() === 'webgpu' ? predictByProgram : predictByOps)(classifier, dataset, receive);
}

type ReceiveResults = (results: ForwardResults, indices: Int32Array) => void;

async function predictByProgram(
  classifier: Classifier,
  dataset: Dataset,
  receive: ReceiveResults,
): Promise<void> {
  const predictor = predictorOf(classifier);
  await inBatches(classifier, dataset, async (indices, time) => {
    await predictor.run(dataset, indices, time, (results) => receive(results, indices));
  });
}

async function predictByOps(
  classifier: Classifier,
  dataset: Dataset,
  receive: ReceiveResults,
): Promise<void> {
  const outputs = logitCount(classifier.sizes.classes);
  await forEachBatch(
    classifier,
    dataset,
    ({ x, lengths }) => {
      const { logits, attention } = classifier.predict(x, lengths);
      return [logits, attention];
    },
    (numbers, indices) => {
      const split = indices.length * outputs;
      receive({ logits: numbers.subarray(0, split), attention: numbers.subarray(split) }, indices);
    },
  );
}

/** The probability of class 1 or, with several outputs, of each class. */
function probabilitiesOf(logits: Float32Array, outputs: number): Float32Array {
  if (outputs === 1) return logits.map((z) => 1 / (1 + Math.exp(-z)));
  const probabilities = new Float32Array(logits.length);
  for (let start = 0; start < logits.length; start += outputs) {
    const row = logits.subarray(start, start + outputs);
    const largest = row.reduce((most, z) => Math.max(most, z));
    const sum = row.reduce((total, z) => total + Math.exp(z - largest), 0);
    row.forEach((z, k) => {
      probabilities[start + k] = Math.exp(z - largest) / sum;
    });
  }
  return probabilities;
}

/** Runs `compute` by tf.js's ops on the data set batch by batch, and hands over its results, joined. */
async function forEachBatch(
  classifier: Classifier,
  dataset: Dataset,
  compute: (batch: Batch) => Tensor[],
  receive: (numbers: Float32Array, indices: Int32Array) => void,
): Promise<void> {
  await inBatches(classifier, dataset, async (indices, time) => {
    const joined = tidy(() => {
      const results = compute(uploadBatch(dataset, indices, time));
      return concat(results.map((result) => reshape(result, [result.size])));
    });
    const numbers = await joined.data();
    dispose(joined);
    receive(numbers as Float32Array, indices);
  });
}

/** Begins `work` on batches of the data set, the longest series first; two of them are on their way at most. */
async function inBatches(
  classifier: Classifier,
  dataset: Dataset,
  work: (indices: Int32Array, time: number) => Promise<void>,
): Promise<void> {
  let previous = Promise.resolve();
  for (const { indices, time } of evaluationBatches(dataset, classifier.sizes.units)) {
    const current = work(indices, time);
    // It is waited for only after the one before, which may fail first.
    current.catch(() => undefined);
    await previous;
    previous = current;
  }
  await previous;
}
