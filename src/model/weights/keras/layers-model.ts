/** A Keras file as a tf.js model. */
import { io, tensor, tidy } from '@tensorflow/tfjs-core';
import { type LayersModel, loadLayersModel } from '@tensorflow/tfjs-layers';
// Registered, so that models with them are loaded.
import '../../../layers/bidirectional';
import '../../../layers/gru';
import { tfjsTopology } from '../../../layers/keras-topology';
import { layerWeights } from '../recurrent';
import { describeShape, WeightsError, type WeightTensor } from '../tensors';
import type { KerasLayer, KerasModel } from './file';
import { isKerasRecurrent, readKerasRecurrent } from './recurrent';

/**
 * The model of a `.keras` file or of a whole model in `.h5`, with its weights, built from tf.js's layers. A GRU with
 * `reset_after`, which tf.js does not have, becomes this library's. hard_sigmoid of Keras 3 is converted.
 * @returns the model, and what was converted, in sentences.
 * @throws WeightsError when the file has weights only, or they do not fit the model; what tf.js throws of a layer
 * that it does not have.
 */
export async function kerasLayersModel({
  topology,
  layers,
}: KerasModel): Promise<{ model: LayersModel; notes: string[] }> {
  if (!topology) {
    throw new WeightsError(
      'The file has weights only, and no model. In Python: model.save("model.keras"). Or build the model in tf.js and set ' +
        'the weights of its layers.',
    );
  }
  const modelTopology = withoutOrthogonal(tfjsTopology(topology));
  const model = await loadLayersModel(io.fromMemory({ modelTopology }));
  try {
    const notes = layers.flatMap((layer) => fill(model, layer));
    return { model, notes };
  } catch (error) {
    model.dispose();
    throw error;
  }
}

/** All weights are replaced, and tf.js would take long to draw an orthogonal matrix. */
function withoutOrthogonal(topology: object): object {
  return JSON.parse(JSON.stringify(topology), (_key, value) =>
    value?.class_name === 'Orthogonal' ? { class_name: 'GlorotUniform', config: {} } : value,
  ) as object;
}

function fill(model: LayersModel, layer: KerasLayer): string[] {
  if (layer.weights.length === 0) return [];
  const target = model.getLayer(layer.name);
  const { weights, notes } = converted(layer);
  const shapes = target.getWeights().map(({ shape }) => shape as number[]);
  if (shapes.map(describeShape).join() !== weights.map(({ shape }) => describeShape(shape)).join()) {
    throw new WeightsError(
      `The weights of the layer ${layer.name} have the shapes ${weights.map(({ shape }) => describeShape(shape)).join(', ')}; ` +
        `the layer has ${shapes.map(describeShape).join(', ')}.`,
    );
  }
  tidy(() => target.setWeights(weights.map(({ data, shape }) => tensor(data, shape))));
  return notes;
}

/** The arrays in the form that tf.js computes with. */
function converted(layer: KerasLayer): { weights: WeightTensor[]; notes: string[] } {
  if (!isKerasRecurrent(layer)) return { weights: layer.weights, notes: [] };
  const recurrent = readKerasRecurrent(layer);
  const weights = layerWeights(recurrent);
  // Where use_bias is False, readKerasRecurrent has made a third array for each direction.
  const hasBias = weights.length === layer.weights.length;
  return { weights: weights.filter((_, i) => hasBias || i % 3 < 2), notes: recurrent.notes };
}
