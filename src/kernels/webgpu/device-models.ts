/**
 * Devices for `cost-model.ts`. Clocks, units, lanes and bandwidths are the makers' figures. Latencies in cycles are
 * measured where a source is named, and otherwise assumed. None of these devices has been measured with our kernels.
 */
import type { Ceilings } from './ceilings';
import { type DeviceModel, LOADS_IN_FLIGHT } from './cost-model';

/**
 * Published cost of a WebGPU dispatch, API and validation alone, in seconds: 24–36 µs on Vulkan, 32–71 µs on Metal (Maczan
 * 2026, arXiv:2604.02344). Both ends are predicted for every device.
 */
export const dispatchCosts = { low: 24e-6, high: 71e-6 } as const;

/** Without the cost of a dispatch, which depends on the browser and the CPU. */
type Hardware = Omit<DeviceModel, 'dispatchSeconds'>;

export const realDevices: readonly Hardware[] = [
  {
    // 96 execution units of 8 lanes in 6 dual subslices, 2.0 TFLOP/s; LPDDR4x-4266 on 128 bits (Intel, Core i7-1165G7).
    // Seven threads of 16 invocations on an execution unit. Latencies are assumed: storage buffers come from the L3.
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
  },
  {
    // 10 cores of 128 lanes, 3.6 TFLOP/s, 100 GB/s (Apple; clock and 384 KiB of registers a core: philipturner/metal-benchmarks).
    // 1024 invocations of 96 registers fill a core. Latencies are assumed; its L1 is about as fast as AMD's GCN's
    // (chipsandcheese.com, "iGPU Cache Setups Compared, Including M1").
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
