/**
 * The private parts of the tf.js WebGPU backend; only this file and `reuse.ts` reach into them. They are written against
 * @tensorflow/tfjs-backend-webgpu 4.22.0, whose version is pinned for that reason.
 *
 * Own work is recorded into the backend's current command encoder ("joined"), so that it keeps its order among
 * tf.js's own dispatches without a submit of its own.
 */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { type DataId, env, type TensorInfo } from '@tensorflow/tfjs-core';
import { createBuffer } from './faults';

/** A program of tf.js's that is ready to run. */
export interface TfjsProgram {
  pipeline: GPUComputePipeline;
  dispatch: [number, number, number];
  outputShape: number[];
  /** Elements of the output that are written at once. */
  outputComponent?: number;
  /** Whether the shader is told the output's size. */
  size?: boolean;
  pixelsOpType?: number;
}

export interface TfjsUniform {
  type: 'int32' | 'uint32' | 'float32';
  data: number[];
}

/** What the backend knows of a tensor's data. */
export interface TensorData {
  dtype: string;
  shape: number[];
  /** Null or absent once they are on the GPU. */
  values?: ArrayLike<number | boolean> | null;
  resource?: GPUBuffer | GPUTexture | GPUExternalTexture | null;
  /** Whether the resource is somebody else's. */
  external?: boolean;
}

/** What tf.js needs of itself to lay out uniform values. */
interface UniformMaker {
  bufferManager: { acquireBuffer(size: number, usage: number): GPUBuffer | null };
  queue: { writeBuffer(buffer: GPUBuffer | null, offset: number, content: ArrayBuffer): void };
  uniformPendingDisposal: (GPUBuffer | null)[];
}

export interface PrivateBackend {
  device: GPUDevice;
  queue: GPUQueue;
  commandEncoder: GPUCommandEncoder | null;
  computePassEncoder: GPUComputePassEncoder | null;
  commandQueueOwnedIds: WeakSet<DataId>;
  uniformPendingDisposal: GPUBuffer[];
  dispatchCountInPass: number;
  supportTimestampQuery: boolean;
  querySet: GPUQuerySet | null;
  querySetCount: number;
  activeTimers: { name: string; query: Promise<number> }[] | null;
  bufferManager: {
    device: Pick<GPUDevice, 'createBuffer'>;
    numBytesAllocated: number;
    /** Those of a size and usage, the next one last. */
    freeBuffers: Map<string, GPUBuffer[]>;
    acquireBuffer(size: number, usage: number): GPUBuffer;
    releaseBuffer(buffer: GPUBuffer, reuse?: boolean): void;
    dispose(): void;
  };
  tensorMap: { get(dataId: DataId): TensorData };
  uploadToGPU(dataId: DataId): void;
  makeUniforms(this: UniformMaker, uniforms: TfjsUniform[]): void;
  recordAndSubmit(
    program: TfjsProgram,
    output: TensorInfo,
    inputs: TensorInfo[],
    defined?: TfjsUniform[],
  ): void;
  ensureCommandEncoderReady(): void;
  endComputePassEncoder(): void;
  submitQueue(): void;
  getQueryTime(): Promise<number>;
}

export const privateParts = (backend: WebGPUBackend) => backend as unknown as PrivateBackend;

export function deviceOf(backend: WebGPUBackend): GPUDevice {
  return backend.device;
}

/** Lets `faultsOf(device)` know of every buffer that the device has no memory for. */
export function watchAllocations(backend: WebGPUBackend): void {
  const { bufferManager, device } = privateParts(backend);
  bufferManager.device = {
    createBuffer: (descriptor) => createBuffer(device, descriptor, bufferManager.numBytesAllocated),
  };
}

/** Submits what has been recorded so far, for work that does not go through the backend's encoder. */
export function submitPending(backend: WebGPUBackend): void {
  const parts = privateParts(backend);
  if (!parts.commandEncoder) return;
  parts.endComputePassEncoder();
  parts.submitQueue();
}

/** The GPU buffer behind a tensor, which is uploaded or allocated if it is not on the GPU yet. */
export function bufferOf(backend: WebGPUBackend, tensor: TensorInfo): GPUBuffer {
  const parts = privateParts(backend);
  parts.uploadToGPU(tensor.dataId);
  return parts.tensorMap.get(tensor.dataId).resource as GPUBuffer;
}

/** A recycled or new buffer (not zeroed) that goes back to the pool when the current encoder has been submitted. */
export function acquireTransient(
  backend: WebGPUBackend,
  bytes: number,
  usage: GPUBufferUsageFlags,
): GPUBuffer {
  const parts = privateParts(backend);
  const buffer = parts.bufferManager.acquireBuffer(bytes, usage);
  parts.uniformPendingDisposal.push(buffer);
  return buffer;
}

/** Keeps the tensors' buffers alive until the current encoder has been submitted. */
export function retainUntilSubmit(backend: WebGPUBackend, tensors: readonly TensorInfo[]): void {
  const parts = privateParts(backend);
  for (const tensor of tensors) parts.commandQueueOwnedIds.add(tensor.dataId);
}

/** Records one dispatch; under `tf.profile` it gets a compute pass of its own, timed where the device can. */
export function recordDispatch(
  backend: WebGPUBackend,
  label: string,
  record: (encoder: GPUComputePassEncoder) => void,
): void {
  const parts = privateParts(backend);
  parts.ensureCommandEncoderReady();
  const timing = parts.activeTimers !== null && parts.activeTimers !== undefined;
  if (timing) {
    parts.endComputePassEncoder();
    parts.computePassEncoder = encoderOf(parts).beginComputePass(timedPass(parts));
  } else if (!parts.computePassEncoder) {
    parts.computePassEncoder = encoderOf(parts).beginComputePass();
  }
  record(parts.computePassEncoder as GPUComputePassEncoder);
  parts.dispatchCountInPass++;
  if (timing) {
    parts.endComputePassEncoder();
    parts.activeTimers?.push({ name: label, query: parts.getQueryTime() });
  }
}

function timedPass(parts: PrivateBackend): GPUComputePassDescriptor {
  if (!parts.supportTimestampQuery) return {};
  parts.querySet ??= parts.device.createQuerySet({ type: 'timestamp', count: parts.querySetCount });
  return {
    timestampWrites: { querySet: parts.querySet, beginningOfPassWriteIndex: 0, endOfPassWriteIndex: 1 },
  };
}

/** Records a copy or a clear, which cannot stand inside a compute pass. */
export function recordTransfer(backend: WebGPUBackend, record: (encoder: GPUCommandEncoder) => void): void {
  const parts = privateParts(backend);
  parts.ensureCommandEncoderReady();
  parts.endComputePassEncoder();
  record(encoderOf(parts));
}

/** Submits when the backend's own threshold of dispatches is reached, as its own programs do. */
export function submitWhenFull(backend: WebGPUBackend): void {
  const parts = privateParts(backend);
  if (parts.dispatchCountInPass < env().getNumber('WEBGPU_DEFERRED_SUBMIT_BATCH_SIZE')) return;
  parts.ensureCommandEncoderReady();
  parts.endComputePassEncoder();
  parts.submitQueue();
}

function encoderOf(parts: PrivateBackend): GPUCommandEncoder {
  if (!parts.commandEncoder)
    throw new Error('The tf.js WebGPU backend has no command encoder after it was asked for one.');
  return parts.commandEncoder;
}
