/** The same work on tf.js's WebGPU backend as it is, and as `initialiseWebGPU` makes it. */
import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { initializers, layers, sequential } from '@tensorflow/tfjs-layers';
import { fuse } from '../../src/fuse/fuse';
import { bindGroupsOf } from '../../src/kernels/webgpu/bind-groups';
import { initialiseWebGPU } from '../../src/kernels/webgpu/device';

export interface ReuseReport {
  /** What the work left, number by number. */
  ours: number[];
  theirs: number[];
  /** Bind groups that are kept after the work, and after the backend is disposed of. */
  kept: { before: number; after: number };
}

export async function compareWithStock(): Promise<ReuseReport> {
  await initialiseWebGPU({ tune: false });
  const ours = await doWork();
  const { device } = tf.backend() as WebGPUBackend;
  const groups = bindGroupsOf(device);
  const before = groups.size;
  tf.removeBackend('webgpu');
  const after = groups.size;
  tf.registerBackend('webgpu', () => new WebGPUBackend(device, device.adapterInfo));
  await tf.setBackend('webgpu');
  const theirs = await doWork();
  tf.removeBackend('webgpu');
  return { ours, theirs, kept: { before, after } };
}

async function doWork(): Promise<number[]> {
  return [...(await fitted()), ...(await written())];
}

/** Weights after a few epochs, whose last batch is smaller. */
async function fitted(): Promise<number[]> {
  const seeded = (seed: number) => initializers.glorotUniform({ seed });
  const layer = layers.lstm({ units: 4, kernelInitializer: seeded(1), recurrentInitializer: seeded(2) });
  const model = fuse(
    sequential({
      layers: [
        layers.bidirectional({ layer, mergeMode: 'concat', inputShape: [5, 2] }),
        layers.dense({ units: 1, activation: 'sigmoid', kernelInitializer: seeded(3) }),
      ],
    }),
  );
  model.compile({ optimizer: tf.train.adam(0.01), loss: 'binaryCrossentropy' });
  const x = tf.tensor3d(
    Array.from({ length: 100 }, (_, i) => Math.sin(i)),
    [10, 5, 2],
  );
  const y = tf.tensor2d(
    Array.from({ length: 10 }, (_, i) => i % 2),
    [10, 1],
  );
  await model.fit(x, y, { batchSize: 4, epochs: 3, shuffle: false, verbose: 0, yieldEvery: 'never' });
  const values = await Promise.all(model.getWeights().map((weight) => weight.data()));
  tf.dispose([x, y]);
  model.dispose();
  return values.flatMap((each) => [...each]);
}

/** Numbers that look alike, and ops that write into a tensor that they are given. */
async function written(): Promise<number[]> {
  const results = tf.tidy(() => {
    const one = tf.scalar(1);
    const other = tf.scalar(1);
    const changed = tf.tensorScatterUpdate(
      tf.tensor1d([1]),
      tf.tensor2d([[0]], [1, 1], 'int32'),
      tf.tensor1d([7]),
    );
    const zero = tf.scalar(0);
    const negative = tf.scalar(-0);
    return [
      tf.add(one, other),
      changed,
      tf.mul(one, other),
      tf.div(one, zero),
      tf.div(one, negative),
      tf.reciprocal(tf.fill([1], -0)),
      tf.add(tf.scalar(1, 'int32'), tf.scalar(2, 'int32')),
      tf.where(tf.scalar(true, 'bool'), one, zero),
    ];
  });
  const values = await Promise.all(results.map((result) => result.data()));
  tf.dispose(results);
  return values.flatMap((each) => [...each]);
}
