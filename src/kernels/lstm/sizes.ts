/** Sizes of what the LSTM's passes leave for one another. */
import type { LSTMShape } from './variants';

/** Values that a step leaves for the backward pass: h, x, 1, c and the four gates; see `lstm_rows.wgsl`. */
export function reserveRows({ units, inputDim }: LSTMShape): number {
  return 6 * units + inputDim + 1;
}

export const rowGroups = ({ batch }: LSTMShape) => Math.ceil(batch / 4);
export const stateElements = ({ directions, batch, units }: LSTMShape) => directions * batch * units;

export function reserveElements(shape: LSTMShape): number {
  return shape.directions * (shape.time + 1) * reserveRows(shape) * rowGroups(shape) * 4;
}

export function gateElements({ directions, time, units, ...rest }: LSTMShape): number {
  return directions * time * 4 * units * Math.ceil(rest.batch / 4) * 4;
}
