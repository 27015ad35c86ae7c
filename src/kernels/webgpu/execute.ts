import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend as currentBackend, type TensorInfo } from '@tensorflow/tfjs-core';
import {
  acquireTransient,
  bufferOf,
  deviceOf,
  recordDispatch,
  recordTransfer,
  retainUntilSubmit,
  submitWhenFull,
} from './backend';
import { profileOf } from './device';
import { compilePipelines, pipelineOf } from './pipelines';
import { assertPlanFits, BYTES_PER_ELEMENT, type DispatchPass, type Plan, type UniformValue } from './plan';

/**
 * Compiles the pipelines of plans on the current 'webgpu' backend's device, in parallel and without blocking. Without
 * it, the first run of each plan compiles its own, one after the other.
 *
 * @throws GPUPipelineError when a shader does not compile.
 */
export async function warmup(plans: readonly Plan[]): Promise<void> {
  await compilePipelines(deviceOf(currentBackend() as WebGPUBackend), plans);
}

/**
 * Runs a plan on the backend's device and returns its outputs in the plan's order.
 *
 * @param inputs the tensors that the plan's bindings name, beside its outputs and scratch buffers.
 * @throws Error when a buffer of the plan is larger than the device allows, before anything is allocated.
 */
export function runPlan(
  backend: WebGPUBackend,
  plan: Plan,
  inputs: Record<string, TensorInfo>,
): TensorInfo[] {
  const device = deviceOf(backend);
  assertPlanFits(plan, profileOf(device));
  const outputs = plan.outputs.map((spec) => backend.makeTensorInfo(spec.shape, spec.dtype));
  const buffers = new Map<string, GPUBuffer>();
  for (const [name, tensor] of Object.entries(inputs)) buffers.set(name, bufferOf(backend, tensor));
  plan.outputs.forEach((spec, index) => {
    buffers.set(spec.name, bufferOf(backend, outputs[index] as TensorInfo));
  });
  for (const spec of plan.scratch) {
    const usage =
      GPUBufferUsage.STORAGE |
      GPUBufferUsage.COPY_DST |
      GPUBufferUsage.COPY_SRC |
      (spec.uniform ? GPUBufferUsage.UNIFORM : 0);
    buffers.set(spec.name, acquireTransient(backend, spec.elements * BYTES_PER_ELEMENT, usage));
  }
  retainUntilSubmit(backend, [...Object.values(inputs), ...outputs]);

  const find = (name: string): GPUBuffer => {
    const buffer = buffers.get(name);
    if (!buffer)
      throw new Error(`${plan.name}: a pass names the buffer '${name}', which the plan does not have.`);
    return buffer;
  };
  for (const pass of plan.passes) {
    if (pass.kind === 'dispatch') {
      runDispatch(backend, pass, find);
    } else if (pass.kind === 'copy') {
      recordTransfer(backend, (encoder) =>
        encoder.copyBufferToBuffer(
          find(pass.from),
          pass.fromOffset * BYTES_PER_ELEMENT,
          find(pass.to),
          pass.toOffset * BYTES_PER_ELEMENT,
          pass.elements * BYTES_PER_ELEMENT,
        ),
      );
    } else {
      recordTransfer(backend, (encoder) =>
        encoder.clearBuffer(
          find(pass.buffer),
          pass.offset * BYTES_PER_ELEMENT,
          pass.elements * BYTES_PER_ELEMENT,
        ),
      );
    }
  }
  submitWhenFull(backend);
  return outputs;
}

function runDispatch(backend: WebGPUBackend, pass: DispatchPass, find: (name: string) => GPUBuffer): void {
  const device = deviceOf(backend);
  const { pipeline, layout } = pipelineOf(device, pass);
  const resources: GPUBufferBinding[] = pass.bindings.map((binding) => ({
    buffer: find(binding.buffer),
    offset: (binding.offset ?? 0) * BYTES_PER_ELEMENT,
    ...(binding.elements === undefined ? {} : { size: binding.elements * BYTES_PER_ELEMENT }),
  }));
  if (pass.uniform) resources.push({ buffer: uniformBuffer(backend, pass.uniform) });
  const bindGroup = device.createBindGroup({
    layout,
    entries: resources.map((resource, binding) => ({ binding, resource })),
  });
  recordDispatch(backend, pass.label, (encoder) => {
    encoder.setPipeline(pipeline);
    encoder.setBindGroup(0, bindGroup);
    encoder.dispatchWorkgroups(...pass.workgroups);
  });
}

/** A fresh buffer for each dispatch: `writeBuffer` lands before recorded commands, so none may be rewritten. */
function uniformBuffer(backend: WebGPUBackend, values: readonly UniformValue[]): GPUBuffer {
  // A uniform struct's size is a multiple of 16 bytes.
  const bytes = new ArrayBuffer(Math.ceil(values.length / 4) * 16);
  const view = new DataView(bytes);
  values.forEach(({ type, value }, index) => {
    if (type === 'u32') view.setUint32(index * 4, value, true);
    else view.setFloat32(index * 4, value, true);
  });
  const buffer = acquireTransient(
    backend,
    bytes.byteLength,
    GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
  );
  deviceOf(backend).queue.writeBuffer(buffer, 0, bytes);
  return buffer;
}
