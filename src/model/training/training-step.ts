import {
  customGrad,
  dispose,
  expandDims,
  type GradSaveFunc,
  keep,
  mul,
  type Scalar,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  tidy,
  type Variable,
  variableGrads,
} from '@tensorflow/tfjs-core';
import { type AdamMoments, adam, crossEntropy } from '../../kernels';
import type { Classifier } from '../network/classifier';
import type { Batch } from '../network/evaluation';

export interface StepSettings {
  learningRate: number;
  /** Counts from 1. */
  step: number;
  /** Largest global norm of the gradients; 0 does not clip. */
  clipNorm: number;
}

/** A batch to train on, with what is drawn or looked up for it. */
export interface TrainingBatch extends Batch {
  /** `[batch]`: how much each series counts, 1 on average; absent: all the same. */
  weights?: Tensor1D;
  /** `[batch, features]` for dropout: 0 where a pooled feature is dropped, else 1 / (1 − rate). */
  dropped?: Tensor2D;
}

/** What a step leaves on the device; nothing of it has been read. */
export interface StepResult {
  loss: Scalar;
  accuracy: Scalar;
  /** Before clipping, with the weights of the series. */
  gradientNorm: Scalar;
  moments: AdamMoments;
}

/** torch's defaults. */
export const adamDefaults = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/**
 * One step of training: forward, backward, clipped Adam. Puts the new weights into the classifier's variables. Only
 * queues work on the device. The given moments remain the caller's.
 */
export function trainingStep(
  classifier: Classifier,
  { x, lengths, labels, weights, dropped }: TrainingBatch,
  moments: AdamMoments,
  settings: StepSettings,
): StepResult {
  const variables = [...classifier.variables.values()];
  const parameters = variables.map((variable) => variable.read() as Variable);
  const { updated, m, v, ...measured } = tidy(() => {
    let accuracy: Scalar | undefined;
    const { value: loss, grads } = variableGrads(() => {
      const logits = classifier.logits(x, { ...(lengths && { lengths }), ...(dropped && { dropped }) });
      const measured = crossEntropy(weights ? weighRows(logits, weights) : logits, labels);
      accuracy = keep(measured.accuracy);
      return measured.loss;
    }, parameters);
    const gradients = parameters.map((parameter) => {
      const gradient = grads[parameter.name];
      if (!gradient) throw new Error(`The weight '${parameter.name}' has no gradient.`);
      return gradient;
    });
    const stepped = adam({ parameters, gradients, moments }, { ...adamDefaults, ...settings });
    return {
      loss,
      accuracy: accuracy as Scalar,
      gradientNorm: stepped.gradientNorm,
      m: stepped.moments.m,
      v: stepped.moments.v,
      updated: stepped.parameters,
    };
  });
  classifier.assignWeights(updated);
  dispose(updated);
  return { ...measured, moments: { m, v } };
}

/**
 * The same logits, with each row's gradient multiplied by its weight. So the gradient is that of the weighted mean of the
 * losses, and the loss that is reported has no weights and can be compared with others.
 */
function weighRows(logits: Tensor2D, weights: Tensor1D): Tensor2D {
  const op = customGrad((...args: (Tensor | GradSaveFunc)[]) => {
    const [input, save] = args as [Tensor, GradSaveFunc];
    save([weights]);
    return {
      value: input.clone(),
      gradFunc: (dy: Tensor, saved: Tensor[]) => mul(dy, expandDims(saved[0]!, 1)),
    };
  });
  return op(logits) as Tensor2D;
}
