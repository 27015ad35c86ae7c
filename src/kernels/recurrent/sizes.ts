/** Sizes of what the passes of a recurrent layer hand to one another. */
import type { TensorSpec } from '../webgpu/plan';
import { type Cell, KEPT } from './cell';
import { residentReserveElements } from './resident';
import type { RecurrentShape } from './shape';
import type { ReserveFormat } from './variants';

/** Values that a step leaves for the backward pass: see `reserve.wgsl`. */
export function reserveRows({ states }: Cell, { units, inputDim }: RecurrentShape): number {
  return states.length * units + inputDim + 1 + KEPT * units;
}

/** Rows of the reserve that are the left operand of the weight gradients, at its start. */
export function leftRows({ phases }: Cell, { units, inputDim }: RecurrentShape): number {
  return phases * units + inputDim + 1;
}

export const rowGroups = ({ batch }: Pick<RecurrentShape, 'batch'>) => Math.ceil(batch / 4);
export const stateElements = ({ directions, batch, units }: RecurrentShape) => directions * batch * units;

/** What a training forward pass leaves. */
export function reserveSpec(cell: Cell, shape: RecurrentShape, format: ReserveFormat): TensorSpec {
  const { directions, time } = shape;
  const elements =
    format === 'resident'
      ? residentReserveElements(cell, shape)
      : directions * (time + 1) * reserveRows(cell, shape) * rowGroups(shape) * 4;
  return { name: 'reserve', shape: [elements], dtype: 'float32' };
}

/** The gradients of the sums, whose order depends on the walk's layout: the number of axes tells it. */
export function gatesSpec({ gradients }: Cell, shape: RecurrentShape, format: ReserveFormat): TensorSpec {
  const { directions, batch, time, units } = shape;
  const sums = gradients * units;
  return {
    name: 'dGates',
    shape:
      format === 'resident'
        ? [directions, batch, time, sums]
        : [directions * time * sums * rowGroups(shape) * 4],
    dtype: 'float32',
  };
}

/** The weights of a forward pass as packed by `recurrent_pack.wgsl`, in vec4s. */
export function packedVectors({ directions, inputDim, units }: RecurrentShape): number {
  return directions * (inputDim + units + 1) * units;
}

/** The weights of a pass as Keras has them, in elements. */
export function weightElements(
  { gates, biasRows }: Cell,
  { directions, inputDim, units }: RecurrentShape,
  pass: 'forward' | 'backward',
): number {
  return directions * gates * units * (units + (pass === 'forward' ? inputDim + biasRows : 0));
}
