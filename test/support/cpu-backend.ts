/** Sets the tf.js backend 'cpu' with our kernels, and fails a test that leaves tensors behind. */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-layers';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { registerKernels } from '../../src/kernels';

export function useCpuBackend(): void {
  let before = tf.memory();
  beforeAll(async () => {
    await tf.setBackend('cpu');
    registerKernels();
  });
  beforeEach(() => {
    before = tf.memory();
  });
  afterEach(() => {
    const { numTensors, numDataBuffers } = tf.memory();
    expect({ numTensors, numDataBuffers }, 'tensors left after the test').toEqual({
      numTensors: before.numTensors,
      numDataBuffers: before.numDataBuffers,
    });
  });
}
