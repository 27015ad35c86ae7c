/** Our own kernels, on the tf.js backends 'webgpu' and 'cpu'. */
import './counters';
import * as tf from '@tensorflow/tfjs-core';
import { fuse } from '../../fuse/fuse';
import { bidirectionalGru, bidirectionalLstm, lstmStep, tune } from '../../kernels';
import { compilePlans } from '../../kernels/webgpu/execute';
import type { Plan } from '../../kernels/webgpu/plan';
import { openDevice } from '../../model/device/open-device';
import { modelTask } from '../models';
import { taskOps, tunableOps } from '../plans';
import type { TaskData } from '../task-data';
import { gatesOf, isModel, type Shape, type Task } from '../workload';
import { serve } from './serve';
import { readAll, type TensorTask, tensorSubject } from './tensor-subject';
import { trainerSubject } from './trainer-subject';

serve(async (backend) => {
  const { profile } = await openDevice(backend === 'webgpu' ? 'webgpu' : 'cpu');
  return async (task, data) => {
    // The browser remembers the result, so the worker that times single kernels has it, too.
    if (task.tune) await tune(tunableOps(task));
    if (task.phase === 'train' && !isModel(task.shape.op)) return trainerSubject(task, data);
    if (backend !== 'webgpu' || isModel(task.shape.op)) return tensorSubject(makeTask(task, data));
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
  const { shape } = task;
  if (isModel(shape.op)) return modelTask(task, fuse);
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

type CellWeights = Record<'kernel' | 'recurrentKernel' | 'bias', tf.Tensor>;

function cellWeights({ op, inputDim, units }: Shape, { directions }: TaskData): CellWeights[] {
  const columns = gatesOf(op) * units;
  return directions.map(({ kernel, recurrentKernel, bias }) => ({
    kernel: tf.tensor2d(kernel, [inputDim, columns]),
    recurrentKernel: tf.tensor2d(recurrentKernel, [units, columns]),
    bias: tf.tensor1d(bias),
  }));
}
