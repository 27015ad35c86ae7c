/** The plan of a single fused step. */
import type { CellAttributes } from '../names';
import { activationCodes } from '../recurrent/activations';
import { dispatch, read, readWrite } from '../webgpu/passes';
import { type DeviceProfile, type Plan, u32, unsigned } from '../webgpu/plan';

/** One fused step. Inputs: x, kernel, recurrentKernel, bias, h, c. Outputs: the next h and c. */
export function stepPlan(
  shape: CellAttributes & { batch: number; inputDim: number; units: number },
  device: DeviceProfile,
): Plan {
  const { batch, inputDim, units } = shape;
  const kernel = stepKernel(units, device);
  return {
    name: 'lstm step',
    outputs: [
      { name: 'nextH', shape: [batch, units], dtype: 'float32' },
      { name: 'nextC', shape: [batch, units], dtype: 'float32' },
    ],
    scratch: [],
    passes: [
      dispatch(kernel.shader, {
        constants: activationCodes(shape),
        literals: kernel.literals,
        bindings: [
          ...['x', 'kernel', 'recurrentKernel', 'bias', 'h', 'c'].map(read),
          readWrite('nextH'),
          readWrite('nextC'),
        ],
        workgroups: [Math.ceil(units / kernel.unitsPerWorkgroup), batch, 1],
        lanes: kernel.lanes,
        workgroupBytes: kernel.workgroupBytes,
        uniform: [batch, inputDim, units].map(u32),
        cost: {
          flops: 8 * batch * units * (inputDim + units),
          bytes: 16 * batch * units * (inputDim + units),
        },
      }),
    ],
  };
}

/** On a CPU few lanes with long runs of the weights (llvmpipe, 1024 units: 2.8 ms against 9.9), on a GPU many lanes. */
function stepKernel(
  units: number,
  { lanes }: DeviceProfile,
): {
  shader: string;
  literals: Record<string, string>;
  unitsPerWorkgroup: number;
  lanes: number;
  workgroupBytes: number;
} {
  if (units % 4 !== 0) {
    const lanes = 16 * 8;
    return { shader: 'lstm_step', literals: {}, unitsPerWorkgroup: 16, lanes, workgroupBytes: 16 * lanes };
  }
  const [quadsPerLane, parts] = (lanes === 'rows' ? [4, 4] : [1, 16]) as [number, number];
  return {
    shader: 'lstm_step_quads',
    literals: { QUADS_PER_LANE: unsigned(quadsPerLane), K_PARTS: unsigned(parts) },
    unitsPerWorkgroup: 8 * 4 * quadsPerLane,
    lanes: 8 * parts,
    workgroupBytes: 64 * 8 * parts * quadsPerLane,
  };
}
