/** The form that every format of weights is read into and written from: arrays by name. */

export interface WeightTensor {
  shape: number[];
  /** Row-major. */
  data: Float32Array;
}

export type NamedTensors = Map<string, WeightTensor>;

/** Weights cannot be read or do not fit; the message names the tensor, the shapes, and what to do. */
export class WeightsError extends Error {
  override name = 'WeightsError';
}

/** Numbers in a tensor of this shape. */
export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** Whether the value is a list of sizes: whole numbers that are not negative. */
export function isShape(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}

/** A tensor of zeros. */
export function zeros(shape: number[]): WeightTensor {
  return { shape, data: new Float32Array(elementCount(shape)) };
}

/** The transpose of a matrix, [rows, columns] to [columns, rows]. */
export function transpose({ shape, data }: WeightTensor): WeightTensor {
  const [rows = 0, columns = 0] = shape;
  const result = new Float32Array(data.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      result[column * rows + row] = data[row * columns + column] as number;
    }
  }
  return { shape: [columns, rows], data: result };
}

/** Written like a list in Python: `[3, 4]`. */
export function describeShape(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}
