/** What the plans of a recurrent layer read, for running them without tensors. */
import type { InputSpec } from '../webgpu/plan';
import type { Cell } from './cell';
import type { RecurrentShape } from './shape';
import { reserveSpec } from './sizes';
import type { ReserveFormat } from './variants';

/** Inputs of the forward pass. */
export function forwardInputs(cell: Cell, shape: RecurrentShape): InputSpec[] {
  const { directions, batch, time, inputDim, units, hasState, hasLengths } = shape;
  const row = cell.gates * units;
  const inputs: InputSpec[] = [{ name: 'x', shape: [batch, time, inputDim], dtype: 'float32' }];
  for (let direction = 0; direction < directions; direction++) {
    inputs.push(
      { name: `kernel${direction}`, shape: [inputDim, row], dtype: 'float32' },
      { name: `recurrentKernel${direction}`, shape: [units, row], dtype: 'float32' },
      { name: `bias${direction}`, shape: cell.biasRows === 2 ? [2, row] : [row], dtype: 'float32' },
    );
  }
  if (hasState) {
    for (const state of cell.states) {
      inputs.push({ name: `${state}0`, shape: [directions, batch, units], dtype: 'float32' });
    }
  }
  if (hasLengths) inputs.push({ name: 'lengths', shape: [batch], dtype: 'int32', range: [1, time] });
  return inputs;
}

/** The gradients of the outputs, each of which may be absent. */
export function outputGradients(
  { states }: Cell,
  { directions, batch, time, units }: RecurrentShape,
): InputSpec[] {
  return [
    { name: 'dOutputs', shape: [batch, time, directions * units], dtype: 'float32' },
    ...states.map((state) => ({
      name: `dFinal${state.toUpperCase()}`,
      shape: [directions, batch, units],
      dtype: 'float32' as const,
    })),
  ];
}

/** Inputs of the backward pass. @param format of the reserve that the forward pass has left. */
export function gradientInputs(cell: Cell, shape: RecurrentShape, format: ReserveFormat): InputSpec[] {
  return [
    ...forwardInputs(cell, shape),
    // Among other values, gates: after their sigmoid.
    { ...reserveSpec(cell, shape, format), range: [0, 1] },
    ...outputGradients(cell, shape),
  ];
}
