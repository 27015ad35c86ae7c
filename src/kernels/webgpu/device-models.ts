/**
 * Devices for `cost-model.ts`. Clocks, units, lanes and bandwidths are the makers' figures. Latencies in cycles are
 * measured where a source is named, and otherwise assumed. None of these devices has been measured with our kernels.
 *
 * Of the second caches only what their makers say of the A100 is known: 5120 bytes a cycle (NVIDIA, A100 whitepaper). Loads in
 * practice get about half of it, which is assumed of it and of the H100, which has the same number; of the RTX 4070 16 bytes a
 * cycle for each multiprocessor. The part of one multiprocessor, 64 bytes a cycle, is assumed, too.
 */
import type { Ceilings } from './ceilings';
import { type DeviceModel, LOADS_IN_FLIGHT } from './cost-model';
import type { DeviceProfile } from './plan';

/**
 * Published cost of a WebGPU dispatch, API and validation alone, in seconds: 24–36 µs on Vulkan, 32–71 µs on Metal (Maczan
 * 2026, arXiv:2604.02344). Both ends are predicted for every device.
 */
export const dispatchCosts = { low: 24e-6, high: 71e-6 } as const;

/** What browsers say of such a device, beyond what WebGPU guarantees. */
type Offers = Pick<
  DeviceProfile,
  | 'laneRegisters'
  | 'subgroups'
  | 'maxComputeInvocationsPerWorkgroup'
  | 'maxComputeWorkgroupSizeX'
  | 'maxComputeWorkgroupStorageSize'
>;

/** Without the cost of a dispatch, which depends on the browser and the CPU. */
export interface Hardware extends Omit<DeviceModel, 'dispatchSeconds'> {
  offers: Offers;
}

function offers(laneRegisters: number, workgroupKilobytes: number): Offers {
  return {
    laneRegisters,
    subgroups: true,
    maxComputeInvocationsPerWorkgroup: 1024,
    maxComputeWorkgroupSizeX: 1024,
    maxComputeWorkgroupStorageSize: 1024 * workgroupKilobytes,
  };
}

export const realDevices: readonly Hardware[] = [
  {
    // 96 execution units of 8 lanes in 6 dual subslices, 2.0 TFLOP/s; LPDDR4x-4266 on 128 bits (Intel, Core i7-1165G7).
    // Seven threads of 16 invocations, and of 1024 registers, on an execution unit. Latencies are assumed, and that storage buffers
    // come from the L3, 64 bytes a cycle for a subslice.
    name: 'Intel Iris Xe, 96 EU (integrated)',
    hertz: 1.3e9,
    units: 6,
    lanesPerUnit: 128,
    vectorWidth: 16,
    residentPerUnit: 16 * 7 * 16,
    multiplyAddCycles: 2,
    dependentCycles: 8,
    loadCycles: 200,
    barrierCycles: 60,
    bytesPerSecond: 68.3e9,
    offers: offers(128, 32),
    hierarchy: {
      registersPerUnit: 16 * 7 * 1024,
      near: { bytes: 0, bytesPerCycle: 64 },
      far: { bytesPerCycle: 64, bytesPerSecond: 6 * 64 * 1.3e9, loadCycles: 200 },
    },
  },
  {
    // 10 cores of 128 lanes, 3.6 TFLOP/s, 100 GB/s (Apple; clock and 384 KiB of registers a core: philipturner/metal-benchmarks).
    // 1024 invocations of 96 registers fill a core. Latencies and the second cache are assumed; its L1 of 8 KiB is about as fast
    // as AMD's GCN's (chipsandcheese.com, "iGPU Cache Setups Compared, Including M1").
    name: 'Apple M2, 10 cores',
    hertz: 1.398e9,
    units: 10,
    lanesPerUnit: 128,
    vectorWidth: 32,
    residentPerUnit: 1024,
    multiplyAddCycles: 1,
    dependentCycles: 4,
    loadCycles: 90,
    barrierCycles: 40,
    bytesPerSecond: 100e9,
    offers: offers(128, 32),
    hierarchy: {
      registersPerUnit: 98_304,
      near: { bytes: 8 * 1024, bytesPerCycle: 64 },
      far: { bytesPerCycle: 32, bytesPerSecond: 10 * 32 * 1.398e9, loadCycles: 250 },
    },
  },
  {
    // 46 multiprocessors of 128 lanes, 29 TFLOP/s, 504 GB/s (NVIDIA, Ada architecture). Latency of the L1: 43 cycles on the
    // RTX 4090 (Luo et al. 2024, arXiv:2402.13499), of an operation: 4 (Jia et al. 2018, arXiv:1804.06826, of Volta); of a barrier: assumed, about that of workgroup memory there.
    name: 'NVIDIA RTX 4070 (discrete)',
    hertz: 2.475e9,
    units: 46,
    lanesPerUnit: 128,
    vectorWidth: 32,
    residentPerUnit: 1536,
    multiplyAddCycles: 1,
    dependentCycles: 4,
    loadCycles: 43,
    barrierCycles: 30,
    bytesPerSecond: 504e9,
    offers: offers(255, 48),
    hierarchy: {
      registersPerUnit: 65_536,
      near: { bytes: 128 * 1024, bytesPerCycle: 128 },
      far: { bytesPerCycle: 64, bytesPerSecond: 46 * 16 * 2.475e9, loadCycles: 273 },
    },
  },
  {
    // 108 multiprocessors of 64 lanes, 19.5 TFLOP/s, 2,039 GB/s, 192 KiB of L1 (NVIDIA, A100 80GB SXM). Latencies of both caches:
    // arXiv:2402.13499; the others as above.
    name: 'NVIDIA A100 80GB (data centre)',
    hertz: 1.41e9,
    units: 108,
    lanesPerUnit: 64,
    vectorWidth: 32,
    residentPerUnit: 2048,
    multiplyAddCycles: 1,
    dependentCycles: 4,
    loadCycles: 38,
    barrierCycles: 30,
    bytesPerSecond: 2039e9,
    offers: offers(255, 48),
    hierarchy: {
      registersPerUnit: 65_536,
      near: { bytes: 192 * 1024, bytesPerCycle: 128 },
      far: { bytesPerCycle: 64, bytesPerSecond: 108 * 24 * 1.41e9, loadCycles: 261 },
    },
  },
  {
    // 132 multiprocessors of 128 lanes, 67 TFLOP/s, 3,350 GB/s, 256 KiB of L1 (NVIDIA, H100 SXM). Latencies of both caches:
    // arXiv:2402.13499, of the PCIe card; the others as above.
    name: 'NVIDIA H100 SXM (data centre)',
    hertz: 1.98e9,
    units: 132,
    lanesPerUnit: 128,
    vectorWidth: 32,
    residentPerUnit: 2048,
    multiplyAddCycles: 1,
    dependentCycles: 4,
    loadCycles: 41,
    barrierCycles: 30,
    bytesPerSecond: 3350e9,
    offers: offers(255, 48),
    hierarchy: {
      registersPerUnit: 65_536,
      near: { bytes: 256 * 1024, bytesPerCycle: 128 },
      far: { bytesPerCycle: 64, bytesPerSecond: 132 * 20 * 1.98e9, loadCycles: 263 },
    },
  },
];

/** Measurements of an adapter that runs on a CPU. */
export interface SoftwareAdapter {
  name: string;
  ceilings: Ceilings;
  /** Cost of the shortest dispatch. */
  dispatchSeconds: number;
  /** Number of cores of the CPU. */
  cores: number;
  /** Invocations that run as one vector. */
  vectorWidth: number;
}

/**
 * A model to compare measurements with, from measured ceilings: a unit is a core, which runs one workgroup at a time,
 * one vector after the other. The clock is assumed and the lanes follow from the ceiling. A load costs what it takes
 * to gather a vec4 for each lane of a vector, two elements a cycle, and none hides behind another; a barrier's cost,
 * of saving and restoring what the lanes hold, is assumed.
 */
export function softwareModel(adapter: SoftwareAdapter): DeviceModel {
  const { name, ceilings, dispatchSeconds, cores, vectorWidth } = adapter;
  const hertz = 3e9;
  return {
    name,
    hertz,
    units: cores,
    lanesPerUnit: ceilings.flopsPerSecond / (2 * hertz * cores),
    vectorWidth,
    residentPerUnit: vectorWidth,
    multiplyAddCycles: 1,
    dependentCycles: 4,
    loadCycles: LOADS_IN_FLIGHT * 2 * vectorWidth,
    barrierCycles: 200,
    bytesPerSecond: ceilings.bytesPerSecond,
    dispatchSeconds,
  };
}
