/** The LSTM's kernels of the tf.js backend 'webgpu'. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { GatewaveLSTMStep, type LSTMAttributes, type LSTMStepAttributes } from '../names';
import { sequenceKernels } from '../recurrent/webgpu';
import { planKernel } from '../webgpu/kernel';
import { lstmCell } from './cell';
import { lstmKernels } from './kernels';
import { stepPlan } from './step-plan';

export const lstmWebgpuKernels: KernelConfig[] = [
  ...sequenceKernels<LSTMAttributes>(lstmKernels, () => lstmCell),
  planKernel<LSTMStepAttributes>(GatewaveLSTMStep, (inputs, { activation, recurrentActivation }, device) => {
    const [batch, inputDim] = inputs.x!.shape as [number, number];
    const shape = { batch, inputDim, units: inputs.h!.shape[1]!, activation, recurrentActivation };
    return stepPlan(shape, device);
  }),
];
