/** The activations of recurrent cells for the CPU's kernels, with their slopes where their value is known. */
import type { Activation } from '../names';

export interface CpuActivation {
  value(z: number): number;
  /** The slope at the z for which the value is `y`. */
  slope(y: number): number;
}

export const cpuActivations: Readonly<Record<Activation, CpuActivation>> = {
  tanh: { value: Math.tanh, slope: (y) => 1 - y * y },
  sigmoid: { value: (z) => 1 / (1 + Math.exp(-z)), slope: (y) => y * (1 - y) },
  hardSigmoid: {
    value: (z) => Math.min(1, Math.max(0, 0.2 * z + 0.5)),
    slope: (y) => (y > 0 && y < 1 ? 0.2 : 0),
  },
  linear: { value: (z) => z, slope: () => 1 },
  relu: { value: (z) => Math.max(0, z), slope: (y) => (y > 0 ? 1 : 0) },
};
