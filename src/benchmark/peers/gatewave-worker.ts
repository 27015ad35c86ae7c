/** Our own kernels, on the tf.js backends 'webgpu' and 'cpu'. */
import './counters';
import * as tf from '@tensorflow/tfjs-core';
import { fuse } from '../../fuse/fuse';
import { bidirectionalGru, bidirectionalLstm, lstmStep, tune } from '../../kernels';
import { compilePlans } from '../../kernels/webgpu/execute';
import type { Plan } from '../../kernels/webgpu/plan';
import { openDevice } from '../../model/device/open-device';
import { Classifier, weightShapes } from '../../model/network/classifier';
import { trainingStep } from '../../model/training/training-step';
import { modelTask } from '../models';
import { classifierSizes, taskOps, tunableOps } from '../plans';
import { type TaskData, training, weightList } from '../task-data';
import { gatesOf, isModel, type Shape, type Task } from '../workload';
import { serve } from './serve';
import { readAll, readJoined, type TensorTask, tensorSubject } from './tensor-subject';

serve(async (backend) => {
  const { profile } = await openDevice(backend === 'webgpu' ? 'webgpu' : 'cpu');
  return async (task, data) => {
    if (backend !== 'webgpu') return tensorSubject(makeTask(task, data));
    // The browser remembers the result, so the worker that times single kernels has it, too.
    if (task.tune) await tune(tunableOps(task));
    if (isModel(task.shape.op)) return tensorSubject(makeTask(task, data));
    const compile = await compileTime(taskOps(task, profile).map(({ plan }) => plan));
    return tensorSubject({ compile, ...makeTask(task, data) });
  };
});

/** Milliseconds to compile all pipelines of the plans, in parallel. */
async function compileTime(plans: readonly Plan[]): Promise<number> {
  const start = performance.now();
  await compilePlans(plans);
  return performance.now() - start;
}

function makeTask(task: Task, data: TaskData): TensorTask {
  const { shape, phase } = task;
  if (isModel(shape.op)) return modelTask(task, fuse);
  if (phase === 'train') return trainingTask(shape, data);
  return shape.op === 'step' ? stepTask(shape, data) : forwardTask(shape, data);
}

function forwardTask(shape: Shape, data: TaskData): TensorTask {
  const x = tf.tensor3d(data.x, [shape.batch, shape.time, shape.inputDim]);
  const [forward, backward] = cellWeights(shape, data) as [CellWeights, CellWeights];
  return {
    launch() {
      const weights = { forward, backward };
      const results =
        shape.op === 'bigru'
          ? bidirectionalGru(x, weights, { resetAfter: false })
          : bidirectionalLstm(x, weights);
      return {
        last: results.finalH,
        read: () => readAll({ outputs: results.outputs }),
        dispose: () => tf.dispose({ ...results }),
      };
    },
  };
}

function stepTask(shape: Shape, data: TaskData): TensorTask {
  const { batch, inputDim, units } = shape;
  const x = tf.tensor2d(data.x, [batch, inputDim]);
  const state = {
    h: tf.tensor2d(data.state.h, [batch, units]),
    c: tf.tensor2d(data.state.c, [batch, units]),
  };
  const [weights] = cellWeights(shape, data) as [CellWeights];
  return {
    launch() {
      const next = lstmStep(x, state, weights);
      return { last: next.h, read: () => readAll(next), dispose: () => tf.dispose(next) };
    },
  };
}

function trainingTask(shape: Shape, data: TaskData): TensorTask {
  const sizes = classifierSizes(shape);
  const classifier = Classifier.create(sizes, 'torch', 0);
  const names = [...weightShapes(sizes).keys()];
  const weights = weightList(data);
  classifier.setWeights(new Map(names.map((name, index) => [name, weights[index] as Float32Array])));
  const count = weights.reduce((sum, { length }) => sum + length, 0);
  const batch = {
    x: tf.tensor3d(data.x, [shape.batch, shape.time, shape.inputDim]),
    labels: tf.tensor1d(data.labels, 'int32'),
  };
  let moments = { m: tf.zeros([count]) as tf.Tensor1D, v: tf.zeros([count]) as tf.Tensor1D };
  let step = 0;
  return {
    launch() {
      step++;
      const { learningRate, clipNorm } = training;
      const result = trainingStep(classifier, batch, moments, { learningRate, clipNorm, step });
      tf.dispose(moments);
      moments = result.moments;
      const { loss, gradientNorm, accuracy } = result;
      return {
        last: loss,
        async read() {
          const m = (await moments.m.data()) as Float32Array;
          return {
            ...(await readAll({ loss, gradientNorm })),
            // After the first step m is (1 − β₁) times the clipped gradients.
            gradients: m.map((value) => value / (1 - training.beta1)),
            weights: await readJoined([...classifier.variables.values()].map((weight) => weight.read())),
          };
        },
        dispose: () => tf.dispose([loss, gradientNorm, accuracy]),
      };
    },
  };
}

type CellWeights = Record<'kernel' | 'recurrentKernel' | 'bias', tf.Tensor>;

function cellWeights({ op, inputDim, units }: Shape, { directions }: TaskData): CellWeights[] {
  const columns = gatesOf(op) * units;
  return directions.map(({ kernel, recurrentKernel, bias }) => ({
    kernel: tf.tensor2d(kernel, [inputDim, columns]),
    recurrentKernel: tf.tensor2d(recurrentKernel, [units, columns]),
    bias: tf.tensor1d(bias),
  }));
}
