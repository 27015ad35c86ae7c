/** Fused models on WebGPU, for test/gpu/fuse.test.ts to run inside a page. */
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import { fuse } from '../../src/fuse/fuse';
import { openDevice } from '../../src/model/device/open-device';
import { fuseCase } from '../support/fuse-cases';
import { compareFused } from '../support/fuse-compare';
import type { FuseRow } from '../support/fuse-summary';

export interface TableResult {
  rows: FuseRow[];
  /** What is too far off, or could not be computed, with its case. */
  wrong: string[];
}

export async function fuseTable(seeds: number[]): Promise<TableResult> {
  await openDevice('webgpu');
  tf.env().set('WEBGPU_CPU_FORWARD', false);
  const result: TableResult = { rows: [], wrong: [] };
  for (const seed of seeds) {
    const c = fuseCase(seed);
    const row: FuseRow = { c, output: 0, gradient: 0 };
    try {
      for (const { name, isGradient, error } of await compareFused(c, 'cpu')) {
        const kind = isGradient ? 'gradient' : 'output';
        row[kind] = Math.max(row[kind], error ?? 1e9);
        if (error !== null && error <= (isGradient ? 1e-4 : 1e-5)) continue;
        result.wrong.push(`${name}: error ${error} in ${JSON.stringify(c)}`);
      }
    } catch (error) {
      result.wrong.push(`${(error as Error).message} in ${JSON.stringify(c)}`);
    }
    result.rows.push(row);
  }
  return result;
}

export interface Held {
  buffers: number;
  tensors: number;
}

/** GPU buffers and tensors that exist after some steps of `predict` or `fit`, and after as many more. */
export async function heldAfter(kind: 'predict' | 'fit', steps: number): Promise<[Held, Held]> {
  const buffers = countBuffers();
  await openDevice('webgpu');
  tf.env().set('WEBGPU_CPU_FORWARD', false);
  const model = fuse(smallModel());
  model.compile({ optimizer: 'adam', loss: 'meanSquaredError' });
  const x = tf.randomNormal([steps, 3, 1]);
  const y = tf.zeros([steps, 1]);
  const one = tf.slice(x, 0, 1);
  const run = async () => {
    if (kind === 'fit') await model.fit(x, y, { epochs: 1, batchSize: 1, shuffle: false, verbose: 0 });
    else for (let i = 0; i < steps; i++) await read(model.predict(one) as tf.Tensor);
    await read(model.predict(one) as tf.Tensor);
    return { buffers: buffers.alive, tensors: tf.memory().numTensors };
  };
  // tf.js keeps freed buffers to use them again, so the first run fills its pool.
  return [await run(), await run()];
}

async function read(tensor: tf.Tensor): Promise<void> {
  await tensor.data();
  tensor.dispose();
}

function countBuffers(): { alive: number } {
  const count = { alive: 0 };
  const { createBuffer } = GPUDevice.prototype;
  GPUDevice.prototype.createBuffer = function (descriptor) {
    count.alive++;
    return createBuffer.call(this, descriptor);
  };
  const { destroy } = GPUBuffer.prototype;
  GPUBuffer.prototype.destroy = function () {
    count.alive--;
    return destroy.call(this);
  };
  return count;
}

function smallModel(): LayersModel {
  const recurrentInitializer = 'zeros';
  return sequential({
    layers: [
      layers.masking({ maskValue: 0, batchInputShape: [1, 3, 1] }),
      layers.lstm({ units: 2, returnSequences: true, stateful: true, recurrentInitializer }),
      layers.bidirectional({ layer: layers.gru({ units: 2, recurrentInitializer }), mergeMode: 'concat' }),
      layers.dense({ units: 1 }),
    ],
  });
}
