import '@tensorflow/tfjs-backend-cpu';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend, setBackend } from '@tensorflow/tfjs-core';
import { registerKernels } from '../../kernels';
import { initialiseWebGPU, NoWebGPUError, type WebGPUOptions } from '../../kernels/webgpu/device';
import { faultsOf, OutOfMemoryError } from '../../kernels/webgpu/faults';
import type { DeviceProfile } from '../../kernels/webgpu/plan';
import { ModelError } from '../errors';

export type BackendName = 'webgpu' | 'cpu';

export interface DeviceDescription {
  backend: BackendName;
  /** How the adapter describes itself, e.g. "google swiftshader"; on the CPU "JavaScript". */
  adapter: string;
  /** Whether WebGPU runs in compatibility mode. */
  compatibility: boolean;
  features: string[];
  limits: Record<string, number>;
  /** With the choice 'auto': why the CPU is used instead of WebGPU. */
  fallbackReason?: string;
}

/** The device, and what plans need to know about it. */
export interface OpenDevice {
  info: DeviceDescription;
  profile: DeviceProfile;
  /** The key under which the tuner's choices are stored; undefined where there is nothing to tune. */
  tuningKey?: string;
  /**
   * Runs work on the device, and rejects at once if the device fails.
   * @throws DeviceLostError, OutOfMemoryError or DeviceFaultError; the work itself is not cancelled.
   */
  guard<Result>(work: () => Promise<Result>): Promise<Result>;
}

/** Bytes of the largest typed array that every engine can make. */
const largestArray = 2 ** 32 - 1;

/** On the CPU, plans serve to estimate memory: only the size of a buffer is limited. */
const cpuProfile: DeviceProfile = {
  lanes: 'rows',
  vectorWidth: 8,
  laneRegisters: 0,
  subgroups: false,
  maxStorageBufferBindingSize: largestArray,
  maxUniformBufferBindingSize: largestArray,
  maxBufferSize: largestArray,
  maxComputeInvocationsPerWorkgroup: Number.POSITIVE_INFINITY,
  maxComputeWorkgroupSizeX: Number.POSITIVE_INFINITY,
  maxComputeWorkgroupStorageSize: Number.POSITIVE_INFINITY,
  maxComputeWorkgroupsPerDimension: Number.POSITIVE_INFINITY,
};

/**
 * Makes the backend current and registers the kernels.
 * @throws ModelError when 'webgpu' is asked for but not available.
 */
export async function openDevice(
  choice: BackendName | 'auto',
  options: WebGPUOptions = {},
): Promise<OpenDevice> {
  registerKernels();
  if (choice === 'cpu') return openCpu();
  try {
    return await openWebGPU(options);
  } catch (error) {
    if (!(error instanceof NoWebGPUError)) throw error;
    if (choice === 'auto') return openCpu(error.message);
    throw new ModelError(error.message);
  }
}

async function openCpu(fallbackReason?: string): Promise<OpenDevice> {
  await setBackend('cpu');
  const info: DeviceDescription = {
    backend: 'cpu',
    adapter: 'JavaScript',
    compatibility: false,
    features: [],
    limits: { maxBufferSize: largestArray },
    ...(fallbackReason !== undefined && { fallbackReason }),
  };
  return { info, profile: cpuProfile, guard: (work) => work() };
}

async function openWebGPU(options: WebGPUOptions): Promise<OpenDevice> {
  const { vendor, architecture, description, featureLevel, features, profile, tuningKey } =
    await initialiseWebGPU(options);
  const compatibility = featureLevel === 'compatibility';
  const names = [vendor, architecture, description].filter((name) => name !== '');
  const unnamed = compatibility ? 'an unnamed adapter in compatibility mode' : 'an unnamed adapter';
  const { lanes: _lanes, choices: _choices, subgroups: _subgroups, ...limits } = profile;
  const info: DeviceDescription = {
    backend: 'webgpu',
    adapter: names.join(' ') || unnamed,
    compatibility,
    features,
    limits,
  };
  const faults = faultsOf((backend() as WebGPUBackend).device);
  return { info, profile, tuningKey, guard: (work) => adviseOnMemory(faults.guard(work)) };
}

/** Only this layer knows which settings make the buffers large. */
async function adviseOnMemory<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof OutOfMemoryError)) throw error;
    throw new OutOfMemoryError(`${error.message} Make batch_size, num_points or units smaller.`);
  }
}
