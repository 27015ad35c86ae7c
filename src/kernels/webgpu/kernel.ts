import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type { KernelConfig, NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import { deviceOf } from './backend';
import { profileOf } from './device';
import { runPlan } from './execute';
import { clear } from './passes';
import { type DeviceProfile, type InputSpec, type Plan, sizeOf } from './plan';

export type Inputs = Record<string, TensorInfo>;

/** The plan with zeros in place of optional inputs that are absent. */
export function withAbsentAsZeros(plan: Plan, optional: readonly InputSpec[], inputs: Inputs): Plan {
  const absent = optional
    .filter(({ name }) => !inputs[name])
    .map(({ name, shape }) => ({ name, elements: sizeOf(shape) }));
  return {
    ...plan,
    scratch: [...plan.scratch, ...absent],
    passes: [...absent.map(({ name, elements }) => clear(name, 0, elements)), ...plan.passes],
  };
}

/**
 * A tf.js kernel of the 'webgpu' backend that runs a plan.
 *
 * @param makePlan from the inputs' shapes, the attributes and the device; touches no GPU.
 */
export function planKernel<Attributes>(
  kernelName: string,
  makePlan: (inputs: Inputs, attributes: Attributes, device: DeviceProfile) => Plan,
): KernelConfig {
  return {
    kernelName,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, backend, attrs }) => {
      const webgpu = backend as WebGPUBackend;
      const present = Object.fromEntries(
        Object.entries(inputs).filter((entry): entry is [string, TensorInfo] => entry[1] !== undefined),
      );
      const plan = makePlan(present, attrs as NamedAttrMap as Attributes, profileOf(deviceOf(webgpu)));
      return runPlan(webgpu, plan, present);
    },
  };
}
