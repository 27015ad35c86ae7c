import { engine, type GradConfig, type Tensor, zerosLike } from '@tensorflow/tfjs-core';
import { GatewaveDense, GatewaveDenseGradient } from '../names';
import { presentGradients } from '../tape';

export const denseGradient: GradConfig = {
  kernelName: GatewaveDense,
  inputsToSave: ['x', 'kernel', 'bias'],
  gradFunc: (dys, saved) => {
    const { dY } = presentGradients(['dY'], dys);
    const [x, kernel, bias] = saved as [Tensor, Tensor, Tensor];
    if (!dY) return { x: () => zerosLike(x), kernel: () => zerosLike(kernel), bias: () => zerosLike(bias) };
    const [dX, dKernel, dBias] = engine().runKernel<Tensor[]>(GatewaveDenseGradient, { x, kernel, dY }, {});
    return { x: () => dX!, kernel: () => dKernel!, bias: () => dBias! };
  },
};
