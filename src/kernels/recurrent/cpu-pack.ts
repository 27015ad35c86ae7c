/**
 * Weights as the CPU's walk multiplies them. Row r of a step's left matrix is [x_t, h, 1]; with kernel, recurrent kernel
 * and bias stacked below each other one product gives all columns of all units, and its transpose all weight gradients.
 * The columns of a unit lie side by side: column `unit · columns + c`, where the weights of Keras have
 * `gate · units + unit`.
 */
import { type Panels, packPanels } from '../cpu/matrix';
import type { Direction, PackedColumn } from './cpu-cell';

export interface WeightGradients {
  dKernel: Float32Array;
  dRecurrentKernel: Float32Array;
  dBias: Float32Array;
}

/** Rows of the stacked weights. */
export function stackedRows({ sizes: { inputDim, units } }: Direction): number {
  return inputDim + units + 1;
}

/** Kernel, recurrent kernel and bias stacked, [inputDim + units + 1, units · columns]. */
export function packWeights(direction: Direction, columns: readonly PackedColumn[]): Panels {
  const { inputDim, units } = direction.sizes;
  const { kernel, recurrentKernel, bias } = direction;
  const width = kernel.length / inputDim;
  return packPanels(stackedRows(direction), units * columns.length, (k, n) => {
    const column = columns[n % columns.length]!;
    const unit = Math.floor(n / columns.length);
    const weight = (matrix: Float32Array, row: number, gate: number | undefined) =>
      gate === undefined ? 0 : matrix[row * width + gate * units + unit]!;
    if (k < inputDim) return weight(kernel, k, column.kernel);
    if (k < inputDim + units) return weight(recurrentKernel, k - inputDim, column.recurrent);
    return column.bias.reduce((sum, block) => sum + bias[block * units + unit]!, 0);
  });
}

/**
 * The transpose of a [rows, gates · units] weight, for the gradient of what it multiplies.
 *
 * @param gates of each column; undefined where a column does not use the weight
 */
export function packTransposed(
  weight: Float32Array,
  rows: number,
  units: number,
  gates: readonly (number | undefined)[],
): Panels {
  const width = weight.length / rows;
  return packPanels(units * gates.length, rows, (n, k) => {
    const gate = gates[n % gates.length];
    return gate === undefined ? 0 : weight[k * width + gate * units + Math.floor(n / gates.length)]!;
  });
}

/** Splits the gradient of the stacked weights. */
export function unpackGradients(
  stack: Float64Array,
  direction: Direction,
  columns: readonly PackedColumn[],
): WeightGradients {
  const { inputDim, units } = direction.sizes;
  const width = direction.kernel.length / inputDim;
  const dKernel = new Float32Array(direction.kernel.length);
  const dRecurrentKernel = new Float32Array(direction.recurrentKernel.length);
  const dBias = new Float32Array(direction.bias.length);
  const packedWidth = units * columns.length;
  const biasAt = (inputDim + units) * packedWidth;
  for (let n = 0; n < packedWidth; n++) {
    const { kernel, recurrent, bias } = columns[n % columns.length]!;
    const unit = Math.floor(n / columns.length);
    if (kernel !== undefined) {
      const to = kernel * units + unit;
      for (let k = 0; k < inputDim; k++) dKernel[k * width + to] = stack[k * packedWidth + n]!;
    }
    if (recurrent !== undefined) {
      const to = recurrent * units + unit;
      for (let k = 0; k < units; k++) {
        dRecurrentKernel[k * width + to] = stack[(inputDim + k) * packedWidth + n]!;
      }
    }
    for (const block of bias) dBias[block * units + unit] = stack[biasAt + n]!;
  }
  return { dKernel, dRecurrentKernel, dBias };
}
