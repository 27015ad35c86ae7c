/** Training steps and forward passes by the wall clock, kernels one by one, and the tuner's choices. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '@tensorflow/tfjs-core';
import { classifierSizes, taskOps, tunableOps } from '../../src/benchmark/plans';
import type { Shape } from '../../src/benchmark/workload';
import { bidirectionalLstm, tune } from '../../src/kernels';
import { measurePlan } from '../../src/kernels/webgpu/measure';
import { median } from '../../src/kernels/webgpu/statistics';
import { openDevice } from '../../src/model/device/open-device';
import { Classifier, parameterCount } from '../../src/model/network/classifier';
import { trainingStep } from '../../src/model/training/training-step';
import { RandomStream } from '../../src/random';
import { type SpeedMeasurement, say } from '../records';
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
  const training = await paceOf(trainingRun(shape));
  const forward = await paceOf(forwardRun(shape));
  say({ part: 'speed', shape: name, tuned, training, forward });
  if (!kernels) return;
  const { device } = tf.backend() as WebGPUBackend;
  for (const { plan, inputs } of taskOps({ shape, phase: 'train' }, profile)) {
    for (const { label, milliseconds, cost, source } of await measurePlan(device, plan, inputs)) {
      say({ part: 'kernel', shape: name, op: plan.name, label, milliseconds, ...cost, source });
    }
  }
}

interface Run {
  /** Queues one run. @returns a small tensor that is ready when the run is over. */
  queue(): tf.Tensor;
  dispose(): void;
}

function trainingRun(shape: Shape): Run {
  const { batch } = shape;
  const sizes = classifierSizes(shape);
  const classifier = Classifier.create(sizes, 'torch', 0);
  const x = randomInput(shape);
  const labels = tf.tensor1d(
    Array.from({ length: batch }, (_, i) => i % 2),
    'int32',
  );
  const count = parameterCount(sizes);
  let moments = { m: tf.zeros([count]) as tf.Tensor1D, v: tf.zeros([count]) as tf.Tensor1D };
  let step = 0;
  return {
    queue() {
      const settings = { learningRate: 1e-3, clipNorm: 1, step: ++step };
      const {
        loss,
        accuracy,
        gradientNorm,
        moments: next,
      } = trainingStep(classifier, { x, labels }, moments, settings);
      tf.dispose([moments.m, moments.v, accuracy, gradientNorm]);
      moments = next;
      return loss;
    },
    dispose() {
      classifier.dispose();
      tf.dispose([x, labels, moments.m, moments.v]);
    },
  };
}

function forwardRun(shape: Shape): Run {
  const x = randomInput(shape);
  const random = new RandomStream(1, 'weights');
  const weights = () => ({
    kernel: draw([shape.inputDim, 4 * shape.units], random) as tf.Tensor2D,
    recurrentKernel: draw([shape.units, 4 * shape.units], random) as tf.Tensor2D,
    bias: draw([4 * shape.units], random) as tf.Tensor1D,
  });
  const both = { forward: weights(), backward: weights() };
  return {
    queue() {
      const { outputs, finalH, finalC } = bidirectionalLstm(x, both);
      tf.dispose([outputs, finalC]);
      return finalH;
    },
    dispose: () => tf.dispose([x, ...Object.values(both.forward), ...Object.values(both.backward)]),
  };
}

const randomInput = ({ batch, time, inputDim }: Shape) =>
  draw([batch, time, inputDim], new RandomStream(0, 'input'), 1) as tf.Tensor3D;

function draw(shape: number[], random: RandomStream, scale = 0.2): tf.Tensor {
  const values = Float32Array.from(
    { length: tf.util.sizeFromShape(shape) },
    () => scale * (2 * random.next() - 1),
  );
  return tf.tensor(values, shape);
}

/** Milliseconds that runs in a row should take together, and the most of them. */
const WINDOW = 1500;
const MOST_RUNS = 50;

/** Medians of three, after two runs that compile and warm up. */
async function paceOf(run: Run): Promise<SpeedMeasurement['training']> {
  const time = async (times: number) => {
    const start = performance.now();
    let last: tf.Tensor | undefined;
    for (let i = 0; i < times; i++) {
      last?.dispose();
      last = run.queue();
    }
    await last!.data();
    last!.dispose();
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
