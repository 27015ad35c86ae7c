import { add, getBackend, matMul, type Tensor1D, type Tensor2D, tidy } from '@tensorflow/tfjs-core';
import { GatewaveDense } from '../names';
import { runDifferentiable } from '../tape';

/**
 * A dense layer, x·W + b. On WebGPU it is a kernel of ours, which is the same in a program; elsewhere tf.js's own ops.
 *
 * @param x [rows, features] @param kernel [features, columns] @param bias [columns]
 */
export function dense(x: Tensor2D, kernel: Tensor2D, bias: Tensor1D): Tensor2D {
  return tidy('dense', () => {
    if (getBackend() !== 'webgpu') return add(matMul(x, kernel), bias);
    const [y] = runDifferentiable(GatewaveDense, { x, kernel, bias }, {});
    return y as Tensor2D;
  });
}
