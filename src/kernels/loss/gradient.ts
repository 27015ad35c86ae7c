import { type GradConfig, mul, type Tensor, zeros, zerosLike } from '@tensorflow/tfjs-core';
import { GatewaveCrossEntropy } from '../names';
import { presentGradients } from '../tape';

export const crossEntropyGradient: GradConfig = {
  kernelName: GatewaveCrossEntropy,
  outputsToSave: [false, false, true],
  gradFunc: (dys, saved) => {
    const { dLoss } = presentGradients(['dLoss'], dys);
    const [dLogits] = saved as [Tensor];
    return {
      logits: () => (dLoss ? mul(dLogits, dLoss) : zerosLike(dLogits)),
      labels: () => zeros([dLogits.shape[0]!]),
    };
  },
};
