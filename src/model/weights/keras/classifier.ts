/**
 * A classifier from a Keras model with the same layers:
 *
 *     hidden = Bidirectional(LSTM(units, return_sequences=True))(series)
 *     scores = Dense(1, use_bias=False)(Dense(attention_units, activation="tanh")(hidden))
 *     context = Dot(axes=1)([Softmax(axis=1)(scores), hidden])        # and a Reshape to [features]
 *     probability = Dense(1, activation="sigmoid")(context)           # or Dense(classes, activation="softmax")
 *
 * Without the Dense of attention_units it has the score 'dot', whose query is divided by √features here and not there. A
 * bias of the scores shifts all alike and has no effect.
 */
import {
  type ClassifierSizes,
  parameterCount,
  type WeightValues,
  weightShapes,
} from '../../network/classifier';
import { describeShape, WeightsError, type WeightTensor } from '../tensors';
import type { KerasLayer } from './file';
import { isKerasRecurrent, readKerasRecurrent } from './recurrent';

export interface ClassifierWeights {
  sizes: ClassifierSizes;
  values: WeightValues;
  /** What was assumed, in sentences. */
  notes: string[];
}

/**
 * Reads a classifier's weights out of the layers of a Keras or tf.js model.
 * @throws WeightsError when the model has other layers, or computes something else with them.
 */
export function classifierOfLayers(layers: readonly KerasLayer[]): ClassifierWeights {
  const weighted = layers.filter(({ weights }) => weights.length > 0);
  const [recurrent, ...dense] = weighted;
  const isDense = ({ className, weights: [kernel] }: KerasLayer) =>
    (className ?? 'Dense') === 'Dense' && kernel?.shape.length === 2;
  const fits =
    recurrent && isKerasRecurrent(recurrent) && [2, 3].includes(dense.length) && dense.every(isDense);
  if (!fits) {
    const found = weighted.map(describeLayer).join(', ') || 'no weights';
    throw new WeightsError(
      'The model is not a classifier of series with attention. That has a Bidirectional(LSTM), two Dense for the scores ' +
        `(one for dot attention) and a Dense for the classes; this one has ${found}.`,
    );
  }
  const score = dense.length === 3 ? 'additive' : 'dot';
  const { directions, notes } = readEncoder(recurrent);
  const logits = dense.at(-1) as KerasLayer;
  const [hidden, scores] = score === 'additive' ? [dense[0], dense[1]] : [undefined, dense[0]];
  if (hidden) expectActivation(hidden, ['tanh']);
  expectActivation(scores as KerasLayer, ['linear']);
  expectActivation(logits, ['sigmoid', 'softmax', 'linear']);

  const [{ kernel, recurrentKernel }] = directions;
  const units = recurrentKernel.shape[0] as number;
  const columns = logits.weights[0]?.shape[1] ?? 0;
  const sizes: ClassifierSizes = {
    channels: kernel.shape[0] as number,
    units,
    score,
    attentionUnits: hidden?.weights[0]?.shape[1] ?? 0,
    classes: Math.max(2, columns),
  };
  const values: WeightValues = new Map();
  directions.forEach((weights, i) => {
    const name = i === 0 ? 'forward' : 'backward';
    values.set(`bidirectional/${name}_kernel`, weights.kernel.data);
    values.set(`bidirectional/${name}_recurrent_kernel`, weights.recurrentKernel.data);
    values.set(`bidirectional/${name}_bias`, weights.bias.data);
  });
  const query = (scores as KerasLayer).weights[0] as WeightTensor;
  if (hidden) {
    values.set('attention/kernel', (hidden.weights[0] as WeightTensor).data);
    values.set('attention/bias', biasOf(hidden));
    values.set('attention/query', query.data);
  } else {
    values.set(
      'attention/query',
      query.data.map((value) => value * Math.sqrt(2 * units)),
    );
  }
  values.set('logits/kernel', (logits.weights[0] as WeightTensor).data);
  values.set('logits/bias', biasOf(logits));
  checkSizes(values, sizes, weighted);
  return { sizes, values, notes };
}

function readEncoder(layer: KerasLayer) {
  const { cell, directions, activation, recurrentActivation, mergeMode, notes } = readKerasRecurrent(layer);
  const wrong =
    (cell !== 'lstm' && 'is a GRU') ||
    (directions.length !== 2 && 'has one direction') ||
    (activation !== 'tanh' && `has the activation ${activation}`) ||
    (recurrentActivation !== 'sigmoid' && `has the recurrent activation ${recurrentActivation}`) ||
    (![null, 'concat'].includes(mergeMode) && `has merge_mode ${mergeMode}`);
  if (wrong) {
    throw new WeightsError(
      `The layer ${layer.name} ${wrong}; a classifier has a bidirectional LSTM with tanh, sigmoid and merge_mode concat.`,
    );
  }
  return { directions, notes };
}

function expectActivation({ name, config }: KerasLayer, allowed: string[]): void {
  const { activation } = config ?? {};
  if (activation === undefined || allowed.includes(activation as string)) return;
  throw new WeightsError(
    `The layer ${name} has the activation ${JSON.stringify(activation)}; a classifier has ${allowed.join(' or ')} there.`,
  );
}

function biasOf({ weights: [kernel, bias] }: KerasLayer): Float32Array {
  return bias?.data ?? new Float32Array(kernel?.shape[1] ?? 0);
}

function checkSizes(values: WeightValues, sizes: ClassifierSizes, layers: KerasLayer[]): void {
  const fits = [...weightShapes(sizes)].every(
    ([name, shape]) => values.get(name)?.length === shape.reduce((product, size) => product * size, 1),
  );
  if (fits && parameterCount(sizes) > 0) return;
  throw new WeightsError(
    `The layers' sizes do not fit each other: ${layers.map(describeLayer).join(', ')}. The scores and the classes are ` +
      `computed from the ${2 * sizes.units} outputs of the first.`,
  );
}

function describeLayer({ name, className, weights }: KerasLayer): string {
  const shapes = weights.map(({ shape }) => describeShape(shape)).join(' ');
  return `${className === null ? '' : `${className} `}${name} ${shapes}`;
}
