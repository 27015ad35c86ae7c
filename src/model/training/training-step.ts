import { dispose, keep, type Scalar, tidy, type Variable, variableGrads } from '@tensorflow/tfjs-core';
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

/** What a step leaves on the device; nothing of it has been read. */
export interface StepResult {
  loss: Scalar;
  accuracy: Scalar;
  /** Before clipping. */
  gradientNorm: Scalar;
  moments: AdamMoments;
}

/** torch's defaults. */
const adamDefaults = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };

/**
 * One step of training: forward, backward, clipped Adam. Puts the new weights into the classifier's variables. Only
 * queues work on the device. The given moments remain the caller's.
 */
export function trainingStep(
  classifier: Classifier,
  { x, labels }: Batch,
  moments: AdamMoments,
  settings: StepSettings,
): StepResult {
  const variables = [...classifier.variables.values()];
  const parameters = variables.map((variable) => variable.read() as Variable);
  const { updated, m, v, ...measured } = tidy(() => {
    let accuracy: Scalar | undefined;
    const { value: loss, grads } = variableGrads(() => {
      const measured = crossEntropy(classifier.logits(x), labels);
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
  variables.forEach((variable, i) => {
    variable.write(updated[i]!);
  });
  dispose(updated);
  return { ...measured, moments: { m, v } };
}
