/** The LSTM's kernels of the tf.js backend 'webgpu'. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import {
  type CellAttributes,
  GatewaveLSTM,
  GatewaveLSTMGradient,
  GatewaveLSTMInputGradient,
  GatewaveLSTMStep,
  GatewaveLSTMTraining,
  type InputGradientAttributes,
  type LSTMAttributes,
  type LSTMStepAttributes,
} from '../names';
import { planOf } from '../webgpu/choices';
import { type Inputs, planKernel, withAbsentAsZeros } from '../webgpu/kernel';
import { lstmOutputGradients } from './inputs';
import { inputGradientPlan } from './plan';
import { stepPlan } from './step-plan';
import { lstmBackward, lstmForward } from './tunable';
import type { LSTMShape } from './variants';

export const lstmWebgpuKernels: KernelConfig[] = [
  planKernel<LSTMAttributes>(GatewaveLSTM, (inputs, attributes, device) =>
    planOf(lstmForward(sequenceShape(inputs, attributes), false), device),
  ),
  planKernel<LSTMAttributes>(GatewaveLSTMTraining, (inputs, attributes, device) =>
    planOf(lstmForward(sequenceShape(inputs, attributes), true), device),
  ),
  planKernel<LSTMAttributes>(GatewaveLSTMGradient, (inputs, attributes, device) => {
    const shape = sequenceShape(inputs, attributes);
    return withAbsentAsZeros(planOf(lstmBackward(shape), device), lstmOutputGradients(shape), inputs);
  }),
  planKernel<InputGradientAttributes>(GatewaveLSTMInputGradient, (inputs, attributes) =>
    inputGradientPlan({ ...attributes, hasLengths: inputs.lengths !== undefined }),
  ),
  planKernel<LSTMStepAttributes>(GatewaveLSTMStep, (inputs, { activation, recurrentActivation }, device) => {
    const [batch, inputDim] = inputs.x!.shape as [number, number];
    checkActivations({ activation, recurrentActivation });
    return stepPlan({ batch, inputDim, units: inputs.h!.shape[1]!, recurrentActivation }, device);
  }),
];

function sequenceShape(inputs: Inputs, attributes: LSTMAttributes): LSTMShape {
  checkActivations(attributes);
  const [batch, time, inputDim] = inputs.x!.shape as [number, number, number];
  return {
    ...attributes,
    batch,
    time,
    inputDim,
    units: inputs.recurrentKernel0!.shape[0]!,
    hasState: inputs.h0 !== undefined,
    hasLengths: inputs.lengths !== undefined,
  };
}

/** @throws Error for activations that the shaders do not compute. */
function checkActivations({ activation, recurrentActivation }: CellAttributes): void {
  if (activation !== 'tanh' || !['sigmoid', 'hardSigmoid'].includes(recurrentActivation)) {
    throw new Error(
      `lstm: the activations are '${activation}' and, of the gates, '${recurrentActivation}'; on WebGPU they can be ` +
        "'tanh', and 'sigmoid' or 'hardSigmoid'. Set the backend 'cpu' for others.",
    );
  }
}
