/** Times a training step of the classifier on our kernels and on tf.js's own layers, for scripts/speed.ts. */
import * as tf from '@tensorflow/tfjs-core';
import { input, layers, model, type SymbolicTensor } from '@tensorflow/tfjs-layers';
import { adam, bidirectionalLstm, crossEntropy } from '../../src/kernels';
import { Classifier } from '../../src/model/classifier';
import { openDevice } from '../../src/model/device';
import { trainingStep } from '../../src/model/training-step';

const batch = 32;
const units = 32;
const attentionUnits = 64;

export interface Timing {
  name: string;
  time: number;
  /** The first run, which compiles. */
  warmup: number;
  /** Milliseconds of each later run. */
  runs: number[];
}

/** Forward pass of the BiLSTM and a training step of the whole classifier, at `time` steps. */
export async function ours(time: number, repetitions: number): Promise<Timing[]> {
  await openDevice('webgpu');
  const sizes = { channels: 1, units, attentionUnits, score: 'additive', classes: 2 } as const;
  const classifier = Classifier.create(sizes, 'torch', 1);
  const { x, labels } = data(time);
  const weights = [...classifier.variables.values()].map((variable) => variable.read());
  const [kernel0, recurrent0, bias0, kernel1, recurrent1, bias1] = weights as [
    tf.Tensor,
    tf.Tensor,
    tf.Tensor,
    tf.Tensor,
    tf.Tensor,
    tf.Tensor,
  ];
  const forward = await timed('forward', time, repetitions, () =>
    tf.tidy(() => {
      const { finalH } = bidirectionalLstm(x, {
        forward: { kernel: kernel0, recurrentKernel: recurrent0, bias: bias0 },
        backward: { kernel: kernel1, recurrentKernel: recurrent1, bias: bias1 },
      });
      return finalH;
    }),
  );
  const size = weights.reduce((sum, weight) => sum + weight.size, 0);
  const moments = { m: tf.zeros([size]) as tf.Tensor1D, v: tf.zeros([size]) as tf.Tensor1D };
  const settings = { learningRate: 1e-3, step: 1, clipNorm: 1 };
  const training = await timed('training step', time, repetitions, () => {
    const result = trainingStep(classifier, { x, labels }, moments, settings);
    tf.dispose([result.moments.m, result.moments.v, result.accuracy, result.gradientNorm]);
    return result.loss;
  });
  return [forward, training];
}

/** The same network of tf.layers: the attention from dense layers, the optimizer and the loss ours (they are cheap). */
export async function stock(time: number, repetitions: number): Promise<Timing[]> {
  await openDevice('webgpu');
  const { x, labels } = data(time);
  const series = input({ shape: [time, 1] });
  const cell = () =>
    layers.lstm({
      units,
      returnSequences: true,
      recurrentActivation: 'sigmoid',
      recurrentInitializer: 'glorotUniform',
    });
  const hidden = layers.bidirectional({ layer: cell(), mergeMode: 'concat' }).apply(series) as SymbolicTensor;
  const lstm = model({ inputs: series, outputs: hidden });
  const forward = await timed('forward', time, repetitions, () => lstm.predict(x) as tf.Tensor);

  const scores = layers
    .dense({ units: 1, useBias: false })
    .apply(layers.dense({ units: attentionUnits, activation: 'tanh' }).apply(hidden)) as SymbolicTensor;
  // tf.js has softmax along the last axis only.
  const probabilities = layers.softmax().apply(layers.flatten().apply(scores)) as SymbolicTensor;
  const weights = layers.reshape({ targetShape: [time, 1] }).apply(probabilities) as SymbolicTensor;
  const pooled = layers.dot({ axes: [1, 1] }).apply([weights, hidden]) as SymbolicTensor;
  const logits = layers.dense({ units: 1 }).apply(layers.flatten().apply(pooled)) as SymbolicTensor;
  const classifier = model({ inputs: series, outputs: logits });
  const parameters = classifier.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const size = parameters.reduce((sum, weight) => sum + weight.size, 0);
  const moments = { m: tf.zeros([size]) as tf.Tensor1D, v: tf.zeros([size]) as tf.Tensor1D };
  const settings = { learningRate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, step: 1, clipNorm: 1 };
  const training = await timed('training step', time, repetitions, () =>
    tf.tidy(() => {
      const { value, grads } = tf.variableGrads(
        () => crossEntropy(classifier.apply(x, { training: true }) as tf.Tensor, labels).loss,
        parameters,
      );
      const gradients = parameters.map((parameter) => grads[parameter.name] as tf.Tensor);
      adam({ parameters, gradients, moments }, settings);
      return value;
    }),
  );
  return [forward, training];
}

function data(time: number) {
  const x = tf.randomUniform([batch, time, 1], -1, 1, 'float32', 1) as tf.Tensor3D;
  const labels = tf.tensor1d(
    Array.from({ length: batch }, (_, row) => row % 2),
    'int32',
  );
  return { x, labels };
}

/** Waits for each run's result to arrive before the next one starts. */
async function timed(name: string, time: number, repetitions: number, run: () => tf.Tensor): Promise<Timing> {
  const runs: number[] = [];
  for (let repetition = 0; repetition <= repetitions; repetition++) {
    const start = performance.now();
    const result = run();
    await result.data();
    result.dispose();
    runs.push(performance.now() - start);
  }
  const [warmup, ...later] = runs as [number, ...number[]];
  return { name, time, warmup, runs: later };
}
