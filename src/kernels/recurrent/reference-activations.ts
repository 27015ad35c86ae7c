/** The activations of recurrent cells in float64, with their derivatives. */
import type { Activation } from '../names';

export interface ReferenceActivation {
  value(z: number): number;
  derivative(z: number): number;
}

export const referenceActivations: Readonly<Record<Activation, ReferenceActivation>> = {
  // tanh' = 1 − tanh²
  tanh: { value: Math.tanh, derivative: (z) => 1 - Math.tanh(z) ** 2 },
  // σ' = σ(z) (1 − σ(z)) = σ(z) σ(−z)
  sigmoid: {
    value: (z) => 1 / (1 + Math.exp(-z)),
    derivative: (z) => 1 / (1 + Math.exp(-z)) / (1 + Math.exp(z)),
  },
  // clip(0.2 z + 0.5, 0, 1)
  hardSigmoid: {
    value: (z) => Math.min(1, Math.max(0, 0.2 * z + 0.5)),
    derivative: (z) => (z > -2.5 && z < 2.5 ? 0.2 : 0),
  },
  linear: { value: (z) => z, derivative: () => 1 },
  relu: { value: (z) => Math.max(0, z), derivative: (z) => (z > 0 ? 1 : 0) },
};
