/** A subject that computes with tf.js, on whichever backend is set. */

import * as tf from '@tensorflow/tfjs-core';
import type { Outputs } from '../parity';
import { counters, heapBytes } from './counters';
import type { Inspection } from './port';
import type { Finished, Subject } from './serve';

/** What a run has queued. */
export interface Launched {
  /** A small tensor that is ready only when the run is over. */
  last: tf.Tensor;
  read(): Promise<Outputs>;
  dispose(): void;
}

export interface TensorTask {
  compile?: number;
  /** Queues one run. */
  launch(): Launched;
}

/** With more dispatches than this, they are not timed one by one: each takes a query of its own. */
const MOST_TIMED_DISPATCHES = 4000;

export function tensorSubject({ compile, launch }: TensorTask): Subject {
  let dispatches = 0;
  const run = async (): Promise<Finished> => {
    const launched = launch();
    await launched.last.data();
    dispatches = counters.dispatches;
    return launched;
  };
  const inspect = async (): Promise<Inspection> => {
    const gpu = await gpuTime(() => launch().dispose(), dispatches);
    return { ...gpu, memory: await peakMemory(() => launch().dispose()) };
  };
  return { compile: compile ?? null, run, inspect };
}

async function gpuTime(run: () => void, dispatches: number): Promise<Pick<Inspection, 'gpu' | 'gpuNote'>> {
  const none = (gpuNote: string) => ({ gpu: null, gpuNote });
  const backend = tf.getBackend();
  if (backend === 'cpu' || backend === 'wasm') return none('runs on the CPU');
  if (backend === 'webgpu') {
    const { device } = tf.backend() as tf.KernelBackend & { device: GPUDevice };
    if (!device.features.has('timestamp-query')) return none('the adapter has no timestamp-query');
  }
  if (dispatches > MOST_TIMED_DISPATCHES)
    return none(`${dispatches} dispatches are too many to time one by one`);
  const { kernelMs } = await tf.time(run);
  if (typeof kernelMs !== 'number' || !(kernelMs > 0)) return none('the backend does not tell');
  return { gpu: kernelMs, gpuNote: null };
}

/** WebGPU: buffers; WebGL: textures; wasm: the heap; CPU: tensors. @param run computes at once, for the CPU's sake. */
export async function peakMemory(run: () => void): Promise<number | null> {
  switch (tf.getBackend()) {
    case 'webgpu':
      return counters.gpuPeak;
    case 'webgl':
      return (tf.memory() as { numBytesInGPUAllocated?: number }).numBytesInGPUAllocated ?? null;
    case 'wasm':
      return heapBytes();
    default:
      return (await tf.profile(run)).peakBytes;
  }
}

/** Reads tensors by name. */
export async function readAll(tensors: Record<string, tf.Tensor>): Promise<Outputs> {
  const entries = Object.entries(tensors).map(async ([name, tensor]) => [name, await tensor.data()] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** The tensors' numbers one after the other. */
export async function readJoined(tensors: readonly tf.Tensor[]): Promise<Float32Array> {
  const parts = await Promise.all(tensors.map((tensor) => tensor.data()));
  const joined = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
