import { dispatch, grid, read, readWrite } from './webgpu/passes';
import { type Plan, u32 } from './webgpu/plan';

/**
 * The series of a batch from all that lie on the device. Inputs: series [count, stride], indices [rows] of unsigned
 * integers. Output: x [rows, length].
 *
 * @param length elements of a series in the batch: its first ones. @param stride elements of a series in the data set.
 */
export function gatherPlan(rows: number, length: number, stride: number): Plan {
  const elements = rows * length;
  return {
    name: 'gather series',
    outputs: [{ name: 'x', shape: [rows, length], dtype: 'float32' }],
    scratch: [],
    passes: [
      dispatch('gather_series', {
        constants: { WORKGROUP: 64 },
        bindings: [...['series', 'indices'].map(read), readWrite('x')],
        workgroups: grid(elements, 64),
        uniform: [rows, length, stride].map(u32),
        cost: { flops: 0, bytes: 8 * elements },
      }),
    ],
  };
}
