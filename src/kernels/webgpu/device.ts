import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import {
  backend,
  findBackendFactory,
  registerBackend,
  removeBackend,
  setBackend,
} from '@tensorflow/tfjs-core';
import { describeAdapter, deviceProfile, readLimits, requestAdapter } from './adapter';
import { watchAllocations } from './backend';
import type { Choices } from './choices';
import type { DeviceProfile } from './plan';
import { reuseBindings } from './reuse';
import { hasNeighboursInSubgroups } from './subgroups';
import { recallChoices, type Tuning, tuningKey } from './tuning-store';

/** What the page, the command line and the benchmark show about the device. */
export interface DeviceInfo {
  vendor: string;
  architecture: string;
  description: string;
  /** 'core' WebGPU, or the compatibility mode that older devices offer. */
  featureLevel: 'core' | 'compatibility';
  features: string[];
  profile: DeviceProfile;
  /** The key under which this device's choices of variants are stored. */
  tuningKey: string;
}

export interface WebGPUOptions {
  /**
   * false: variants that were measured to be the fastest here are not used, and a rule decides, so that results do not
   * depend on measurements, to the last bit. Default true: what `tune` found earlier is used.
   */
  tune?: boolean;
  /** Choices that the caller keeps; they take precedence over those in IndexedDB. */
  remembered?: Tuning;
}

const profiles = new WeakMap<GPUDevice, DeviceProfile>();
const tuningKeys = new WeakMap<GPUDevice, string>();

/** Undefined for a device that `initialiseWebGPU` did not make: what is chosen on it is forgotten with it. */
export function tuningKeyOf(device: GPUDevice): string | undefined {
  return tuningKeys.get(device);
}

/** Makes the device run these variants from now on, in addition to those already adopted. */
export function adoptChoices(device: GPUDevice, choices: Choices): void {
  const profile = profileOf(device);
  profile.choices = { ...profile.choices, ...choices };
}

/** What plans need to know about a device, including one that `initialiseWebGPU` did not make. */
export function profileOf(device: GPUDevice): DeviceProfile {
  let profile = profiles.get(device);
  if (!profile) {
    const { features, limits, adapterInfo: info } = device;
    profile = deviceProfile(limits, describeAdapter({ features, limits, info }));
    profiles.set(device, profile);
  }
  return profile;
}

/** Why there is no WebGPU here; its message says what to do. */
export class NoWebGPUError extends Error {
  override name = 'NoWebGPUError';
}

/**
 * Makes tf.js's 'webgpu' backend on a device of our own, which has the adapter's full limits, and sets it as the
 * current backend. Asks for a core adapter and, where there is none, for one in compatibility mode.
 *
 * @throws NoWebGPUError when the browser has no WebGPU, or no adapter.
 */
export async function initialiseWebGPU(options: WebGPUOptions = {}): Promise<DeviceInfo> {
  if (typeof navigator === 'undefined' || !navigator.gpu) {
    throw new NoWebGPUError(
      typeof window === 'undefined' && typeof process !== 'undefined'
        ? "Node offers no WebGPU of its own: import 'gatewave/node' before, which takes it from the package webgpu."
        : 'This browser offers no WebGPU. Use a current Chrome, Edge or Safari, or a Firefox with dom.webgpu.enabled ' +
            'and, for workers, dom.webgpu.workers.enabled set in about:config; and open the page over https or from localhost.',
    );
  }
  const adapter = await requestAdapter();
  if (!adapter) {
    throw new NoWebGPUError(
      'There is WebGPU here, but no GPU adapter. Update the graphics driver, switch on hardware ' +
        'acceleration in the browser settings, or compute on the CPU.',
    );
  }
  // The types of WebGPU do not have 'subgroups' yet.
  const wanted = ['timestamp-query', 'subgroups'] as GPUFeatureName[];
  const device = await adapter.requestDevice({
    requiredFeatures: wanted.filter((feature) => adapter.features.has(feature)),
    requiredLimits: readLimits(adapter.limits),
  });
  const description = describeAdapter(adapter);
  const subgroups = await hasNeighboursInSubgroups(device);
  profiles.set(device, { ...deviceProfile(device.limits, description), subgroups });
  const key = await tuningKey(description, profileOf(device));
  tuningKeys.set(device, key);
  if (options.tune !== false) {
    adoptChoices(device, { ...(await recallChoices(key)), ...options.remembered?.[key] });
  }
  // tf.js registers its own backend only where the GPU was there before it was imported; in Node it may come later.
  if (findBackendFactory('webgpu')) removeBackend('webgpu');
  registerBackend('webgpu', () => new WebGPUBackend(device, adapter.info));
  await setBackend('webgpu');
  watchAllocations(backend() as WebGPUBackend);
  reuseBindings(backend() as WebGPUBackend);
  return {
    vendor: description.vendor,
    architecture: description.architecture,
    description: description.description || description.device,
    featureLevel: description.featureLevel,
    features: [...device.features].sort(),
    profile: profileOf(device),
    tuningKey: key,
  };
}
