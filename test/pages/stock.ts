/** Our layers beside tf.js's own, both on WebGPU, for test/gpu/stock.test.ts to run inside a page. */
import * as tf from '@tensorflow/tfjs-core';
import { input, type LayersModel, layers, model } from '@tensorflow/tfjs-layers';
import { Bidirectional } from '../../src/layers/bidirectional';
import { LSTM } from '../../src/layers/lstm';
import { openDevice } from '../../src/model/device/open-device';
import { RandomStream } from '../../src/random';
import { normals } from '../support/cases';
import { largestError, relativeError } from '../support/numeric';

const batch = 5;
const time = 6;
const inputDim = 2;
const units = 5;

export interface Settings {
  bidirectional: boolean;
  goBackwards?: boolean;
  returnSequences: boolean;
  recurrentActivation?: 'sigmoid' | 'hardSigmoid';
}

/** How far our layer is from tf.js's with the same weights: an output, or a gradient by the name of its weight. */
export interface Difference {
  name: string;
  isGradient: boolean;
  /** ‖ours − stock‖₂ / ‖stock‖₂; null stands for NaN or infinity, which do not travel to Node. */
  error: number | null;
  largest: number | null;
}

export async function compareWithStock(settings: Settings): Promise<Difference[]> {
  await openDevice('webgpu');
  tf.env().set('WEBGPU_CPU_FORWARD', false);
  const random = new RandomStream(1);
  const values = (shape: number[]) => tf.tensor(normals(random, tf.util.sizeFromShape(shape), 0.5), shape);
  const x = values([batch, time, inputDim]);
  const stock = modelOf(stockLayer(settings));
  const ours = modelOf(ourLayer(settings));
  const weights = stock.getWeights().map((weight) => values(weight.shape));
  stock.setWeights(weights);
  ours.setWeights(weights);
  const projection = values(stock.outputs[0]!.shape.map((size) => size ?? batch));
  const expected = await run(stock, x, projection);
  const actual = await run(ours, x, projection);
  return expected.map((one, index) => {
    const { values: given } = actual[index]!;
    return {
      name: one.name,
      isGradient: one.isGradient,
      error: finite(relativeError(given, one.values)),
      largest: finite(largestError(given, one.values).error),
    };
  });
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function stockLayer({ bidirectional, ...settings }: Settings): layers.Layer {
  // The weights are replaced anyway, and drawing orthogonal ones would take long here.
  const layer = layers.lstm({ ...settings, units, recurrentInitializer: 'zeros' });
  return bidirectional ? layers.bidirectional({ layer, mergeMode: 'concat' }) : layer;
}

function ourLayer({ bidirectional, ...settings }: Settings): layers.Layer {
  return bidirectional ? new Bidirectional({ ...settings, units }) : new LSTM({ ...settings, units });
}

function modelOf(layer: layers.Layer): LayersModel {
  const x = input({ shape: [time, inputDim] });
  return model({ inputs: x, outputs: layer.apply(x) as typeof x });
}

/** The output, and the gradients of its product with `projection`: of x, then of all weights in the layer's order. */
async function run(subject: LayersModel, x: tf.Tensor, projection: tf.Tensor) {
  const variables = subject.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const names = ['x', ...subject.trainableWeights.map((weight) => weight.originalName)];
  const output = tf.tidy(() => subject.apply(x) as tf.Tensor);
  const gradients = tf.tidy(() =>
    tf.grads((series) => tf.sum(tf.mul(subject.apply(series!) as tf.Tensor, projection)))([x, ...variables]),
  );
  return [
    { name: 'output', isGradient: false, values: await output.data() },
    ...(await Promise.all(
      gradients.map(async (gradient, index) => ({
        name: names[index]!,
        isGradient: true,
        values: await gradient.data(),
      })),
    )),
  ];
}
