import { type GradConfig, type KernelConfig, registerGradient, registerKernel } from '@tensorflow/tfjs-core';
import { attentionCpuKernels } from './attention/cpu';
import { attentionGradient } from './attention/gradient';
import { attentionWebgpuKernels } from './attention/webgpu';
import { denseGradient } from './dense/gradient';
import { denseWebgpuKernels } from './dense/webgpu';
import { gruCpuCell } from './gru/cpu-cell';
import { gruKernels } from './gru/kernels';
import { gruWebgpuKernels } from './gru/webgpu';
import { lossCpuKernels } from './loss/cpu';
import { crossEntropyGradient } from './loss/gradient';
import { lossWebgpuKernels } from './loss/webgpu';
import { lstmCpuCell } from './lstm/cpu-cell';
import { lstmKernels } from './lstm/kernels';
import { lstmWebgpuKernels } from './lstm/webgpu';
import { optimizerCpuKernels } from './optimizer/cpu';
import { optimizerWebgpuKernels } from './optimizer/webgpu';
import { recurrentCpuKernels } from './recurrent/cpu';
import { recurrentGradient } from './recurrent/gradient';

export { type AttentionOptions, type AttentionParameters, attentionPool } from './attention/op';
export { type AttentionSizes, attentionOps } from './attention/tunable';
export {
  type BidirectionalGRUOptions,
  bidirectionalGru,
  type GRUOptions,
  type GRUStepOptions,
  type GRUWeights,
  gru,
  gruStep,
} from './gru/op';
export { gruWeightsFromTorch, type TorchGRUWeights } from './gru/torch';
export { type GRUSizes, gruOps } from './gru/tunable';
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
export { type LSTMSizes, lstmOps } from './lstm/tunable';
export type { Activation, AttentionScore, KernelFamily } from './names';
export { type AdamMoments, type AdamSettings, type AdamState, adam } from './optimizer/op';
export type { TunableOp } from './webgpu/choices';
export { type DeviceInfo, initialiseWebGPU, NoWebGPUError, type WebGPUOptions } from './webgpu/device';
export { type TunedOp, tune, type VariantTiming, warmup } from './webgpu/tuner';
export type { Tuning } from './webgpu/tuning-store';

const kernels: KernelConfig[] = [
  ...recurrentCpuKernels(lstmKernels, () => lstmCpuCell),
  ...recurrentCpuKernels(gruKernels(true), gruCpuCell),
  ...attentionCpuKernels,
  ...lossCpuKernels,
  ...optimizerCpuKernels,
  ...lstmWebgpuKernels,
  ...gruWebgpuKernels,
  ...attentionWebgpuKernels,
  ...denseWebgpuKernels,
  ...lossWebgpuKernels,
  ...optimizerWebgpuKernels,
];

const gradients: GradConfig[] = [
  recurrentGradient(lstmKernels),
  recurrentGradient(gruKernels(true)),
  attentionGradient,
  denseGradient,
  crossEntropyGradient,
];

let registered = false;

/**
 * Registers the kernels for the 'cpu' and 'webgpu' backends of TensorFlow.js, and their gradients. Call it once
 * before the first op; further calls do nothing. The backends themselves are registered by importing
 * '@tensorflow/tfjs-backend-cpu' or '@tensorflow/tfjs-backend-webgpu'.
 *
 * A bundle of '@tensorflow/tfjs-core' alone has no gradients of tf.js's own ops, not even Reshape's. To train with
 * it, import '@tensorflow/tfjs-core/dist/register_all_gradients'; '@tensorflow/tfjs-layers' does so by itself.
 */
export function registerKernels(): void {
  if (registered) return;
  registered = true;
  for (const kernel of kernels) registerKernel(kernel);
  for (const gradient of gradients) registerGradient(gradient);
}
