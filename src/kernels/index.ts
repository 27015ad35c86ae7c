import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { type KernelConfig, registerGradient, registerKernel } from '@tensorflow/tfjs-core';
import { attentionGradient } from './attention/gradient';
import { crossEntropyGradient } from './loss/gradient';
import { lstmGradient } from './lstm/gradient';

export { type AttentionOptions, type AttentionParameters, attentionPool } from './attention/op';
export { crossEntropy } from './loss/op';
export {
  type BidirectionalLSTMOptions,
  bidirectionalLstm,
  type LSTMOptions,
  type LSTMState,
  type LSTMStepOptions,
  type LSTMWeights,
  lstm,
  lstmStep,
} from './lstm/op';
export type { AttentionScore, KernelFamily, RecurrentActivation } from './names';
export { type AdamMoments, type AdamSettings, type AdamState, adam } from './optimizer/op';

const kernels: KernelConfig[] = [];

let registered = false;

/**
 * Registers the kernels for the 'cpu' and 'webgpu' backends of TensorFlow.js, and their gradients. Call it once
 * before the first op; further calls do nothing. The backends themselves are registered by importing
 * '@tensorflow/tfjs-backend-cpu' or '@tensorflow/tfjs-backend-webgpu'.
 */
export function registerKernels(): void {
  if (registered) return;
  registered = true;
  for (const kernel of kernels) registerKernel(kernel);
  for (const gradient of [lstmGradient, attentionGradient, crossEntropyGradient]) registerGradient(gradient);
}
