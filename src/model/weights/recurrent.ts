/**
 * Weights of recurrent layers in Keras's form, which our ops and layers share: kernel [inputDim, gates·units], recurrent
 * kernel [units, gates·units], bias [gates·units], with the gates in the order i, f, c, o (LSTM) or z, r, h (GRU). A GRU
 * whose reset gate acts after the product (`resetAfter`) has one bias for each product, [2, 3·units].
 */
import { describeShape, WeightsError, type WeightTensor } from './tensors';

export type CellName = 'lstm' | 'gru';

export const gateCounts: Record<CellName, number> = { lstm: 4, gru: 3 };

export interface CellWeights {
  kernel: WeightTensor;
  recurrentKernel: WeightTensor;
  bias: WeightTensor;
}

/** One layer: its forward direction and, where it has one, its backward direction. */
export interface RecurrentWeights {
  cell: CellName;
  /** GRU: whether the reset gate acts after the product with the recurrent kernel. false for LSTM. */
  resetAfter: boolean;
  directions: [CellWeights] | [CellWeights, CellWeights];
}

/** The layer's arrays in the order that `layer.setWeights` takes, in tf.js, Keras and here. */
export function layerWeights({ directions }: RecurrentWeights): WeightTensor[] {
  return directions.flatMap(({ kernel, recurrentKernel, bias }) => [kernel, recurrentKernel, bias]);
}

/** inputDim and units of a layer. */
export function recurrentSizes({ directions: [{ kernel, recurrentKernel }] }: RecurrentWeights): {
  inputDim: number;
  units: number;
} {
  return { inputDim: kernel.shape[0] as number, units: recurrentKernel.shape[0] as number };
}

/**
 * Checks that arrays are those of a cell.
 * @param names what to call kernel, recurrent kernel and bias in a message.
 * @throws WeightsError naming the array that does not fit, its shape and the shape expected.
 */
export function checkCell(
  { kernel, recurrentKernel, bias }: CellWeights,
  cell: CellName,
  resetAfter: boolean,
  names: { kernel: string; recurrentKernel: string; bias: string },
): void {
  const [units = 0] = recurrentKernel.shape;
  const [inputDim = 0] = kernel.shape;
  const columns = gateCounts[cell] * units;
  const expected = {
    recurrentKernel: [units, columns],
    kernel: [inputDim, columns],
    bias: resetAfter ? [2, columns] : [columns],
  };
  const given = { recurrentKernel, kernel, bias };
  for (const name of ['recurrentKernel', 'kernel', 'bias'] as const) {
    const { shape } = given[name];
    if (shape.join() === expected[name].join() && units > 0) continue;
    throw new WeightsError(
      `${names[name]} has shape ${describeShape(shape)}, expected ${describeShape(expected[name])} for ` +
        `${cell === 'lstm' ? 'an LSTM' : 'a GRU'} of ${units} units.`,
    );
  }
}

/**
 * Puts the gates, blocks of the last dimension, into another order.
 * @param order for each gate of the result, its place in the tensor given.
 */
export function reorderGates(tensor: WeightTensor, order: readonly number[]): WeightTensor {
  const columns = tensor.shape.at(-1) as number;
  const units = columns / order.length;
  const data = new Float32Array(tensor.data.length);
  for (let row = 0; row < data.length; row += columns) {
    order.forEach((from, to) => {
      const start = row + from * units;
      data.set(tensor.data.subarray(start, start + units), row + to * units);
    });
  }
  return { shape: tensor.shape, data };
}
