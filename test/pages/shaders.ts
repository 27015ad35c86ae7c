/** Compiles shaders with the constants that their files have, for test/gpu/shaders.test.ts to run inside a page. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend } from '@tensorflow/tfjs-core';
import { initialiseWebGPU } from '../../src/kernels';
import { shaderNames, specialise } from '../../src/kernels/webgpu/shaders';

const cells = ['lstm_cell', 'gru_cell', 'gru_reset_before_cell'];

export interface Compiled {
  /** The shader's name and, where it imports one, its cell's. */
  name: string;
  messages: string[];
}

export async function compileAll(): Promise<Compiled[]> {
  await initialiseWebGPU({ tune: false });
  const { device } = backend() as WebGPUBackend;
  const compiled: Compiled[] = [];
  for (const shader of shaderNames()) {
    const texts = cells.map(
      (cell) => [`${shader}, ${cell}`, specialise(shader, {}, modulesOf(shader, cell))] as const,
    );
    const different = texts.filter(([, text], index) => index === 0 || text !== texts[0]![1]);
    for (const [name, code] of different) {
      // Not every device has subgroups.
      if (code.includes('enable subgroups;') && !device.features.has('subgroups')) continue;
      compiled.push({ name, messages: await compile(device, code) });
    }
  }
  return compiled;
}

/** The resident walks compute one value at a time. */
function modulesOf(shader: string, cell: string): Record<string, string> {
  return shader.startsWith('recurrent_resident') ? { cell, values: 'one_value' } : { cell };
}

async function compile(device: GPUDevice, code: string): Promise<string[]> {
  device.pushErrorScope('validation');
  const module = device.createShaderModule({ code });
  const { messages } = await module.getCompilationInfo();
  const found = messages.map(({ type, message, lineNum }) => `${type}, line ${lineNum}: ${message}`);
  if (messages.every(({ type }) => type !== 'error')) {
    await device
      .createComputePipelineAsync({ layout: 'auto', compute: { module } })
      .catch((error: Error) => found.push(error.message));
  }
  await device.popErrorScope();
  return found;
}
