/** Ops on a backend without kernels of ours, against those on the CPU. */
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-layers';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import * as tf from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { attentionPool, crossEntropy, gruStep, lstmStep, registerKernels } from '../../../src/kernels';
import { RandomStream } from '../../../src/random';
import {
  attentionShapes,
  drawAttention,
  drawGRU,
  drawLSTM,
  gruShapes,
  lstmShapes,
  normals,
} from '../../support/cases';
import { expectAllClose, expectClose } from '../../support/numeric';
import { attentionTraining, gruResults, gruTraining, lstmResults, lstmTraining } from '../../support/ops';
import { forRandomCases } from '../../support/random-cases';

const largest = { batch: 4, time: 7, inputDim: 3, units: 5 };
const info = vi.spyOn(console, 'info').mockImplementation(() => {});

beforeAll(async () => {
  const wasm = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/package.json');
  setWasmPaths(`${dirname(wasm)}/wasm-out/`);
  registerKernels();
  await tf.setBackend('cpu');
  await tf.setBackend('wasm');
});

afterEach(() => {
  expect(tf.memory().numTensors).toBe(0);
});

/** Runs `work` on both backends. */
async function onBoth<Result>(work: () => Promise<Result>): Promise<{ cpu: Result; wasm: Result }> {
  tf.setBackend('cpu');
  const cpu = await work();
  tf.setBackend('wasm');
  return { cpu, wasm: await work() };
}

describe('on the backend wasm', () => {
  it('lstm and bidirectionalLstm compute what they compute on the CPU', async () => {
    await forRandomCases(lstmShapes(largest), 20, async (shape) => {
      const input = drawLSTM(shape);
      const random = new RandomStream(shape.seed, 'gradients');
      const features = input.directions.length * input.units;
      const gradients = {
        dOutputs: normals(random, input.batch * input.time * features),
        dFinalH: normals(random, input.batch * features),
        dFinalC: normals(random, input.batch * features),
      };
      const forward = await onBoth(() => lstmResults(input));
      expectAllClose(forward.wasm, forward.cpu, 1e-5);
      const training = await onBoth(() => lstmTraining(input, gradients));
      expectAllClose(training.wasm.outputs, training.cpu.outputs, 1e-5);
      expectAllClose(training.wasm.gradients, training.cpu.gradients, 1e-4);
    });
  });

  it('gru and bidirectionalGru compute what they compute on the CPU', async () => {
    await forRandomCases(gruShapes(largest), 20, async (shape) => {
      const input = drawGRU(shape);
      const random = new RandomStream(shape.seed, 'gradients');
      const features = input.directions.length * input.units;
      const gradients = {
        dOutputs: normals(random, input.batch * input.time * features),
        dFinalH: normals(random, input.batch * features),
      };
      const forward = await onBoth(() => gruResults(input));
      expectAllClose(forward.wasm, forward.cpu, 1e-5);
      const training = await onBoth(() => gruTraining(input, gradients));
      expectAllClose(training.wasm.outputs, training.cpu.outputs, 1e-5);
      expectAllClose(training.wasm.gradients, training.cpu.gradients, 1e-4);
    });
  });

  it('attentionPool computes what it computes on the CPU', async () => {
    await forRandomCases(attentionShapes({ batch: 4, time: 9, features: 6, units: 5 }), 20, async (shape) => {
      const input = drawAttention(shape);
      const random = new RandomStream(shape.seed, 'gradients');
      const gradients = {
        dContext: normals(random, input.batch * input.features),
        dWeights: normals(random, input.batch * input.time),
      };
      const { cpu, wasm } = await onBoth(() => attentionTraining(input, gradients));
      expectAllClose(wasm.outputs, cpu.outputs, 1e-5);
      expectAllClose(wasm.gradients, cpu.gradients, 1e-4);
    });
  });

  it('steps and the loss compute what they compute on the CPU', async () => {
    const [batch, units] = [3, 4];
    const random = new RandomStream(1);
    const values = (...shape: number[]) => tf.tensor(normals(random, tf.util.sizeFromShape(shape)), shape);
    const [x, h, c] = [values(batch, 2), values(batch, units), values(batch, units)];
    const lstm = { kernel: values(2, 16), recurrentKernel: values(units, 16), bias: values(16) };
    const gru = { kernel: values(2, 12), recurrentKernel: values(units, 12), bias: values(2, 12) };
    const labels = tf.tensor1d([0, 1, 1], 'int32');
    const read = async (work: () => tf.Tensor[]) => {
      const tensors = tf.tidy(work);
      const results = await Promise.all(tensors.map((tensor) => tensor.data()));
      tf.dispose(tensors);
      return results;
    };
    for (const work of [
      () => Object.values(lstmStep(x, { h, c }, lstm)),
      () => [gruStep(x, h, gru)],
      () => tf.grads((...[x, h]: tf.Tensor[]) => gruStep(x!, h!, gru))([x, h]),
      ...[1, 2, 3].flatMap((classes) => {
        const loss = (values: tf.Tensor) => crossEntropy(tf.slice(values, [0, 0], [batch, classes]), labels);
        return [() => Object.values(loss(c)), () => [tf.grad((values) => loss(values).loss)(c)]];
      }),
    ]) {
      const { cpu, wasm } = await onBoth(() => read(work));
      expect(wasm).toHaveLength(cpu.length);
      cpu.forEach((expected, n) => {
        expectClose(`result ${n}`, wasm[n]!, expected, 1e-5);
      });
    }
    tf.dispose([x, h, c, lstm, gru, labels]);
  });

  it('what is in the padding does not count, be it NaN', async () => {
    const run = async () => {
      const values = tf.tensor3d([1, 2, Number.NaN, 4, 5, 6], [2, 3, 1]);
      const lengths = tf.tensor1d([2, 3], 'int32');
      const [outputs, gradient] = tf.tidy(() => {
        const pool = (series: tf.Tensor) =>
          attentionPool(series, { score: 'dot', query: tf.ones([1]) }, { lengths }).context;
        return [pool(values), tf.grad(pool)(values)];
      });
      const results = { outputs: await outputs!.data(), gradient: await gradient!.data() };
      tf.dispose([values, lengths, outputs!, gradient!]);
      return results;
    };
    const { cpu, wasm } = await onBoth(run);
    expectAllClose(wasm, cpu, 1e-5);
  });

  it('says once that it goes without kernels', () => {
    expect(info.mock.calls.map(([text]) => text)).toEqual([
      expect.stringContaining("Gatewave has no kernels for the backend 'wasm'"),
    ]);
  });
});
