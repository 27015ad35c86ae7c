/** A classifier from files: ours, tf.js's, torch's or Keras's. */
import { io } from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import { type Scaling, scalings } from '../../data/scale';
import { ModelError } from '../errors';
import { Classifier, type ClassifierSizes, type WeightValues } from '../network/classifier';
import { classifierOfLayers } from './keras/classifier';
import { layerConfigs } from './keras/file';
import { hasNumberedPaths, layersOfTopology } from './keras/paths';
import type { LoadedModel, ModelMetadata, ModelSource } from './model-files';
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
  const metadata = (json.userDefinedMetadata as { gatewave?: ModelMetadata } | undefined)?.gatewave;
  if (!hasOurLayers(topology)) {
    const { sizes, values } = classifierOfLayers(layersOfTopology(topology, await layersTensors(artifacts)));
    return { classifier: filled(sizes, values), metadata: metadata ?? unknownMetadata(sizes.classes) };
  }
  if (!metadata)
    throw new ModelError('The model.json is not of a Gatewave classifier: its metadata are missing.');
  return { classifier: Classifier.wrap(await loadLayersModel(io.fromMemory(artifacts))), metadata };
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
  const metadata = file.format === 'keras' ? {} : parseMetadata(file.metadata, sizes.classes);
  return {
    classifier: filled(sizes, values),
    metadata: {
      ...unknownMetadata(sizes.classes),
      ...(source.scaling && { scaling: source.scaling }),
      ...metadata,
    },
    ...(notes.length > 0 && { notes }),
  };
}

function filled(sizes: ClassifierSizes, values: WeightValues): Classifier {
  // torch's initialisation is as good as any: all weights are overwritten.
  const classifier = Classifier.create(sizes, 'torch', 0);
  classifier.setWeights(values);
  return classifier;
}

function unknownMetadata(classes: number): ModelMetadata {
  return { classNames: Array.from({ length: classes }, (_, i) => String(i)), scaling: 'none', time: null };
}

/** What `saveModel` wrote into a safetensors file. */
function parseMetadata(texts: Record<string, string>, classes: number): Partial<ModelMetadata> {
  const { class_names: names, scaling, time } = texts;
  const metadata: Partial<ModelMetadata> = {};
  if (names !== undefined) metadata.classNames = parseClassNames(names, classes);
  if (scaling !== undefined) {
    if (!scalings.includes(scaling as Scaling)) {
      throw new WeightsError(
        `The file's metadata have the scaling "${scaling}"; known are ${scalings.join(', ')}.`,
      );
    }
    metadata.scaling = scaling as Scaling;
  }
  if (time !== undefined) {
    if (!(Number.isSafeInteger(Number(time)) && Number(time) > 0)) {
      throw new WeightsError(`The file's metadata have the time "${time}", which is no number of steps.`);
    }
    metadata.time = Number(time);
  }
  return metadata;
}

function parseClassNames(text: string, classes: number): string[] {
  let names: unknown;
  try {
    names = JSON.parse(text);
  } catch {
    // The message below says it.
  }
  if (Array.isArray(names) && names.length === classes && names.every((name) => typeof name === 'string')) {
    return names;
  }
  throw new WeightsError(
    `The file's metadata have the class_names ${text}; expected is a list of ${classes} texts.`,
  );
}
