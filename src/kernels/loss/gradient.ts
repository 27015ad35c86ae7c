import { type GradConfig, mul, type Tensor, zeros } from '@tensorflow/tfjs-core';
import { GatewaveCrossEntropy } from '../names';

export const crossEntropyGradient: GradConfig = {
  kernelName: GatewaveCrossEntropy,
  outputsToSave: [false, false, true],
  gradFunc: (dys, saved) => {
    const [dLoss] = dys as [Tensor, Tensor, Tensor];
    const [dLogits] = saved as [Tensor];
    return {
      logits: () => mul(dLogits, dLoss),
      labels: () => zeros([dLogits.shape[0]!]),
    };
  },
};
