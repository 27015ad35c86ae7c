/** Limits of tf.js's own WebGPU backend, for test/gpu/tfjs-limits.test.ts to look at inside a page. */
import '@tensorflow/tfjs-backend-webgpu';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';

export interface StockDevice {
  /** Storage buffers that a shader may bind: of the adapter, and of the device that tf.js asked it for. */
  storageBuffers: { adapter: number; device: number };
  features: { adapter: string[]; device: string[] };
  /** Whether making a buffer beyond the device's limit threw an exception, and the error that a scope caught. */
  oversized: { threw: boolean; caught: string | null };
}

export async function describeStockDevice(): Promise<StockDevice> {
  await tf.setBackend('webgpu');
  const { device } = tf.backend() as WebGPUBackend;
  const adapter = (await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' }))!;
  const limit = (of: GPUAdapter | GPUDevice) => of.limits.maxStorageBuffersPerShaderStage;
  return {
    storageBuffers: { adapter: limit(adapter), device: limit(device) },
    features: { adapter: [...adapter.features], device: [...device.features] },
    oversized: await makeOversizedBuffer(device),
  };
}

async function makeOversizedBuffer(device: GPUDevice): Promise<StockDevice['oversized']> {
  device.pushErrorScope('validation');
  let threw = false;
  try {
    device.createBuffer({ size: device.limits.maxBufferSize + 4, usage: GPUBufferUsage.STORAGE });
  } catch {
    threw = true;
  }
  return { threw, caught: (await device.popErrorScope())?.message ?? null };
}
