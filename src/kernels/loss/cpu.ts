/** The loss kernel of the tf.js backend 'cpu'. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { cpuKernel } from '../cpu/kernel';
import { GatewaveCrossEntropy } from '../names';

export const lossCpuKernels: KernelConfig[] = [
  cpuKernel(GatewaveCrossEntropy, (call) => {
    const [batch, count] = call.shape('logits') as [number, number];
    const logits = call.floats('logits');
    const labels = call.optionalIntegers('labels')!;
    checkLabels(labels, Math.max(2, count));
    const dLogits = new Float32Array(batch * count);
    const rowLoss = count === 1 ? sigmoidRow : softmaxRow;
    let loss = 0;
    let correct = 0;
    for (let b = 0; b < batch; b++) {
      const row = logits.subarray(b * count, (b + 1) * count);
      loss += rowLoss(row, labels[b]!, dLogits.subarray(b * count, (b + 1) * count), batch);
      if (predictedClass(row) === labels[b]) correct++;
    }
    return [
      call.output([], Float32Array.of(loss / batch)),
      call.output([], Float32Array.of(correct / batch)),
      call.output([batch, count], dLogits),
    ];
  }),
];

/** Returns the row's loss, log(1 + exp(∓z)), and writes its share of the gradient of the mean. */
function sigmoidRow(row: Float32Array, label: number, dRow: Float32Array, batch: number): number {
  const z = row[0]!;
  dRow[0] = (1 / (1 + Math.exp(-z)) - label) / batch;
  return Math.max(z, 0) - z * label + Math.log1p(Math.exp(-Math.abs(z)));
}

/** Returns the row's loss, log Σ exp(z) − z[label], and writes its share of the gradient of the mean. */
function softmaxRow(row: Float32Array, label: number, dRow: Float32Array, batch: number): number {
  const largest = row[predictedClass(row)]!;
  let sum = 0;
  for (const z of row) sum += Math.exp(z - largest);
  for (let k = 0; k < row.length; k++) {
    dRow[k] = (Math.exp(row[k]! - largest) / sum - (k === label ? 1 : 0)) / batch;
  }
  return largest + Math.log(sum) - row[label]!;
}

function predictedClass(row: Float32Array): number {
  if (row.length === 1) return row[0]! > 0 ? 1 : 0;
  let best = 0;
  for (let k = 1; k < row.length; k++) if (row[k]! > row[best]!) best = k;
  return best;
}

function checkLabels(labels: Int32Array, classes: number): void {
  labels.forEach((label, row) => {
    if (label < 0 || label >= classes) {
      throw new Error(
        `crossEntropy: labels[${row}] is ${label}, expected 0 to ${classes - 1}, as the logits have ${classes} ` +
          'classes.',
      );
    }
  });
}
