import type { Tensor } from '@tensorflow/tfjs-core';

/** Throws unless `tensor` is float32 and has as many axes as `axes` names, e.g. ['batch', 'time', 'inputDim']. */
export function checkRank(op: string, name: string, tensor: Tensor, axes: string[]): void {
  if (tensor.shape.length !== axes.length) {
    throw new Error(
      `${op}: ${name} has shape ${text(tensor.shape)}, expected ${axes.length} axes, [${axes.join(', ')}]. ` +
        'Reshape it.',
    );
  }
  if (tensor.shape.includes(0)) {
    throw new Error(
      `${op}: ${name} has shape ${text(tensor.shape)} and so no elements, expected at least 1 on each axis of ` +
        `[${axes.join(', ')}]. Leave out empty batches.`,
    );
  }
  checkType(op, name, tensor, 'float32');
}

/**
 * Throws unless `tensor` is float32 and has the shape `expected`; `meaning` names its axes and says where the
 * sizes come from, e.g. '[units, 4·units], units from weights.kernel'.
 */
export function checkShape(
  op: string,
  name: string,
  tensor: Tensor,
  expected: number[],
  meaning: string,
): void {
  if (tensor.shape.length !== expected.length || tensor.shape.some((size, axis) => size !== expected[axis])) {
    throw new Error(
      `${op}: ${name} has shape ${text(tensor.shape)}, expected ${text(expected)}: ${meaning}. ` +
        'Transpose or reshape it, or pass the tensor that belongs to the others.',
    );
  }
  checkType(op, name, tensor, 'float32');
}

/** Throws unless `tensor` is a vector of `batch` int32 values. */
export function checkIntegers(op: string, name: string, tensor: Tensor, batch: number): void {
  if (tensor.shape.length !== 1 || tensor.shape[0] !== batch) {
    throw new Error(
      `${op}: ${name} has shape ${text(tensor.shape)}, expected [${batch}]: one value for each row of the batch.`,
    );
  }
  checkType(op, name, tensor, 'int32');
}

function checkType(op: string, name: string, tensor: Tensor, expected: 'float32' | 'int32'): void {
  if (tensor.dtype !== expected) {
    throw new Error(
      `${op}: ${name} is ${tensor.dtype}, expected ${expected}. Cast it: tf.cast(${name}, '${expected}').`,
    );
  }
}

function text(shape: number[]): string {
  return `[${shape.join(', ')}]`;
}
