/** The kernels of a profile against the device's ceilings. */
import type { Kernel, KernelProfile } from './result';

/** All dispatches of one kernel within one op. */
export interface KernelSummary {
  op: string;
  label: string;
  dispatches: number;
  milliseconds: number;
  /** Share of the time of all kernels, 0 to 1. */
  share: number;
  flopsPerSecond: number;
  bytesPerSecond: number;
  /** Operations for each byte read or written; 0 where the kernel only moves data. */
  intensity: number;
  /**
   * Share of what the ceilings allow at its intensity. It may exceed 1: a kernel's bytes are those that it asks for,
   * and some of them come from a cache.
   */
  ofRoof: number;
}

export type Ceilings = NonNullable<KernelProfile['ceilings']>;

/** The kernels in the order in which they first run. */
export function summariseKernels(kernels: readonly Kernel[], ceilings: Ceilings): KernelSummary[] {
  const groups = new Map<string, Kernel[]>();
  for (const kernel of kernels) {
    const key = `${kernel.op}/${kernel.label}`;
    groups.set(key, [...(groups.get(key) ?? []), kernel]);
  }
  const total = sum(kernels, 'milliseconds');
  return [...groups.values()].map((dispatches) => {
    const [{ op, label }] = dispatches as [Kernel, ...Kernel[]];
    const milliseconds = sum(dispatches, 'milliseconds');
    const rate = (what: 'flops' | 'bytes') => (1000 * sum(dispatches, what)) / milliseconds;
    const [flopsPerSecond, bytesPerSecond] = [rate('flops'), rate('bytes')];
    return {
      op,
      label,
      dispatches: dispatches.length,
      milliseconds,
      share: milliseconds / total,
      flopsPerSecond,
      bytesPerSecond,
      intensity: bytesPerSecond === 0 ? Number.POSITIVE_INFINITY : flopsPerSecond / bytesPerSecond,
      ofRoof: Math.max(flopsPerSecond / ceilings.flopsPerSecond, bytesPerSecond / ceilings.bytesPerSecond),
    };
  });
}

/** Operations per second that the ceilings allow at an intensity. */
export function roofAt(intensity: number, { flopsPerSecond, bytesPerSecond }: Ceilings): number {
  return Math.min(flopsPerSecond, bytesPerSecond * intensity);
}

function sum(kernels: readonly Kernel[], what: 'milliseconds' | 'flops' | 'bytes'): number {
  return kernels.reduce((total, kernel) => total + kernel[what], 0);
}
