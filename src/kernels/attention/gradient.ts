import { engine, type GradConfig, type Tensor, zeros } from '@tensorflow/tfjs-core';
import { type AttentionAttributes, GatewaveAttentionGradient, GatewaveAttentionTraining } from '../names';
import { presentGradients, savedTensors } from '../tape';

export const attentionGradient: GradConfig = {
  kernelName: GatewaveAttentionTraining,
  saveAllInputs: true,
  outputsToSave: [true, true, true],
  gradFunc: (dys, saved, attrs) => {
    const { score } = attrs as AttentionAttributes;
    const { inputs, outputs } = savedTensors(saved, attrs);
    const [context, weights, reserve] = outputs as [Tensor, Tensor, Tensor];
    const outputGradients = presentGradients(['dContext', 'dWeights'], dys);
    // Run here rather than in the functions below, each of which would run it again.
    const results = engine().runKernel<Tensor[]>(
      GatewaveAttentionGradient,
      { ...inputs, context, weights, reserve, ...outputGradients },
      attrs,
    );
    const names = score === 'additive' ? ['values', 'kernel', 'bias', 'query'] : ['values', 'query'];
    const gradients: Record<string, () => Tensor> = { lengths: () => zeros(inputs.lengths!.shape) };
    names.forEach((name, index) => {
      gradients[name] = () => results[index]!;
    });
    return gradients;
  },
};
