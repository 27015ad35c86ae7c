import type { Cell } from '../recurrent/cell';
import type { RecurrentShape } from '../recurrent/shape';
import { copy } from '../webgpu/passes';
import type { Pass, TensorSpec } from '../webgpu/plan';

export const lstmCell: Cell = {
  name: 'lstm',
  shader: 'lstm_cell',
  gates: 4,
  biasRows: 1,
  states: ['h', 'c'],
  gradients: 4,
  phases: 1,
  weightGradients,
};

/** They are whole rows of the product, so copies do. */
function weightGradients({ directions, inputDim, units }: RecurrentShape) {
  const gates = 4 * units;
  const recurrent = units * gates;
  const kernel = inputDim * gates;
  const outputs: TensorSpec[] = [];
  const passes: Pass[] = [];
  for (let direction = 0; direction < directions; direction++) {
    // The rows of the product are those of the reserve's left operand: h, x, 1.
    const base = direction * (recurrent + kernel + gates);
    passes.push(
      copy('total', base + recurrent, `dKernel${direction}`, 0, kernel),
      copy('total', base, `dRecurrentKernel${direction}`, 0, recurrent),
      copy('total', base + recurrent + kernel, `dBias${direction}`, 0, gates),
    );
    outputs.push(
      { name: `dKernel${direction}`, shape: [inputDim, gates], dtype: 'float32' },
      { name: `dRecurrentKernel${direction}`, shape: [units, gates], dtype: 'float32' },
      { name: `dBias${direction}`, shape: [gates], dtype: 'float32' },
    );
  }
  return { outputs, passes };
}
