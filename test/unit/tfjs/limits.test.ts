/**
 * Limits of tf.js that this library works around. A test that fails here is good news: tf.js has mended something, and what
 * docs/tfjs-limits.md says of it, and the code that works around it, can go.
 */
import '@tensorflow/tfjs-backend-cpu';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { layers, loadLayersModel } from '@tensorflow/tfjs-layers';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('stock recurrent layers', () => {
  const kernelsOf = async (work: () => tf.Tensor | tf.Tensor[]) =>
    (await tf.profile(() => tf.tidy(work))).kernels.length;

  const stepsOf = async (kernels: (time: number) => Promise<number>) =>
    (await kernels(7)) - (await kernels(6));

  it('run 28 engine ops for each time step, and 141 when training', async () => {
    const layer = layers.lstm({ units: 3, returnSequences: true, recurrentInitializer: 'zeros' });
    layer.apply(tf.zeros([2, 1, 2]));
    const output = (x: tf.Tensor) => layer.apply(x) as tf.Tensor;
    const weights = layer.trainableWeights.map((weight) => weight.read() as tf.Variable);

    const forward = (time: number) => kernelsOf(() => output(tf.zeros([2, time, 2])));
    const training = (time: number) =>
      kernelsOf(() => {
        const { grads } = tf.variableGrads(() => tf.sum(output(tf.zeros([2, time, 2]))), weights);
        return Object.values(grads);
      });
    expect(await stepsOf(forward)).toBe(28);
    expect(await stepsOf(training)).toBe(141);
    layer.dispose();
  });

  it('refuse a GRU whose reset gate comes after the product, which is what Keras and torch save', () => {
    const args = { units: 3, resetAfter: true } as Parameters<typeof layers.gru>[0];
    expect(() => layers.gru(args)).toThrow(/reset_after/);
  });

  it('draw an orthogonal matrix by methods that tensors of tfjs-core alone do not have', () => {
    const layer = layers.lstm({ units: 3 });
    expect(() => layer.apply(tf.zeros([2, 4, 2]))).toThrow(/is not a function/);
  });

  it('cannot be trained on sequences of a single step', () => {
    const layer = layers.lstm({ units: 3, recurrentInitializer: 'zeros' });
    const loss = (x: tf.Tensor) => tf.sum(layer.apply(x) as tf.Tensor);
    tf.tidy(() => {
      layer.apply(tf.zeros([2, 2, 2]));
      expect(() => tf.grad(loss)(tf.ones([2, 2, 2]))).not.toThrow();
      expect(() => tf.grad(loss)(tf.ones([2, 1, 2]))).toThrow();
    });
    layer.dispose();
  });

  it('ignore their regularizers', () => {
    const options = { units: 3, kernelRegularizer: 'l1l2' as const };
    const dense = layers.dense(options);
    dense.apply(tf.zeros([2, 2]));
    expect(dense.losses).toHaveLength(1);
    const lstm = layers.lstm({ ...options, recurrentInitializer: 'zeros' });
    lstm.apply(tf.zeros([2, 4, 2]));
    expect(lstm.losses).toHaveLength(0);
    for (const layer of [dense, lstm]) layer.dispose();
  });

  it('compute hard_sigmoid as Keras 2 does: clip(0.2 x + 0.5), not Keras 3’s x / 6 + 0.5', () => {
    tf.tidy(() => {
      const layer = layers.activation({ activation: 'hardSigmoid' });
      const [value] = (layer.apply(tf.tensor2d([[1]])) as tf.Tensor).dataSync();
      expect(value).toBeCloseTo(0.7, 6);
    });
  });
});

it('a model.json of Keras 3 is not loaded, for its batch_shape', async () => {
  const input = { class_name: 'InputLayer', config: { batch_shape: [null, 4], name: 'series' } };
  const dense = { class_name: 'Dense', config: { name: 'dense', units: 1 } };
  const config = { name: 'sequential', layers: [input, dense] };
  const saved = tf.io.fromMemory({ modelTopology: { class_name: 'Sequential', config } });
  await expect(loadLayersModel(saved)).rejects.toThrow(/batchInputShape/);
});

describe('the tape', () => {
  it('cannot differentiate unstack where there is one output', () => {
    const only = (x: tf.Tensor) => tf.unstack(x, 1)[0]!;
    tf.tidy(() => {
      expect(tf.grad(only)(tf.ones([2, 2])).shape).toEqual([2, 2]);
      expect(() => tf.grad(only)(tf.ones([2, 1]))).toThrow(/tensors passed to stack/);
    });
  });

  const name = 'TwoOutputs';

  /** Runs an op with two outputs, x and an array of `size`, and differentiates through the first one. */
  function differentiate(size: number, onGradient: (dys: tf.Tensor[]) => void, inputs = {}): void {
    tf.registerKernel({
      kernelName: name,
      backendName: 'cpu',
      kernelFunc: ({ inputs: { x } }) => [tf.clone(x as tf.Tensor), tf.ones([size])],
    });
    tf.registerGradient({
      kernelName: name,
      gradFunc: (dy) => {
        const dys = dy as unknown as tf.Tensor[];
        onGradient(dys);
        return { x: () => dys[0]! };
      },
    });
    try {
      tf.tidy(() => {
        tf.grad((x) => tf.sum(tf.engine().runKernel<tf.Tensor[]>(name, { x, ...inputs })[0]!))(tf.ones([2]));
      });
    } finally {
      tf.unregisterKernel(name, 'cpu');
      tf.unregisterGradient(name);
    }
  }

  it('makes an array of zeros, at full size, for the gradient of an output that nobody used', () => {
    let missing: unknown;
    differentiate(1000, ([, second]) => {
      missing = second!.dataSync();
    });
    expect(missing).toEqual(new Float32Array(1000));
  });

  it('breaks on an input that is null, so the key of an absent input is left out', () => {
    expect(() => differentiate(1, () => {}, { absent: null })).toThrow();
  });

  it('takes one output only from customGrad, so kernels and gradients have to be registered', () => {
    const twice = tf.customGrad(((x: tf.Tensor) => ({
      value: [tf.clone(x), tf.clone(x)],
      gradFunc: (dy: tf.Tensor) => dy,
    })) as unknown as Parameters<typeof tf.customGrad>[0]);
    expect(() => tf.tidy(() => twice(tf.ones([2])))).toThrow(/`obj.value` is a tensor/);
  });
});

it('a bundle of tfjs-core alone has no gradients', async () => {
  const hasGradients = async (extra: string) => {
    const { outputFiles } = await build({
      stdin: { contents: `export { grad } from '@tensorflow/tfjs-core';\n${extra}`, resolveDir: root },
      bundle: true,
      write: false,
      format: 'esm',
      logLevel: 'error',
    });
    return outputFiles[0]!.text.includes('reshapeGradConfig');
  };
  expect(await hasGradients('')).toBe(false);
  expect(await hasGradients("import '@tensorflow/tfjs-core/dist/register_all_gradients';")).toBe(true);
});

describe('the WebGPU backend', () => {
  const types = readFileSync(
    resolve(root, 'node_modules/@tensorflow/tfjs-backend-webgpu/dist/backend_webgpu.d.ts'),
    'utf8',
  );

  it('keeps private what it takes to record into its command encoder', () => {
    const fields = ['commandEncoder', 'computePassEncoder', 'commandQueueOwnedIds', 'uniformPendingDisposal'];
    const open = [...fields, 'dispatchCountInPass'].filter((field) => !types.includes(`private ${field}`));
    expect(open).toEqual([]);
  });

  it('gives a program one output', () => {
    expect(types).toMatch(/runWebGPUProgram\([^)]*\): TensorInfo;/);
  });

  /** A file of the backend as it is published, without its source map. */
  const codeOf = (name: string) =>
    readFileSync(resolve(root, 'node_modules/@tensorflow/tfjs-backend-webgpu/dist', name), 'utf8').replace(
      /^\/\/# sourceMappingURL.*$/m,
      '',
    );

  it('asks for no adapter in compatibility mode', () => {
    const code = codeOf('base.js');
    expect(code).toContain('requestAdapter(');
    expect(code).not.toContain('featureLevel');
  });

  it('has no handler for a lost device', () => {
    const code = codeOf('backend_webgpu.js');
    expect(code).toContain('this.device');
    expect(code).not.toMatch(/\.lost\b/);
  });
});
