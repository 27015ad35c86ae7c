/** The loss kernel of the tf.js backend 'webgpu'. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { GatewaveCrossEntropy } from '../names';
import { planKernel } from '../webgpu/kernel';
import { dispatch, read, readWrite } from '../webgpu/passes';
import { flag, type InputSpec, type Plan, u32 } from '../webgpu/plan';

export const lossWebgpuKernels: KernelConfig[] = [
  planKernel(GatewaveCrossEntropy, (inputs) => {
    const [batch, classes] = inputs.logits!.shape as [number, number];
    return crossEntropyPlan(batch, classes);
  }),
];

/**
 * Inputs: logits, labels, [rowWeights]. Outputs: loss, accuracy, dLogits.
 *
 * @param weighted whether each row's gradient is multiplied by its weight
 */
export function crossEntropyPlan(batch: number, classes: number, weighted = false): Plan {
  return {
    name: 'cross-entropy',
    outputs: [
      { name: 'loss', shape: [], dtype: 'float32' },
      { name: 'accuracy', shape: [], dtype: 'float32' },
      { name: 'dLogits', shape: [batch, classes], dtype: 'float32' },
    ],
    scratch: [],
    passes: [
      dispatch('cross_entropy', {
        constants: { WORKGROUP: 64, WEIGHTED: flag(weighted) },
        workgroupBytes: 8 * 64,
        bindings: [
          read('logits'),
          read('labels'),
          read(weighted ? 'rowWeights' : 'logits'),
          readWrite('loss'),
          readWrite('accuracy'),
          readWrite('dLogits'),
        ],
        workgroups: [1, 1, 1],
        uniform: [batch, classes].map(u32),
        cost: { flops: 10 * batch * classes, bytes: 12 * batch * classes },
      }),
    ],
  };
}

export function crossEntropyInputs(batch: number, classes: number): InputSpec[] {
  return [
    { name: 'logits', shape: [batch, classes], dtype: 'float32' },
    // One logit tells two classes apart.
    { name: 'labels', shape: [batch], dtype: 'int32', range: [0, Math.max(1, classes - 1)] },
  ];
}
