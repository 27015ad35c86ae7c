/** The dense layer's kernels of the tf.js backend 'webgpu'. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { GatewaveDense, GatewaveDenseGradient } from '../names';
import { type Inputs, planKernel } from '../webgpu/kernel';
import { type DenseShape, denseGradientPlan, densePlan } from './plan';

export const denseWebgpuKernels: KernelConfig[] = [
  planKernel(GatewaveDense, (inputs) => densePlan(shapeOf(inputs))),
  planKernel(GatewaveDenseGradient, (inputs) => denseGradientPlan(shapeOf(inputs))),
];

function shapeOf({ x, kernel }: Inputs): DenseShape {
  const [rows, features] = x!.shape as [number, number];
  return { rows, features, columns: kernel!.shape[1]!, dropout: false };
}
