/** How a recurrent op gets from its arguments to a kernel. */
import { engine, type NamedAttrMap, type NamedTensorMap, type Tensor, zeros } from '@tensorflow/tfjs-core';
import { isComposed } from '../composed';
import { type CellAttributes, DEFAULT_ACTIVATIONS, type RecurrentAttributes } from '../names';
import { runTrainingKernel } from '../tape';
import { composedSequence, composedStep } from './composed';
import type { RecurrentKernels } from './kernels';
import type { CellOptions, CellWeights, SequenceOptions } from './options';

/**
 * Runs the kernel of a sequence op: the one for inference or, under a tape, the one that leaves a reserve. Where the
 * backend has none, tf.js's own ops.
 *
 * @param initialStates h first, each [directions, batch, units]; all or none
 * @returns the outputs and the final states
 */
export function runSequence(
  kernels: RecurrentKernels,
  x: Tensor,
  weights: CellWeights[],
  initialStates: Tensor[],
  lengths: Tensor | undefined,
  attributes: RecurrentAttributes & NamedAttrMap,
): Tensor[] {
  const inputs: NamedTensorMap = { x };
  weights.forEach((direction, index) => {
    for (const [name, tensor] of Object.entries(weightTensors(kernels, direction))) {
      inputs[`${name}${index}`] = tensor;
    }
  });
  initialStates.forEach((tensor, index) => {
    inputs[`${kernels.states[index]}0`] = tensor;
  });
  if (lengths) inputs.lengths = lengths;
  if (isComposed(kernels.inference)) return composedSequence(kernels, inputs, attributes);
  return engine().isTapeOn()
    ? runTrainingKernel(kernels.training, inputs, attributes)
    : engine().runKernel<Tensor[]>(kernels.inference, inputs, attributes);
}

/** Runs the kernel of a single step. @param states [batch, units] @returns the states after the step */
export function runStep(
  kernels: RecurrentKernels,
  x: Tensor,
  weights: CellWeights,
  states: Tensor[],
  attributes: CellAttributes & NamedAttrMap,
): Tensor[] {
  const inputs: NamedTensorMap = { x, ...weightTensors(kernels, weights) };
  states.forEach((tensor, index) => {
    inputs[kernels.states[index]!] = tensor;
  });
  if (isComposed(kernels.step)) return composedStep(kernels, inputs, attributes);
  return engine().runKernel<Tensor[]>(kernels.step, inputs, attributes);
}

/** Kernels always take a bias: zeros, a few bytes, stand in for one that is absent. */
function weightTensors(kernels: RecurrentKernels, { kernel, recurrentKernel, bias }: CellWeights) {
  return { kernel, recurrentKernel, bias: bias ?? zeros(kernels.biasShape(recurrentKernel.shape[0]!)) };
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
    inputGradient: options.inputGradient ?? true,
  };
}
