import type { Cell } from '../recurrent/cell';
import type { RecurrentShape } from '../recurrent/shape';
import { dispatch, grid, read, readWrite } from '../webgpu/passes';
import { flag, type Pass, type TensorSpec, u32, unsigned } from '../webgpu/plan';

const resetAfterCell: Cell = {
  name: 'gru',
  shader: 'gru_cell',
  gates: 3,
  biasRows: 2,
  states: ['h'],
  gradients: 4,
  phases: 1,
  weightGradients: (shape) => weightGradients(shape, true),
};

const resetBeforeCell: Cell = {
  name: 'gru, reset before',
  shader: 'gru_reset_before_cell',
  gates: 3,
  biasRows: 1,
  states: ['h'],
  gradients: 3,
  phases: 2,
  weightGradients: (shape) => weightGradients(shape, false),
};

/** The cell whose reset gate multiplies h after or before its product with the recurrent kernel. */
export function gruCell({ resetAfter }: { resetAfter: boolean }): Cell {
  return resetAfter ? resetAfterCell : resetBeforeCell;
}

/** The candidate's columns of the recurrent kernel come from another place of the product than those of the kernel. */
function weightGradients({ directions, inputDim, units }: RecurrentShape, resetAfter: boolean) {
  const gates = 3 * units;
  const biasRows = resetAfter ? 2 : 1;
  const elements = (inputDim + units + biasRows) * gates;
  const outputs: TensorSpec[] = [];
  const passes: Pass[] = [];
  for (let direction = 0; direction < directions; direction++) {
    const names = ['dKernel', 'dRecurrentKernel', 'dBias'].map((name) => `${name}${direction}`);
    const [kernel, recurrentKernel, bias] = names as [string, string, string];
    passes.push(
      dispatch('gru_weight_gradients', {
        constants: { WORKGROUP: 64, RESET_BEFORE: flag(!resetAfter) },
        literals: { UNITS: unsigned(units), INPUT_DIM: unsigned(inputDim) },
        bindings: [read('total'), ...names.map(readWrite)],
        workgroups: grid(elements, 64),
        uniform: [u32(direction)],
        cost: { flops: 0, bytes: 8 * elements },
      }),
    );
    outputs.push(
      { name: kernel, shape: [inputDim, gates], dtype: 'float32' },
      { name: recurrentKernel, shape: [units, gates], dtype: 'float32' },
      { name: bias, shape: resetAfter ? [2, gates] : [gates], dtype: 'float32' },
    );
  }
  return { outputs, passes };
}
