/** Three public shapes of tf.js programs, as tf.layers builds them. Peers run them stock or fused. */
import * as tf from '@tensorflow/tfjs-core';
import { type LayersModel, layers, sequential } from '@tensorflow/tfjs-layers';
import { uniform } from '../layers/initial-values';
import { RandomStream } from '../random';
import { readAll, readJoined, type TensorTask } from './peers/tensor-subject';
import { isModel, type ModelOperation, type Shape, type Task } from './workload';

// The weights are set afterwards, and tf.js would take long to draw orthogonal ones.
const recurrentInitializer = 'zeros';

const build: Record<ModelOperation, (shape: Shape) => LayersModel> = {
  /** tfjs-examples/lstm-text-generation, "128,128": the next of about 70 characters after 40. */
  characters: ({ time, inputDim, units }) =>
    sequential({
      layers: [
        layers.lstm({ units, recurrentInitializer, returnSequences: true, inputShape: [time, inputDim] }),
        layers.lstm({ units, recurrentInitializer }),
        layers.dense({ units: inputDim, activation: 'softmax' }),
      ],
    }),
  /** tfjs issue 1213: three wide LSTMs that keep their states, one sample at a time. */
  stepped: ({ batch, inputDim, units }) => {
    const lstm = { units, recurrentInitializer, stateful: true } as const;
    return sequential({
      layers: [
        layers.lstm({ ...lstm, returnSequences: true, batchInputShape: [batch, 1, inputDim] }),
        layers.lstm({ ...lstm, returnSequences: true }),
        layers.lstm(lstm),
        layers.dense({ units: inputDim }),
      ],
    });
  },
  /** Reads a week of hours and predicts the next hour. */
  forecaster: ({ time, inputDim, units }) =>
    sequential({
      layers: [
        layers.gru({ units, recurrentInitializer, returnSequences: true, inputShape: [time, inputDim] }),
        layers.gru({ units: Math.ceil(units / 2), recurrentInitializer }),
        layers.dense({ units: 1 }),
      ],
    }),
};

/**
 * A task on one of the models: `predict`, or a training step. Its outputs are `outputs`, or `loss` and the updated
 * `weights`.
 *
 * @param prepare what the peer does to the model: fuses it, or nothing
 */
export function modelTask(
  { shape, phase, seed, corrupt }: Task,
  prepare: (model: LayersModel) => LayersModel,
): TensorTask {
  const { op, batch, time, inputDim } = shape;
  if (!isModel(op)) throw new Error(`'${op}' is not a model.`);
  const random = new RandomStream(seed, 'models');
  const draw = (size: number[], bound: number) =>
    tf.tensor(uniform(tf.util.sizeFromShape(size), bound, random), size);
  const stock = build[op](shape);
  tf.tidy(() => {
    const weights = stock.getWeights().map((weight) => draw(weight.shape, 1 / Math.sqrt(shape.units)));
    // Small enough that only a real comparison finds it.
    if (corrupt) weights[0] = tf.add(weights[0]!, 0.01);
    stock.setWeights(weights);
  });
  const model = prepare(stock);
  const letters = (count: number) =>
    tf.tensor1d(Int32Array.from({ length: count }, () => random.integer(inputDim)));
  const oneHot = (indices: tf.Tensor1D) => tf.cast(tf.oneHot(tf.cast(indices, 'int32'), inputDim), 'float32');
  const isText = op === 'characters';
  const x = tf.tidy(() =>
    isText
      ? tf.reshape(oneHot(letters(batch * time)), [batch, time, inputDim])
      : draw([batch, time, inputDim], 1),
  );
  if (phase === 'forward') {
    return {
      launch() {
        const outputs = model.predict(x, { batchSize: batch }) as tf.Tensor;
        return { last: outputs, read: () => readAll({ outputs }), dispose: () => outputs.dispose() };
      },
    };
  }
  const y = tf.tidy(() => (isText ? oneHot(letters(batch)) : draw([batch, 1], 1)));
  const optimizer = isText ? tf.train.rmsprop(0.01) : tf.train.adam(0.001);
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const lossOf = (answers: tf.Tensor): tf.Scalar =>
    // Like tf.js's categoricalCrossentropy and meanSquaredError.
    isText
      ? (tf.neg(tf.mean(tf.sum(tf.mul(y, tf.log(tf.clipByValue(answers, 1e-7, 1 - 1e-7))), -1))) as tf.Scalar)
      : (tf.losses.meanSquaredError(y, answers) as tf.Scalar);
  return {
    launch() {
      const step = () => lossOf(model.apply(x, { training: true }) as tf.Tensor);
      const loss = optimizer.minimize(step, true, variables) as tf.Scalar;
      return {
        last: loss,
        read: async () => ({ ...(await readAll({ loss })), weights: await readJoined(variables) }),
        dispose: () => loss.dispose(),
      };
    },
  };
}
