/** Sizes of what the passes of a recurrent layer hand to one another. */
import { type Cell, KEPT } from './cell';
import type { RecurrentShape } from './shape';

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

export function reserveElements(cell: Cell, shape: RecurrentShape): number {
  return shape.directions * (shape.time + 1) * reserveRows(cell, shape) * rowGroups(shape) * 4;
}

export function gateElements({ gradients }: Cell, shape: RecurrentShape): number {
  return shape.directions * shape.time * gradients * shape.units * rowGroups(shape) * 4;
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
