import type { DeviceProfile } from '../../src/kernels/webgpu/plan';

/** A device with what WebGPU guarantees and no more. */
export function deviceProfile(changes: Partial<DeviceProfile> = {}): DeviceProfile {
  return {
    lanes: 'units',
    vectorWidth: 32,
    laneRegisters: 128,
    subgroups: false,
    maxStorageBufferBindingSize: 2 ** 27,
    maxUniformBufferBindingSize: 2 ** 16,
    maxBufferSize: 2 ** 28,
    maxComputeInvocationsPerWorkgroup: 256,
    maxComputeWorkgroupSizeX: 256,
    maxComputeWorkgroupStorageSize: 2 ** 14,
    maxComputeWorkgroupsPerDimension: 2 ** 16 - 1,
    ...changes,
  };
}
