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
import { bindGroupsOf } from './bind-groups';
import { numberKey, uniformBuffersOf } from './constant-buffers';
import { profileOf } from './device';
import { compilePipelines, pipelineOf } from './pipelines';
import { assertPlanFits, BYTES_PER_ELEMENT, type DispatchPass, type Plan, type UniformValue } from './plan';
import { bufferBindings, bufferFinder, encodeTransfer, type FindBuffer, uniformBytes } from './record';

/**
 * Compiles the pipelines of plans on the current 'webgpu' backend's device, in parallel and without blocking. Without
 * it, the first run of each plan compiles its own, one after the other.
 *
 * @throws GPUPipelineError when a shader does not compile.
 */
export async function compilePlans(plans: readonly Plan[]): Promise<void> {
  await compilePipelines(deviceOf(currentBackend() as WebGPUBackend), plans);
}

/**
 * Runs a plan on the backend's device and returns its outputs in the plan's order.
 *
 * @param inputs the tensors that the plan's bindings name, besides its outputs and scratch buffers.
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

  const find = bufferFinder(plan.name, buffers);
  for (const pass of plan.passes) {
    if (pass.kind === 'dispatch') runDispatch(backend, pass, find);
    else recordTransfer(backend, (encoder) => encodeTransfer(encoder, pass, find));
  }
  submitWhenFull(backend);
  return outputs;
}

function runDispatch(backend: WebGPUBackend, pass: DispatchPass, find: FindBuffer): void {
  const device = deviceOf(backend);
  const compiled = pipelineOf(device, pass);
  const uniform = pass.uniform && uniformBuffer(device, pass.uniform);
  const bindGroup = bindGroupsOf(device).get(
    compiled,
    () => compiled.layout,
    bufferBindings(pass, find, uniform),
    pass.label,
  );
  recordDispatch(backend, pass.label, (encoder) => {
    encoder.setPipeline(compiled.pipeline);
    encoder.setBindGroup(0, bindGroup);
    encoder.dispatchWorkgroups(...pass.workgroups);
  });
}

function uniformBuffer(device: GPUDevice, values: readonly UniformValue[]): GPUBuffer {
  const key = values.map(({ type, value }) => `${type}${numberKey(value)}`).join();
  return uniformBuffersOf(device).get(key, () => uniformBytes(values));
}
