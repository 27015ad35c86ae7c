import { engine, type GradConfig, type Tensor, zeros } from '@tensorflow/tfjs-core';
import {
  GatewaveLSTMGradient,
  GatewaveLSTMInputGradient,
  GatewaveLSTMTraining,
  type InputGradientAttributes,
  type LSTMAttributes,
} from '../names';
import { presentGradients, savedTensors } from '../tape';

export const lstmGradient: GradConfig = {
  kernelName: GatewaveLSTMTraining,
  saveAllInputs: true,
  outputsToSave: [true, false, false, true],
  gradFunc: (dys, saved, attrs) => {
    const attributes = attrs as LSTMAttributes;
    const { inputs, outputs: savedOutputs } = savedTensors(saved, attrs);
    const [outputs, reserve] = savedOutputs as [Tensor, Tensor];
    const outputGradients = presentGradients(['dOutputs', 'dFinalH', 'dFinalC'], dys);
    // Here and not in the functions below, each of which would run it again.
    const results = engine().runKernel<Tensor[]>(
      GatewaveLSTMGradient,
      { ...inputs, outputs, reserve, ...outputGradients },
      attrs,
    );
    const [dH0, dC0, dGates] = results.slice(3 * attributes.directions) as [Tensor, Tensor, Tensor];
    const gradients: Record<string, () => Tensor> = {
      x: () => inputGradient(dGates, inputs, attributes),
      h0: () => dH0,
      c0: () => dC0,
      lengths: () => zeros(inputs.lengths!.shape),
    };
    for (let direction = 0; direction < attributes.directions; direction++) {
      const [dKernel, dRecurrentKernel, dBias] = results.slice(3 * direction) as [Tensor, Tensor, Tensor];
      gradients[`kernel${direction}`] = () => dKernel;
      gradients[`recurrentKernel${direction}`] = () => dRecurrentKernel;
      gradients[`bias${direction}`] = () => dBias;
    }
    return gradients;
  },
};

function inputGradient(dGates: Tensor, inputs: Record<string, Tensor>, attributes: LSTMAttributes): Tensor {
  const { directions, goBackwards } = attributes;
  const [batch, time, inputDim] = inputs.x!.shape as [number, number, number];
  const units = inputs.recurrentKernel0!.shape[0]!;
  const inputAttributes: InputGradientAttributes = {
    directions,
    batch,
    time,
    inputDim,
    units,
    goBackwards,
  };
  const rest: Record<string, Tensor> = { kernel0: inputs.kernel0! };
  if (directions === 2) rest.kernel1 = inputs.kernel1!;
  if (inputs.lengths) rest.lengths = inputs.lengths;
  const [dX] = engine().runKernel<Tensor[]>(GatewaveLSTMInputGradient, { dGates, ...rest }, inputAttributes);
  return dX!;
}
