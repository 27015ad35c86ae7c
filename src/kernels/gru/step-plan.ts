/** The plan of a single fused step. */
import type { GRUStepAttributes } from '../names';
import { activationCodes } from '../recurrent/activations';
import { dispatch, read, readWrite } from '../webgpu/passes';
import { type Plan, u32 } from '../webgpu/plan';
import { gruCell } from './cell';

const UNIT_TILE = 16;
const K_PARTS = 8;

/** One fused step. Inputs: x, kernel, recurrentKernel, bias, h. Output: the next h. */
export function stepPlan(
  shape: GRUStepAttributes & { batch: number; inputDim: number; units: number },
): Plan {
  const { batch, inputDim, units } = shape;
  const cell = gruCell(shape);
  const phases = Array.from({ length: cell.phases }, (_, phase) =>
    dispatch('gru_step', {
      constants: activationCodes(shape),
      modules: { cell: cell.shader },
      bindings: [
        ...['x', 'kernel', 'recurrentKernel', 'bias', 'h'].map(read),
        readWrite('nextH'),
        readWrite('carry'),
      ],
      workgroups: [Math.ceil(units / UNIT_TILE), batch, 1],
      lanes: UNIT_TILE * K_PARTS,
      workgroupBytes: 16 * UNIT_TILE * K_PARTS,
      uniform: [batch, inputDim, units, phase].map(u32),
      cost: {
        flops: (6 * batch * units * (inputDim + units)) / cell.phases,
        bytes: (12 * batch * units * (inputDim + units)) / cell.phases,
      },
    }),
  );
  return {
    name: 'gru step',
    outputs: [{ name: 'nextH', shape: [batch, units], dtype: 'float32' }],
    // With one phase nothing is carried, but bindings are fixed.
    scratch: [{ name: 'carry', elements: cell.phases === 2 ? 4 * batch * units : 4 }],
    passes: phases,
  };
}
