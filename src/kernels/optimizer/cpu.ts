/** The optimizer kernel of the tf.js backend 'cpu'. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import { cpuKernel } from '../cpu/kernel';
import { type AdamAttributes, GatewaveAdam } from '../names';

export const optimizerCpuKernels: KernelConfig[] = [
  cpuKernel<AdamAttributes>(GatewaveAdam, (call) => {
    const { count, learningRate, beta1, beta2, epsilon, step, clipNorm } = call.attributes;
    const gradients = Array.from({ length: count }, (_, index) => call.floats(`gradient${index}`));
    let squares = 0;
    for (const gradient of gradients) {
      for (let n = 0; n < gradient.length; n++) squares += gradient[n]! * gradient[n]!;
    }
    const norm = Math.sqrt(squares);
    const scale = clipNorm > 0 ? Math.min(1, clipNorm / (norm + 1e-6)) : 1;
    const stepSize = learningRate / (1 - beta1 ** step);
    const correction = Math.sqrt(1 - beta2 ** step);
    const m = call.floats('m').slice();
    const v = call.floats('v').slice();
    let start = 0;
    const parameters = gradients.map((gradient, index) => {
      const parameter = call.floats(`parameter${index}`).slice();
      for (let n = 0; n < parameter.length; n++) {
        const g = gradient[n]! * scale;
        const mean = beta1 * m[start + n]! + (1 - beta1) * g;
        const square = beta2 * v[start + n]! + (1 - beta2) * g * g;
        m[start + n] = mean;
        v[start + n] = square;
        parameter[n]! -= (stepSize * mean) / (Math.sqrt(square) / correction + epsilon);
      }
      start += parameter.length;
      return call.output(call.shape(`parameter${index}`), parameter);
    });
    return [
      ...parameters,
      call.output([m.length], m),
      call.output([v.length], v),
      call.output([], Float32Array.of(norm)),
    ];
  }),
];
