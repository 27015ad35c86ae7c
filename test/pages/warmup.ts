/** What ops compile after a warm-up, for test/gpu/warmup.test.ts to run inside a page. */
import { dispose, grads, ones, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { bidirectionalGru, bidirectionalLstm, gru, gruOps, lstm, lstmOps, warmup } from '../../src/kernels';
import { openDevice } from '../../src/model/device/open-device';

const sizes = { batch: 6, time: 5, inputDim: 2 };

/** Labels of the pipelines that were compiled while `work` ran; those of tf.js's own begin with a capital. */
async function compiled(work: () => Promise<void>): Promise<string[]> {
  const prototype = GPUDevice.prototype;
  const { createComputePipeline, createComputePipelineAsync } = prototype;
  const labels: string[] = [];
  prototype.createComputePipeline = function (descriptor) {
    labels.push(descriptor.label ?? '');
    return createComputePipeline.call(this, descriptor);
  };
  prototype.createComputePipelineAsync = function (descriptor) {
    labels.push(descriptor.label ?? '');
    return createComputePipelineAsync.call(this, descriptor);
  };
  try {
    await work();
  } finally {
    Object.assign(prototype, { createComputePipeline, createComputePipelineAsync });
  }
  return labels.filter((label) => /^[a-z]/.test(label));
}

/** Runs an op for the first time with the default options: forward, or to the gradients of x and all its weights. */
async function run(cell: 'lstm' | 'gru', units: number, bidirectional: boolean, training: boolean) {
  const { batch, time, inputDim } = sizes;
  const gates = cell === 'lstm' ? 4 : 3;
  const shapes = [
    [inputDim, gates * units],
    [units, gates * units],
    cell === 'lstm' ? [gates * units] : [2, gates * units],
  ];
  const tensors = [[batch, time, inputDim], ...shapes, ...(bidirectional ? shapes : [])].map((shape) =>
    ones(shape),
  );
  const outputs = (...values: Tensor[]): Tensor => {
    const [x] = values as [Tensor];
    const [forward, backward] = [1, 4].map((first) => {
      const [kernel, recurrentKernel, bias] = values.slice(first) as [Tensor, Tensor, Tensor];
      return { kernel, recurrentKernel, bias };
    }) as [Parameters<typeof lstm>[1], Parameters<typeof lstm>[1]];
    const weights = { forward, backward };
    if (cell === 'lstm') return (bidirectional ? bidirectionalLstm(x, weights) : lstm(x, forward)).outputs;
    return (bidirectional ? bidirectionalGru(x, weights) : gru(x, forward)).outputs;
  };
  const results = tidy(() => (training ? grads(outputs)(tensors) : [outputs(...tensors)]));
  await results[0]!.data();
  dispose([tensors, results]);
}

export interface Compiled {
  name: string;
  /** By the warm-up, and by the first call after it. */
  warming: string[];
  calling: string[];
}

export async function compiledAfterWarmup(): Promise<Compiled[]> {
  await openDevice('webgpu', { tune: false });
  const results: Compiled[] = [];
  let units = 0;
  for (const cell of ['lstm', 'gru'] as const) {
    const bidirectional = cell === 'lstm';
    for (const training of [false, true]) {
      // Kernels are compiled for the units, so each case has pipelines of its own.
      units += 4;
      const of = { ...sizes, units, bidirectional };
      const passes = { training, inputGradient: training };
      const ops = bidirectional ? lstmOps(of, passes) : gruOps(of, passes);
      results.push({
        name: `${cell}${training ? ', training' : ''}`,
        warming: await compiled(() => warmup(ops)),
        calling: await compiled(() => run(cell, of.units, bidirectional, training)),
      });
    }
  }
  return results;
}
