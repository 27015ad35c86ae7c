/**
 * Estimates of what a training run needs, from its sizes alone: nothing is allocated.
 */
import type { MemoryPlan } from './api';
import { type ClassifierSizes, logitCount, parameterCount } from './classifier';
import { evaluationBatchSize } from './evaluation';

const bytesPerNumber = 4;

interface Buffer {
  name: string;
  bytes: number;
}

/** The data of a run. */
export interface RunShape {
  /** Series in all. */
  count: number;
  /** Series of a training batch. */
  batch: number;
  time: number;
}

/**
 * The large buffers of a training step. For the backward pass the LSTM keeps four gates and the cell state of each step,
 * and the attention its hidden layer.
 */
function trainingBuffers(sizes: ClassifierSizes, { batch, time }: RunShape): Buffer[] {
  const { channels, units, score, attentionUnits, classes } = sizes;
  const steps = batch * time;
  const features = 2 * units;
  const parameters = parameterCount(sizes);
  const numbers: [name: string, count: number][] = [
    ['series of a batch', steps * channels],
    ['outputs of the LSTM', steps * features],
    ['gates and cell states kept for the backward pass', steps * 5 * features],
    ['gradients of the outputs', steps * features],
    ['gradients of the gates', steps * 4 * features],
    ['attention weights and their gradients', 2 * steps],
    ['hidden layer of the attention', score === 'additive' ? steps * attentionUnits : 0],
    ['logits', 3 * batch * logitCount(classes)],
    // Weights, gradients and both moments, old and new, and the best weights.
    ['weights and optimizer', 8 * parameters],
  ];
  return numbers.map(([name, count]) => ({ name, bytes: count * bytesPerNumber }));
}

function evaluationBuffers(sizes: ClassifierSizes, { count, time }: RunShape): Buffer[] {
  const steps = Math.min(count, evaluationBatchSize(time, sizes.units)) * time;
  return [
    { name: 'series of an evaluation batch', bytes: steps * sizes.channels * bytesPerNumber },
    { name: 'outputs of the LSTM in an evaluation batch', bytes: steps * 2 * sizes.units * bytesPerNumber },
  ];
}

/**
 * @param largestAllowed bytes that one buffer may have on the device.
 * @param dispatchesPerStep null where the backend has none.
 */
export function planMemory(
  sizes: ClassifierSizes,
  shape: RunShape,
  largestAllowed: number,
  dispatchesPerStep: number | null,
): MemoryPlan {
  const training = trainingBuffers(sizes, shape);
  const evaluation = evaluationBuffers(sizes, shape);
  const sum = (buffers: Buffer[]): number => buffers.reduce((total, { bytes }) => total + bytes, 0);
  const bytes = Math.max(sum(training), sum(evaluation));
  const largest = [...training, ...evaluation].reduce((a, b) => (b.bytes > a.bytes ? b : a));
  const fits = largest.bytes <= largestAllowed;
  const needs =
    `A batch of ${shape.batch} series of ${shape.time} steps with ${sizes.units} units needs about ${mebibytes(bytes)} on ` +
    `the device, its largest buffer (${largest.name}) ${mebibytes(largest.bytes)}`;
  return {
    bytes,
    largestBuffer: largest.bytes,
    largestBufferName: largest.name,
    parameters: parameterCount(sizes),
    dispatchesPerStep,
    fits,
    message: fits
      ? `${needs}.`
      : `${needs}, but a buffer may have at most ${mebibytes(largestAllowed)} here. Make batch_size, num_points or units smaller.`,
  };
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}
