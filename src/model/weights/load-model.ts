/** A classifier from files: ours, tf.js's, torch's or Keras's. */
import { io } from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { ModelError } from '../errors';
import { Classifier, type ClassifierSizes, type WeightValues } from '../network/classifier';
import { classifierOfLayers } from './keras/classifier';
import { layerConfigs } from './keras/file';
import { hasNumberedPaths, layersOfTopology } from './keras/paths';
import { checkMetadata, parseMetadata } from './metadata';
import type { LoadedModel, ModelSource } from './model-files';
import { kerasLayers, readWeights } from './read';
import { WeightsError } from './tensors';
import { layersTensors, parseLayersFiles } from './tfjs-files';
import { fromTorch, torchSizes } from './torch/classifier';

/**
 * Makes a classifier from files that `saveModel` wrote, or from weights in any format that `readWeights` reads, if
 * they fit.
 * @throws ModelError or WeightsError that say what does not fit.
 */
export async function loadModel(source: ModelSource): Promise<LoadedModel> {
  return source.kind === 'tfjs' ? loadLayersFormat(source) : loadWeights(source);
}

async function loadLayersFormat(source: Extract<ModelSource, { kind: 'tfjs' }>): Promise<LoadedModel> {
  const { json, artifacts } = parseLayersFiles(source);
  const topology = json.modelTopology as Record<string, unknown>;
  const written = (json.userDefinedMetadata as { gatewave?: object } | undefined)?.gatewave;
  const tensors = await layersTensors(artifacts);
  if (!hasOurLayers(topology)) {
    const { sizes, values } = classifierOfLayers(layersOfTopology(topology, tensors));
    return { classifier: filled(sizes, values), metadata: checkMetadata(written ?? {}, sizes) };
  }
  if (!written)
    throw new ModelError('The model.json is not of a Gatewave classifier: its metadata are missing.');
  for (const [name, { data }] of tensors) refuseNaN(name, data);
  const classifier = await wrapped(artifacts);
  try {
    return { classifier, metadata: checkMetadata(written, classifier.sizes) };
  } catch (error) {
    classifier.dispose();
    throw error;
  }
}

/** @throws ModelError when the weights are not those of the layers. */
async function wrapped(artifacts: io.ModelArtifacts): Promise<Classifier> {
  try {
    return Classifier.wrap(await loadLayersModel(io.fromMemory(artifacts)));
  } catch (error) {
    throw new ModelError(`The weights do not fit the layers of the model.json: ${(error as Error).message}`);
  }
}

function hasOurLayers(topology: Record<string, unknown>): boolean {
  const inner = (topology.model_config ?? topology) as Record<string, unknown>;
  return layerConfigs(inner).some(({ className }) => className.startsWith('Gatewave'));
}

async function loadWeights(source: Extract<ModelSource, { kind: 'weights' }>): Promise<LoadedModel> {
  const file = await readWeights(source.bytes);
  const isOfKeras = file.format === 'keras' || hasNumberedPaths(file.tensors);
  const { sizes, values, notes } = isOfKeras
    ? classifierOfLayers(kerasLayers(file))
    : { sizes: torchSizes(file.tensors), values: fromTorch(file.tensors), notes: [] };
  const texts = file.format === 'keras' ? {} : file.metadata;
  return {
    classifier: filled(sizes, values),
    metadata: parseMetadata(texts, sizes, source.scaling),
    ...(notes.length > 0 && { notes }),
  };
}

function filled(sizes: ClassifierSizes, values: WeightValues): Classifier {
  for (const [name, numbers] of values) refuseNaN(name, numbers);
  // torch's initialisation is as good as any: all weights are overwritten.
  const classifier = Classifier.create(sizes, 'torch', 0);
  classifier.setWeights(values);
  return classifier;
}

function refuseNaN(name: string, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) continue;
    throw new WeightsError(
      `The weight ${name} has the value ${values[i]} at index ${i}: the training went wrong, or the file is damaged.`,
    );
  }
}
