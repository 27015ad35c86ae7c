/**
 * Adam with the global-norm clip in float64 with plain loops, each line next to its equation: the specification
 * that every kernel is compared with.
 */
import type { AdamAttributes } from '../names';

export interface AdamReferenceInput {
  parameters: ArrayLike<number>[];
  gradients: ArrayLike<number>[];
  /** All parameters' moments, concatenated in order. */
  m: ArrayLike<number>;
  v: ArrayLike<number>;
}

export interface AdamReferenceOutput {
  parameters: Float64Array[];
  m: Float64Array;
  v: Float64Array;
  gradientNorm: number;
}

export function adamReference(
  input: AdamReferenceInput,
  { learningRate, beta1, beta2, epsilon, step, clipNorm }: Omit<AdamAttributes, 'count'>,
): AdamReferenceOutput {
  let squares = 0;
  for (const gradient of input.gradients) {
    for (let index = 0; index < gradient.length; index++) squares += gradient[index]! ** 2;
  }
  const gradientNorm = Math.sqrt(squares);
  // torch.nn.utils.clip_grad_norm_
  const scale = clipNorm > 0 ? Math.min(1, clipNorm / (gradientNorm + 1e-6)) : 1;
  const m = Float64Array.from(input.m);
  const v = Float64Array.from(input.v);
  let n = 0;
  const parameters = input.parameters.map((values, p) => {
    const updated = Float64Array.from(values);
    for (let index = 0; index < updated.length; index++, n++) {
      const g = input.gradients[p]![index]! * scale;
      m[n] = beta1 * m[n]! + (1 - beta1) * g;
      v[n] = beta2 * v[n]! + (1 - beta2) * g * g;
      const mHat = m[n]! / (1 - beta1 ** step);
      const vHat = v[n]! / (1 - beta2 ** step);
      updated[index]! -= (learningRate * mHat) / (Math.sqrt(vHat) + epsilon);
    }
    return updated;
  });
  return { parameters, m, v, gradientNorm };
}
