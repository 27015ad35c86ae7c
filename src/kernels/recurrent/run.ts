/** How a recurrent op gets from its arguments to a kernel. */
import { engine, type NamedAttrMap, type NamedTensorMap, type Tensor, zeros } from '@tensorflow/tfjs-core';
import { type CellAttributes, DEFAULT_ACTIVATIONS, type RecurrentAttributes } from '../names';
import { runTrainingKernel } from '../tape';
import type { CellLayout } from './check';
import type { CellOptions, CellWeights, SequenceOptions } from './options';

/**
 * Runs the kernel of a sequence op: the one for inference or, under a tape, the one that leaves a reserve.
 *
 * @param states by the kernels' names of them, [directions, batch, units]
 */
export function runSequence(
  kernels: { inference: string; training: string },
  x: Tensor,
  weights: CellWeights[],
  states: NamedTensorMap,
  lengths: Tensor | undefined,
  attributes: NamedAttrMap,
  cell: CellLayout,
): Tensor[] {
  const inputs: NamedTensorMap = { x };
  weights.forEach((direction, index) => {
    for (const [name, tensor] of Object.entries(weightTensors(direction, cell))) {
      inputs[`${name}${index}`] = tensor;
    }
  });
  Object.assign(inputs, states);
  if (lengths) inputs.lengths = lengths;
  return engine().isTapeOn()
    ? runTrainingKernel(kernels.training, inputs, attributes)
    : engine().runKernel<Tensor[]>(kernels.inference, inputs, attributes);
}

/** Kernels always take a bias: zeros, a few bytes, stand in for one that is absent. */
export function weightTensors({ kernel, recurrentKernel, bias }: CellWeights, cell: CellLayout) {
  return { kernel, recurrentKernel, bias: bias ?? zeros(cell.biasShape(recurrentKernel.shape[0]!)) };
}

export function cellAttributes({ activation, recurrentActivation }: CellOptions): CellAttributes {
  return {
    activation: activation ?? DEFAULT_ACTIVATIONS.activation,
    recurrentActivation: recurrentActivation ?? DEFAULT_ACTIVATIONS.recurrentActivation,
  };
}

export function recurrentAttributes(directions: 1 | 2, options: SequenceOptions): RecurrentAttributes {
  return {
    ...cellAttributes(options),
    directions,
    goBackwards: options.goBackwards ?? false,
    family: options.family ?? 'auto',
  };
}
