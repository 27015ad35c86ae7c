/** Copies between the buffers of a program and tf.js's tensors, on the device. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { engine, type Tensor, type TensorInfo } from '@tensorflow/tfjs-core';
import { bufferOf, deviceOf, submitPending } from '../backend';
import type { Place } from './place';
import type { ProgramMemory } from './prepared';

/** A stretch of a tensor, and where it lies in a program's memory. */
export interface Stretch {
  /** Of the tensor, in bytes. */
  from: number;
  place: Place;
}

/** Brings tensors into a program's memory. */
export function copyIn(
  backend: WebGPUBackend,
  memory: ProgramMemory,
  tensors: readonly { tensor: TensorInfo; stretches: readonly Stretch[] }[],
): void {
  const encoder = deviceOf(backend).createCommandEncoder();
  for (const { tensor, stretches } of tensors) {
    const source = bufferOf(backend, tensor);
    for (const { from, place } of stretches) {
      encoder.copyBufferToBuffer(source, from, memory.buffer(place.buffer), place.offset, place.bytes);
    }
  }
  // What makes the tensors may be recorded only.
  submitPending(backend);
  deviceOf(backend).queue.submit([encoder.finish()]);
}

/** Makes tensors of what a program's memory has after all that was submitted. The caller disposes of them. */
export function copyOut(
  backend: WebGPUBackend,
  memory: ProgramMemory,
  wanted: readonly { shape: number[]; stretches: readonly Stretch[] }[],
): Tensor[] {
  const encoder = deviceOf(backend).createCommandEncoder();
  const tensors = wanted.map(({ shape, stretches }) => {
    const info = backend.makeTensorInfo(shape, 'float32');
    const target = bufferOf(backend, info);
    for (const { from, place } of stretches) {
      encoder.copyBufferToBuffer(memory.buffer(place.buffer), place.offset, target, from, place.bytes);
    }
    return engine().makeTensorFromTensorInfo(info);
  });
  deviceOf(backend).queue.submit([encoder.finish()]);
  return tensors;
}
