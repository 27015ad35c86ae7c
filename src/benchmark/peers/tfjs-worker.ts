/** Stock TensorFlow.js: `tf.layers` and its own optimizer, on its own backends. */
import './counters';
import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { input, type LayersModel, layers, model, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { initialiseWebGPU } from '../../kernels/webgpu/device';
import { modelTask } from '../models';
import { type TaskData, training, weightList } from '../task-data';
import { isModel, type Shape, type Task } from '../workload';
import { serve } from './serve';
import { readAll, readJoined, type TensorTask, tensorSubject } from './tensor-subject';

serve(async (backend) => {
  await openBackend(backend);
  return async (task, data) => tensorSubject(makeTask(task, data));
});

async function openBackend(backend: string): Promise<void> {
  if (backend === 'webgpu') {
    // Stock asks for a core adapter and for small limits only; with ours it runs wherever our kernels run.
    await initialiseWebGPU();
    return;
  }
  if (backend === 'webgl') {
    if (!new OffscreenCanvas(1, 1).getContext('webgl2')) {
      throw new Error('The browser offers no WebGL 2 to a worker, beside this adapter.');
    }
    await import('@tensorflow/tfjs-backend-webgl');
    tf.env().set('SOFTWARE_WEBGL_ENABLED', true);
  }
  if (backend === 'wasm') await (await import('./tfjs-wasm')).loadWasm();
  if (!(await tf.setBackend(backend))) throw new Error(`tf.js cannot start its backend '${backend}' here.`);
}

function makeTask(task: Task, data: TaskData): TensorTask {
  const { shape, phase } = task;
  if (isModel(shape.op)) return modelTask(task, (model) => model);
  if (phase === 'train') return trainingTask(shape, data);
  return shape.op === 'step' ? stepTask(shape, data) : forwardTask(shape, data);
}

function forwardTask(shape: Shape, data: TaskData): TensorTask {
  const { batch, time, inputDim, units } = shape;
  const x = tf.tensor3d(data.x, [batch, time, inputDim]);
  const series = input({ shape: [time, inputDim] });
  const stock = model({ inputs: series, outputs: encode(series, shape) });
  setWeights(stock, cellWeights(data));
  return {
    launch() {
      const outputs = stock.predict(x, { batchSize: batch }) as tf.Tensor3D;
      const last = tf.slice(outputs, [0, time - 1, 0], [batch, 1, 2 * units]);
      return { last, read: () => readAll({ outputs }), dispose: () => tf.dispose([outputs, last]) };
    },
  };
}

function stepTask({ batch, inputDim, units }: Shape, data: TaskData): TensorTask {
  const cell = layers.lstmCell({ units, recurrentActivation: 'sigmoid', recurrentInitializer: 'zeros' });
  cell.build([batch, inputDim]);
  const weights = cellWeights(data);
  tf.tidy(() =>
    cell.setWeights(weights.map((values, i) => tf.tensor(values, cell.weights[i]!.shape as number[]))),
  );
  const x = tf.tensor2d(data.x, [batch, inputDim]);
  const h = tf.tensor2d(data.state.h, [batch, units]);
  const c = tf.tensor2d(data.state.c, [batch, units]);
  return {
    launch() {
      const [, nextH, nextC] = tf.tidy(() => cell.call([x, h, c], {})) as [tf.Tensor, tf.Tensor, tf.Tensor];
      const next = { h: nextH, c: nextC };
      return { last: nextH, read: () => readAll(next), dispose: () => tf.dispose(next) };
    },
  };
}

function trainingTask(shape: Shape, data: TaskData): TensorTask {
  const { batch, time, inputDim } = shape;
  const x = tf.tensor3d(data.x, [batch, time, inputDim]);
  const labels = tf.tensor2d(Float32Array.from(data.labels), [batch, 1]);
  const stock = buildClassifier(shape);
  setWeights(stock, weightList(data));
  const variables = stock.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const { learningRate, beta1, beta2, epsilon } = training;
  const optimizer = tf.train.adam(learningRate, beta1, beta2, epsilon);
  return {
    launch() {
      const { loss, gradientNorm, gradients } = tf.tidy(() => {
        const { value, grads } = tf.variableGrads(
          () => tf.losses.sigmoidCrossEntropy(labels, stock.apply(x, { training: true }) as tf.Tensor),
          variables,
        );
        return { loss: value, ...clip(variables.map(({ name }) => grads[name] as tf.Tensor)) };
      });
      optimizer.applyGradients(variables.map(({ name }, i) => ({ name, tensor: gradients[i] as tf.Tensor })));
      return {
        last: loss,
        read: async () => ({
          ...(await readAll({ loss, gradientNorm })),
          gradients: await readJoined(gradients),
          weights: await readJoined(variables),
        }),
        dispose: () => tf.dispose([loss, gradientNorm, gradients]),
      };
    },
  };
}

/** The gradients scaled to a global norm of at most `clipNorm`. */
function clip(gradients: tf.Tensor[]): { gradientNorm: tf.Tensor; gradients: tf.Tensor[] } {
  // Not addN: on WebGPU it binds every tensor at once, and more than seven are too many for many devices.
  const squares = gradients.map((gradient) => tf.sum(tf.square(gradient)));
  const gradientNorm = tf.sqrt(squares.reduce((sum, square) => tf.add(sum, square)));
  const scale = tf.minimum(1, tf.div(training.clipNorm, tf.add(gradientNorm, 1e-6)));
  return { gradientNorm, gradients: gradients.map((gradient) => tf.mul(gradient, scale)) };
}

function encode(series: SymbolicTensor, { op, units }: Shape): SymbolicTensor {
  const options = {
    units,
    returnSequences: true,
    recurrentActivation: 'sigmoid',
    // The weights are set afterwards, and drawing orthogonal ones would take long.
    recurrentInitializer: 'zeros',
  } as const;
  const layer = op === 'bigru' ? layers.gru(options) : layers.lstm(options);
  return layers.bidirectional({ layer, mergeMode: 'concat' }).apply(series) as SymbolicTensor;
}

/** Our classifier from stock layers; the attention from dense layers, a softmax and a dot product. */
function buildClassifier(shape: Shape): LayersModel {
  const { time, inputDim, attentionUnits } = shape;
  const series = input({ shape: [time, inputDim] });
  const hidden = encode(series, shape);
  const energies = layers.dense({ units: attentionUnits, activation: 'tanh' }).apply(hidden);
  const scores = layers.dense({ units: 1, useBias: false }).apply(energies);
  // tf.js has softmax along the last axis only.
  const probabilities = layers.softmax().apply(layers.flatten().apply(scores));
  const weights = layers.reshape({ targetShape: [time, 1] }).apply(probabilities) as SymbolicTensor;
  const pooled = layers.dot({ axes: [1, 1] }).apply([weights, hidden]);
  const logits = layers.dense({ units: 1 }).apply(layers.flatten().apply(pooled)) as SymbolicTensor;
  return model({ inputs: series, outputs: logits });
}

function cellWeights({ directions }: TaskData): Float32Array[] {
  return directions.flatMap(({ kernel, recurrentKernel, bias }) => [kernel, recurrentKernel, bias]);
}

function setWeights(stock: LayersModel, values: Float32Array[]): void {
  tf.tidy(() =>
    stock.setWeights(values.map((given, i) => tf.tensor(given, stock.weights[i]!.shape as number[]))),
  );
}
