/** The LSTM's kernels of the tf.js backend 'webgpu'. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import {
  GatewaveLSTM,
  GatewaveLSTMGradient,
  GatewaveLSTMInputGradient,
  GatewaveLSTMStep,
  GatewaveLSTMTraining,
  type LSTMAttributes,
  type LSTMStepAttributes,
} from '../names';
import { sequenceKernels } from '../recurrent/webgpu';
import { planKernel } from '../webgpu/kernel';
import { lstmCell } from './cell';
import { stepPlan } from './step-plan';

export const lstmWebgpuKernels: KernelConfig[] = [
  ...sequenceKernels<LSTMAttributes>(
    {
      inference: GatewaveLSTM,
      training: GatewaveLSTMTraining,
      gradient: GatewaveLSTMGradient,
      inputGradient: GatewaveLSTMInputGradient,
    },
    () => lstmCell,
  ),
  planKernel<LSTMStepAttributes>(GatewaveLSTMStep, (inputs, { activation, recurrentActivation }, device) => {
    const [batch, inputDim] = inputs.x!.shape as [number, number];
    const shape = { batch, inputDim, units: inputs.h!.shape[1]!, activation, recurrentActivation };
    return stepPlan(shape, device);
  }),
];
