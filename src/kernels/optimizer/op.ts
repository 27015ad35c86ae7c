import {
  engine,
  type NamedTensorMap,
  type Scalar,
  type Tensor,
  type Tensor1D,
  tidy,
} from '@tensorflow/tfjs-core';
import { checkShape } from '../checks';
import { type AdamAttributes, GatewaveAdam } from '../names';

export interface AdamMoments {
  /** Mean of the gradients and of their squares, [n]: n elements of all parameters, concatenated in order. */
  m: Tensor1D;
  v: Tensor1D;
}

export interface AdamState {
  parameters: Tensor[];
  /** Shaped as the parameters. */
  gradients: Tensor[];
  moments: AdamMoments;
}

export type AdamSettings = Omit<AdamAttributes, 'count'>;

/**
 * One step of Adam (Kingma & Ba 2015) for all parameters, after the gradients have been scaled down so that their
 * global norm does not exceed `clipNorm`; both as torch computes them (`Adam`, `clip_grad_norm_`):
 *
 *     g ← g · min(1, clipNorm / (‖all g‖₂ + 1e-6))
 *     m ← β₁ m + (1−β₁) g     v ← β₂ v + (1−β₂) g²
 *     p ← p − learningRate · m/(1−β₁ᵗ) / (√(v/(1−β₂ᵗ)) + ε)        t = step
 *
 * Pure: nothing is changed in place; the caller assigns the new tensors and disposes the old ones.
 *
 * @returns new parameters and moments, and the global norm before clipping
 * @throws Error naming the tensor or setting that does not fit
 */
export function adam(
  { parameters, gradients, moments }: AdamState,
  settings: AdamSettings,
): { parameters: Tensor[]; moments: AdamMoments; gradientNorm: Scalar } {
  return tidy('adam', () => {
    checkArguments({ parameters, gradients, moments }, settings);
    const inputs: NamedTensorMap = {};
    parameters.forEach((parameter, index) => {
      inputs[`parameter${index}`] = parameter;
    });
    gradients.forEach((gradient, index) => {
      inputs[`gradient${index}`] = gradient;
    });
    inputs.m = moments.m;
    inputs.v = moments.v;
    const count = parameters.length;
    const attributes: AdamAttributes = { ...settings, count };
    const results = engine().runKernel<Tensor[]>(GatewaveAdam, inputs, attributes);
    const [m, v, gradientNorm] = results.slice(count) as [Tensor1D, Tensor1D, Scalar];
    return { parameters: results.slice(0, count), moments: { m, v }, gradientNorm };
  });
}

function checkArguments({ parameters, gradients, moments }: AdamState, settings: AdamSettings): void {
  if (parameters.length === 0 || gradients.length !== parameters.length) {
    throw new Error(
      `adam: ${parameters.length} parameters and ${gradients.length} gradients; expected at least one parameter ` +
        'and a gradient for each.',
    );
  }
  parameters.forEach((parameter, index) => {
    checkShape('adam', `parameters[${index}]`, parameter, parameter.shape, 'float32');
    checkShape(
      'adam',
      `gradients[${index}]`,
      gradients[index]!,
      parameter.shape,
      `the shape of parameters[${index}]`,
    );
  });
  const size = parameters.reduce((sum, parameter) => sum + parameter.size, 0);
  checkShape('adam', 'moments.m', moments.m, [size], 'the elements of all parameters, concatenated');
  checkShape('adam', 'moments.v', moments.v, [size], 'the elements of all parameters, concatenated');
  const { learningRate, beta1, beta2, epsilon, step, clipNorm } = settings;
  checkSetting('learningRate', learningRate, Number.isFinite(learningRate), 'a finite number');
  checkSetting('beta1', beta1, beta1 >= 0 && beta1 < 1, '0 ≤ beta1 < 1');
  checkSetting('beta2', beta2, beta2 >= 0 && beta2 < 1, '0 ≤ beta2 < 1');
  checkSetting('epsilon', epsilon, epsilon >= 0 && Number.isFinite(epsilon), 'a finite number ≥ 0');
  checkSetting('step', step, Number.isInteger(step) && step >= 1, 'an integer that counts from 1');
  checkSetting('clipNorm', clipNorm, clipNorm >= 0, 'a number > 0, or 0 for no clipping');
}

function checkSetting(name: string, value: number, valid: boolean, expected: string): void {
  if (!valid) throw new Error(`adam: ${name} is ${value}, expected ${expected}.`);
}
