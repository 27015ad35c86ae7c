/** Training steps and forward passes by the wall clock, kernels one by one, and the tuner's choices. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { classifierSizes, taskOps, tunableOps } from '../../src/benchmark/plans';
import type { Shape } from '../../src/benchmark/workload';
import { bucketsByLength } from '../../src/data/batches';
import type { Dataset } from '../../src/data/dataset';
import { bidirectionalLstm, tune } from '../../src/kernels';
import { measurePlan } from '../../src/kernels/webgpu/measure';
import { median } from '../../src/kernels/webgpu/statistics';
import { openDevice } from '../../src/model/device/open-device';
import { Classifier } from '../../src/model/network/classifier';
import { chooseEngine } from '../../src/model/training/choose-engine';
import { largestGroup } from '../../src/model/training/engine';
import { recipes } from '../../src/model/training/recipes';
import { RandomStream } from '../../src/random';
import { type Pace, type Paces, say } from '../records';
import { shapeName } from '../shapes';

export interface SpeedOptions {
  /** Lets the tuner choose the variants first. */
  tuned: boolean;
  /** Also times each dispatch of a training step. */
  kernels: boolean;
}

export async function measureSpeed(shape: Shape, { tuned, kernels }: SpeedOptions): Promise<void> {
  const { profile } = await openDevice('webgpu', { tune: false });
  const name = shapeName(shape);
  if (tuned) {
    for (const { op, variants, chosen } of await tune(tunableOps({ shape, phase: 'train' }))) {
      say({ part: 'tuning', shape: name, op, variants, chosen });
    }
  }
  say({ part: 'speed', shape: name, tuned, ...(await pacesOf(shape)) });
  if (!kernels) return;
  const { device } = tf.backend() as WebGPUBackend;
  for (const { plan, inputs } of taskOps({ shape, phase: 'train' }, profile)) {
    for (const { label, milliseconds, cost, source } of await measurePlan(device, plan, inputs)) {
      say({ part: 'kernel', shape: name, op: plan.name, label, milliseconds, ...cost, source });
    }
  }
}

/** What the host spends, on a device that executes nothing: the same runs, told apart from those of a real one. */
export async function measureHost(shape: Shape): Promise<void> {
  await openDevice('webgpu', { tune: false });
  say({ part: 'host', shape: shapeName(shape), ...(await pacesOf(shape)) });
}

async function pacesOf(shape: Shape): Promise<Paces> {
  return { training: await paceOf(await trainingRun(shape)), forward: await paceOf(forwardRun(shape)) };
}

interface Run {
  /** Queues runs in a row, and waits for the last one. */
  go(times: number): Promise<unknown>;
  dispose(): void;
}

/** Steps as a training does them: the program, in groups of what one submit takes. */
async function trainingRun(shape: Shape): Promise<Run> {
  const classifier = Classifier.create(classifierSizes(shape), 'torch', 0);
  const { batch } = shape;
  const data = randomSeries(shape);
  const recipe = { ...recipes.article, batchSize: batch };
  const parts = { train: data, validation: data };
  const engine = chooseEngine(classifier, recipe, parts, 0, bucketsByLength(data));
  await engine.begin();
  const indices = Int32Array.from({ length: batch }, (_, i) => i);
  let globalStep = 0;
  const order = () => ({ indices, learningRate: 1e-3, globalStep: globalStep++ });
  return {
    async go(times) {
      const groups: Promise<unknown>[] = [];
      for (let done = 0; done < times; done += largestGroup) {
        const steps = Math.min(largestGroup, times - done);
        groups.push(engine.queue(Array.from({ length: steps }, order)));
      }
      await Promise.all(groups);
    },
    dispose() {
      engine.end();
      engine.dispose();
      classifier.dispose();
    },
  };
}

function forwardRun(shape: Shape): Run {
  const { batch, time, inputDim } = shape;
  const x = tf.tensor3d(randomSeries(shape).series, [batch, time, inputDim]);
  const random = new RandomStream(1, 'weights');
  const weights = () => ({
    kernel: draw([inputDim, 4 * shape.units], random) as tf.Tensor2D,
    recurrentKernel: draw([shape.units, 4 * shape.units], random) as tf.Tensor2D,
    bias: draw([4 * shape.units], random) as tf.Tensor1D,
  });
  const both = { forward: weights(), backward: weights() };
  return {
    async go(times) {
      let last: tf.Tensor | undefined;
      for (let i = 0; i < times; i++) {
        last?.dispose();
        const { outputs, finalH, finalC } = bidirectionalLstm(x, both);
        tf.dispose([outputs, finalC]);
        last = finalH;
      }
      await last?.data();
      last?.dispose();
    },
    dispose: () => tf.dispose([x, ...Object.values(both.forward), ...Object.values(both.backward)]),
  };
}

function randomSeries({ batch, time, inputDim }: Shape): Dataset {
  const random = new RandomStream(0, 'input');
  return {
    count: batch,
    time,
    channels: inputDim,
    classNames: ['0', '1'],
    labels: Int32Array.from({ length: batch }, (_, i) => i % 2),
    series: Float32Array.from({ length: batch * time * inputDim }, () => 2 * random.next() - 1),
  };
}

function draw(shape: number[], random: RandomStream): tf.Tensor {
  const values = Float32Array.from({ length: tf.util.sizeFromShape(shape) }, () => 0.4 * random.next() - 0.2);
  return tf.tensor(values, shape);
}

/** Milliseconds that runs in a row should take together, and the most of them. */
const WINDOW = 1500;
const MOST_RUNS = 512;

/** Medians of three, after two runs that compile and warm up. */
async function paceOf(run: Run): Promise<Pace> {
  const time = async (times: number) => {
    const start = performance.now();
    await run.go(times);
    return performance.now() - start;
  };
  try {
    await time(1);
    await time(2);
    const alone = median([await time(1), await time(1), await time(1)]);
    const times = Math.max(1, Math.min(MOST_RUNS, Math.floor(WINDOW / alone)));
    const rounds: number[] = [];
    for (let i = 0; i < 3; i++) rounds.push((await time(times)) / times);
    return { inARow: median(rounds), alone };
  } finally {
    run.dispose();
  }
}
