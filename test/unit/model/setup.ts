import '@tensorflow/tfjs-backend-cpu';
import { setBackend, type Tensor, tensor } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { beforeAll } from 'vitest';
import { registerKernels } from '../../../src/kernels';
import { RandomStream } from '../../../src/random';

/** Runs the file's tests on tf.js's 'cpu' backend with our kernels. */
export function useCpu(): void {
  beforeAll(async () => {
    await setBackend('cpu');
    registerKernels();
  });
}

/** Normal values from a seed, times `scale`. */
export function randomTensor(shape: number[], seed: number, scale = 1): Tensor {
  const random = new RandomStream(seed, 'test');
  const size = shape.reduce((product, extent) => product * extent, 1);
  return tensor(
    Float32Array.from({ length: size }, () => scale * random.normal()),
    shape,
  );
}

/** Gives the model other weights than it started with, so that no zero bias hides a mistake. */
export function randomiseWeights(model: LayersModel, seed: number): Tensor[] {
  const weights = model
    .getWeights()
    .map((weight, i) => randomTensor(weight.shape as number[], seed + i, 0.4));
  model.setWeights(weights);
  return weights;
}
