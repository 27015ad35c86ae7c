/** Attention pooling's kernels of the tf.js backend 'webgpu'. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import {
  type AttentionAttributes,
  GatewaveAttention,
  GatewaveAttentionGradient,
  GatewaveAttentionTraining,
} from '../names';
import { planOf } from '../webgpu/choices';
import { type Inputs, planKernel, withAbsentAsZeros } from '../webgpu/kernel';
import { attentionOutputGradients } from './inputs';
import { attentionBackward, attentionForward } from './tunable';
import type { AttentionShape } from './variants';

export const attentionWebgpuKernels: KernelConfig[] = [
  planKernel<AttentionAttributes>(GatewaveAttention, (inputs, attributes, device) =>
    planOf(attentionForward(shapeOf(inputs, attributes), false), device),
  ),
  planKernel<AttentionAttributes>(GatewaveAttentionTraining, (inputs, attributes, device) =>
    planOf(attentionForward(shapeOf(inputs, attributes), true), device),
  ),
  planKernel<AttentionAttributes>(GatewaveAttentionGradient, (inputs, attributes, device) => {
    const shape = shapeOf(inputs, attributes);
    const plan = planOf(attentionBackward(shape), device);
    return withAbsentAsZeros(plan, attentionOutputGradients(shape), inputs);
  }),
];

function shapeOf(inputs: Inputs, { score }: AttentionAttributes): AttentionShape {
  const [batch, time, features] = inputs.values!.shape as [number, number, number];
  const units = score === 'additive' ? inputs.query!.shape[0]! : 0;
  return { batch, time, features, units, score, hasLengths: inputs.lengths !== undefined };
}
