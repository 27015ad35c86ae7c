/** Whether a device's subgroups are as the kernels that shuffle need them. */
import { specialise } from './shaders';

/** Invocations of the probe: `subgroup_probe.wgsl`. */
const LANES = 64;

/**
 * Whether shuffles by 1 and by 2 reach the invocations of a workgroup whose index differs by as much. WGSL leaves open how
 * invocations are spread over subgroups, so it is tried out. False where the device has no subgroups.
 */
export async function hasNeighboursInSubgroups(device: GPUDevice): Promise<boolean> {
  if (!device.features.has('subgroups')) return false;
  const pipeline = await device.createComputePipelineAsync({
    layout: 'auto',
    compute: { module: device.createShaderModule({ code: specialise('subgroup_probe', {}) }) },
  });
  const size = 4 * 2 * LANES;
  const found = device.createBuffer({ size, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC });
  const copy = device.createBuffer({ size, usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ });
  try {
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    pass.setPipeline(pipeline);
    pass.setBindGroup(
      0,
      device.createBindGroup({
        layout: pipeline.getBindGroupLayout(0),
        entries: [{ binding: 0, resource: { buffer: found } }],
      }),
    );
    pass.dispatchWorkgroups(1);
    pass.end();
    encoder.copyBufferToBuffer(found, 0, copy, 0, size);
    device.queue.submit([encoder.finish()]);
    await copy.mapAsync(GPUMapMode.READ);
    return areNeighbours(new Uint32Array(copy.getMappedRange()));
  } finally {
    found.destroy();
    copy.destroy();
  }
}

/** @param reached for each lane, whom its shuffles by 1 and by 2 reach. */
export function areNeighbours(reached: Uint32Array): boolean {
  return reached.every((lane, index) => lane === ((index >> 1) ^ (1 + (index & 1))));
}
