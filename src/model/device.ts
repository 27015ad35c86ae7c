import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { registerKernels } from '../kernels';
import { initialiseWebGPU, NoWebGPUError } from '../kernels/webgpu/device';
import type { DeviceProfile } from '../kernels/webgpu/plan';
import { type BackendName, type SessionDevice, SessionError } from './api';

/** Largest typed array that every engine can make. */
const largestArray = 2 ** 32 - 1;

/**
 * Makes the backend current and registers the kernels.
 * @throws SessionError when 'webgpu' is asked for and there is none.
 */
export async function openDevice(choice: BackendName | 'auto'): Promise<SessionDevice> {
  registerKernels();
  if (choice === 'cpu') return openCpu();
  try {
    return await openWebGPU();
  } catch (error) {
    if (!(error instanceof NoWebGPUError)) throw error;
    if (choice === 'auto') return { ...(await openCpu()), fallbackReason: error.message };
    throw new SessionError(error.message);
  }
}

async function openCpu(): Promise<SessionDevice> {
  await setBackend('cpu');
  return {
    backend: 'cpu',
    adapter: 'JavaScript',
    compatibility: false,
    features: [],
    limits: { maxBufferSize: largestArray },
  };
}

async function openWebGPU(): Promise<SessionDevice> {
  const { vendor, architecture, description, featureLevel, features, profile } = await initialiseWebGPU();
  const compatibility = featureLevel === 'compatibility';
  const names = [vendor, architecture, description].filter((name) => name !== '');
  return {
    backend: 'webgpu',
    adapter:
      names.join(' ') || (compatibility ? 'an unnamed adapter in compatibility mode' : 'an unnamed adapter'),
    compatibility,
    features,
    limits: limitsIn(profile),
  };
}

function limitsIn({ lanes, ...limits }: DeviceProfile): Record<string, number> {
  return limits;
}

/** Bytes that one buffer may have. */
export function largestBuffer({ limits }: SessionDevice): number {
  const { maxBufferSize = largestArray, maxStorageBufferBindingSize = maxBufferSize } = limits;
  return Math.min(maxBufferSize, maxStorageBufferBindingSize);
}
