/** The GRU's kernels of the tf.js backend 'webgpu'. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { GatewaveGRUStep, type GRUAttributes, type GRUStepAttributes } from '../names';
import { sequenceKernels } from '../recurrent/webgpu';
import { planKernel } from '../webgpu/kernel';
import { gruCell } from './cell';
import { gruKernels } from './kernels';
import { stepPlan } from './step-plan';

export const gruWebgpuKernels: KernelConfig[] = [
  ...sequenceKernels<GRUAttributes>(gruKernels(true), gruCell),
  planKernel<GRUStepAttributes>(GatewaveGRUStep, (inputs, attributes) => {
    const { activation, recurrentActivation, resetAfter } = attributes;
    const [batch, inputDim] = inputs.x!.shape as [number, number];
    const units = inputs.h!.shape[1]!;
    return stepPlan({ batch, inputDim, units, activation, recurrentActivation, resetAfter });
  }),
];
