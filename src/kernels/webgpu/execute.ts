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
import { bindGroupOf, bufferFinder, encodeTransfer, type FindBuffer, uniformBytes } from './record';

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
  const bindGroup = bindGroupOf(device, compiled, pass, find, uniform);
  recordDispatch(backend, pass.label, (encoder) => {
    encoder.setPipeline(compiled.pipeline);
    encoder.setBindGroup(0, bindGroup);
    encoder.dispatchWorkgroups(...pass.workgroups);
  });
}

/** Each device's uniform buffers by what is in them. None is ever written again, so recorded commands may share them. */
const uniforms = new WeakMap<GPUDevice, Map<string, GPUBuffer>>();

/** Values that change with every step, as Adam's do, would otherwise fill the memory. */
const MOST_UNIFORMS = 1024;

/** Made with its values in it: a `writeBuffer` for each dispatch costs the host more, and has hung Apple's GPUs (WebKit#71563). */
function uniformBuffer(device: GPUDevice, values: readonly UniformValue[]): GPUBuffer {
  let known = uniforms.get(device);
  if (!known) {
    known = new Map();
    uniforms.set(device, known);
  }
  const key = values.map(({ type, value }) => `${type}${value}`).join();
  let buffer = known.get(key);
  if (!buffer) {
    const bytes = new Uint8Array(uniformBytes(values));
    buffer = device.createBuffer({
      size: bytes.length,
      usage: GPUBufferUsage.UNIFORM,
      mappedAtCreation: true,
    });
    new Uint8Array(buffer.getMappedRange()).set(bytes);
    buffer.unmap();
    known.set(key, buffer);
    const [oldest] = known.keys();
    // Not destroyed: commands that are recorded may still read it.
    if (known.size > MOST_UNIFORMS) known.delete(oldest!);
  }
  return buffer;
}
