/**
 * The classifier built from tf.js's own layers, for programs that do not have ours:
 *
 *     series → bidirectional(lstm) → dense tanh → dense → permute → softmax → dot with the lstm's outputs → dense
 *
 * tf.js's softmax goes over the last dimension only, so the scores [batch, time, 1] become [batch, 1, time] before
 * it. The score 'dot' has no tanh layer, and its query is divided by √features beforehand.
 */
import { tensor, tidy } from '@tensorflow/tfjs-core';
import { input, type LayersModel, layers, model as layersModel } from '@tensorflow/tfjs-layers';
import { type ClassifierSizes, logitCount, type WeightValues } from '../network/classifier';
import { bidirectionalWeights, tensorsOf } from './classifier-tensors';
import { layerWeights } from './recurrent';
import type { WeightTensor } from './tensors';

type Symbolic = ReturnType<typeof input>;

/**
 * A model with the classifier's weights and outputs: probability [batch, 1] or [batch, classes], attention [batch,
 * time]. It takes series of any length. The caller disposes of it.
 */
export function stockModel(sizes: ClassifierSizes, values: WeightValues): LayersModel {
  const model = buildStock(sizes);
  const value = tensorsOf(values, sizes);
  const query = value('attention/query');
  const features = 2 * sizes.units;
  const score: WeightTensor[] =
    sizes.score === 'additive'
      ? [value('attention/kernel'), value('attention/bias'), query]
      : [{ ...query, data: query.data.map((number) => number / Math.sqrt(features)) }];
  const weights = [
    ...layerWeights(bidirectionalWeights(value)),
    ...score,
    value('logits/kernel'),
    value('logits/bias'),
  ];
  tidy(() => {
    const shapes = model.getWeights().map(({ shape }) => shape);
    model.setWeights(weights.map(({ data }, i) => tensor(data, shapes[i])));
  });
  return model;
}

function buildStock({ channels, units, score, attentionUnits, classes }: ClassifierSizes): LayersModel {
  const series = input({ shape: [null, channels], name: 'series' });
  const hidden = layers
    .bidirectional({
      name: 'bidirectional',
      mergeMode: 'concat',
      layer: layers.lstm({
        units,
        returnSequences: true,
        recurrentActivation: 'sigmoid',
        // All weights are replaced, and an orthogonal matrix would take long to draw.
        recurrentInitializer: 'glorotUniform',
      }) as Parameters<typeof layers.bidirectional>[0]['layer'],
    })
    .apply(series) as Symbolic;
  const scored =
    score === 'additive'
      ? (layers
          .dense({ name: 'attention_hidden', units: attentionUnits, activation: 'tanh' })
          .apply(hidden) as Symbolic)
      : hidden;
  const scores = layers.dense({ name: 'attention_score', units: 1, useBias: false }).apply(scored);
  const row = layers.permute({ name: 'attention_row', dims: [2, 1] }).apply(scores);
  const weights = layers
    .activation({ name: 'attention_weights', activation: 'softmax' })
    .apply(row) as Symbolic;
  const attention = layers.reshape({ name: 'attention', targetShape: [-1] }).apply(weights) as Symbolic;
  const sum = layers.dot({ name: 'weighted_sum', axes: [2, 1] }).apply([weights, hidden]);
  const context = layers.reshape({ name: 'context', targetShape: [2 * units] }).apply(sum);
  const logits = layers.dense({ name: 'logits', units: logitCount(classes) }).apply(context);
  const activation = classes === 2 ? 'sigmoid' : 'softmax';
  const probability = layers.activation({ name: 'probability', activation }).apply(logits) as Symbolic;
  return layersModel({ name: 'classifier', inputs: series, outputs: [probability, attention] });
}
