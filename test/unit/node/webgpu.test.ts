/** WebGPU in Node: on Dawn's null device, which every machine has and which executes nothing. */
import { afterAll, expect, it } from 'vitest';
import { provideWebGPU, releaseWebGPU } from '../../../src/node/webgpu';

afterAll(releaseWebGPU);

it('gives this process an adapter', async () => {
  const gpu = await provideWebGPU(['backend=null']);
  expect(navigator.gpu).toBe(gpu);
  const adapter = await gpu.requestAdapter();
  const device = await adapter?.requestDevice();
  const buffer = device?.createBuffer({ size: 16, usage: GPUBufferUsage.STORAGE });
  expect(buffer?.size).toBe(16);
  device?.destroy();
});
