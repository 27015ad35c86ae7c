/** Activations as the shaders know them. */
import type { Activation, CellAttributes } from '../names';

/** The numbers of `activations.wgsl`. */
const codes: Readonly<Record<Activation, number>> = {
  tanh: 0,
  sigmoid: 1,
  hardSigmoid: 2,
  linear: 3,
  relu: 4,
};

/** The `override` constants that choose a cell's activations. */
export function activationCodes({ activation, recurrentActivation }: CellAttributes): Record<string, number> {
  return { ACTIVATION: codes[activation], RECURRENT_ACTIVATION: codes[recurrentActivation] };
}
