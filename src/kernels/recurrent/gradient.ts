import { engine, type GradConfig, type NamedTensorMap, type Tensor, zeros } from '@tensorflow/tfjs-core';
import type { InputGradientAttributes, RecurrentAttributes } from '../names';
import { presentGradients, savedTensors } from '../tape';
import { type RecurrentKernels, stateName } from './kernels';

/** What the tape does with a cell's training kernel. */
export function recurrentGradient(kernels: RecurrentKernels): GradConfig {
  const outputGradientNames = ['dOutputs', ...kernels.states.map((state) => stateName('dFinal', state))];
  return {
    kernelName: kernels.training,
    saveAllInputs: true,
    // Saves the outputs and the reserve, not the final states.
    outputsToSave: [true, ...kernels.states.map(() => false), true],
    gradFunc: (dys, saved, attrs) => {
      const attributes = attrs as RecurrentAttributes;
      const { inputs, outputs: savedOutputs } = savedTensors(saved, attrs);
      const [outputs, reserve] = savedOutputs as [Tensor, Tensor];
      const outputGradients = presentGradients(outputGradientNames, dys);
      // Run here rather than in the functions below, each of which would run it again.
      const results = engine().runKernel<Tensor[]>(
        kernels.gradient,
        { ...inputs, outputs, reserve, ...outputGradients },
        attrs,
      );
      const weightGradients = results.splice(0, 3 * attributes.directions);
      const stateGradients = results.splice(0, kernels.states.length);
      const [dGates] = results;
      const gradients: Record<string, () => Tensor> = {
        x: () => inputGradient(kernels.inputGradient, dGates, inputs, attributes),
        lengths: () => zeros(inputs.lengths!.shape),
      };
      kernels.states.forEach((state, index) => {
        gradients[`${state}0`] = () => stateGradients[index]!;
      });
      for (let direction = 0; direction < attributes.directions; direction++) {
        ['kernel', 'recurrentKernel', 'bias'].forEach((name, index) => {
          gradients[`${name}${direction}`] = () => weightGradients[3 * direction + index]!;
        });
      }
      return gradients;
    },
  };
}

function inputGradient(
  kernelName: string,
  dGates: Tensor | undefined,
  { x, kernel0, kernel1, recurrentKernel0, lengths }: NamedTensorMap,
  { directions, goBackwards, inputGradient }: RecurrentAttributes,
): Tensor {
  if (!dGates || inputGradient === false) {
    throw new Error(
      "The gradient of a recurrent op's x is asked for, but the op was called with inputGradient: false. Leave that option out.",
    );
  }
  const [batch, time, inputDim] = x!.shape as [number, number, number];
  const attributes: InputGradientAttributes = {
    directions,
    batch,
    time,
    inputDim,
    units: recurrentKernel0!.shape[0]!,
    goBackwards,
  };
  const inputs: NamedTensorMap = { dGates, kernel0: kernel0! };
  if (kernel1) inputs.kernel1 = kernel1;
  if (lengths) inputs.lengths = lengths;
  const [dX] = engine().runKernel<Tensor[]>(kernelName, inputs, attributes);
  return dX!;
}
