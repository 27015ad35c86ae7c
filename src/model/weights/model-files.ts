/** A trained classifier as files and back: tf.js's layers format, and safetensors with torch's names. */
import { io } from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import type { Scaling } from '../../data/scale';
import { ModelError } from '../errors';
import { Classifier } from '../network/classifier';
import { readSafetensors, readSafetensorsMetadata, writeSafetensors } from './safetensors';
import { fromTorch, torchSizes, toTorch } from './torch-names';

/** The model as files, ready to be written under these names. */
export interface ModelFiles {
  /** tf.js layers format: model.json, which names weights.bin. */
  modelJson: string;
  weightsBin: Uint8Array;
  /** The weights under torch's names. */
  safetensors: Uint8Array;
}

/** A model to load: the tf.js pair, or a safetensors file with torch's names. */
export type ModelSource =
  | { kind: 'tfjs'; modelJson: string; weightsBin: Uint8Array }
  | {
      kind: 'safetensors';
      bytes: Uint8Array;
      /** Scaling of the series that the weights were trained on; the file's metadata goes first, then 'none'. */
      scaling?: Scaling;
    };

/** What a classifier's weights don't tell, but who uses them must know. */
export interface ModelMetadata {
  classNames: string[];
  /** How the series must be scaled before the model sees them. */
  scaling: Scaling;
  /** Time steps of the series it was trained on; null where that is not known. */
  time: number | null;
}

export interface ModelInfo {
  /** Time steps of the series it was trained on, null where not known; it takes series of any length. */
  time: number | null;
  channels: number;
  units: number;
  attentionUnits: number;
  score: 'additive' | 'dot';
  classNames: string[];
  scaling: Scaling;
  parameters: number;
}

export interface LoadedModel {
  classifier: Classifier;
  metadata: ModelMetadata;
}

const weightsFile = 'weights.bin';

/** Reads the weights from the device and writes both formats. */
export async function saveModel({ classifier, metadata }: LoadedModel): Promise<ModelFiles> {
  classifier.model.setUserDefinedMetadata({ gatewave: metadata });
  let artifacts: io.ModelArtifacts | undefined;
  await classifier.model.save(
    io.withSaveHandler(async (saved) => {
      artifacts = saved;
      return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
    }),
  );
  const { weightData, weightSpecs = [], ...rest } = artifacts as io.ModelArtifacts;
  const modelJson: io.ModelJSON = {
    ...rest,
    modelTopology: rest.modelTopology as object,
    weightsManifest: [{ paths: [weightsFile], weights: weightSpecs }],
  };
  const state = toTorch(await classifier.getWeights(), classifier.sizes);
  return {
    modelJson: JSON.stringify(modelJson),
    weightsBin: new Uint8Array(io.CompositeArrayBuffer.join(weightData)),
    safetensors: writeSafetensors(state, {
      format: 'pt',
      class_names: JSON.stringify(metadata.classNames),
      scaling: metadata.scaling,
      ...(metadata.time !== null && { time: String(metadata.time) }),
    }),
  };
}

/**
 * Makes a classifier of files that `saveModel` wrote, or of torch's weights.
 * @throws ModelError, SafetensorsError or TorchStateError that say what does not fit.
 */
export async function loadModel(source: ModelSource): Promise<LoadedModel> {
  return source.kind === 'tfjs' ? loadLayersFormat(source) : loadSafetensors(source);
}

async function loadLayersFormat(source: Extract<ModelSource, { kind: 'tfjs' }>): Promise<LoadedModel> {
  const json = parseModelJson(source.modelJson);
  const weightSpecs = json.weightsManifest.flatMap((group) => group.weights);
  const { weightsBin } = source;
  const sizes = weightSpecs.map(({ shape }) => shape.reduce((product, size) => product * size, 1));
  const needed = Float32Array.BYTES_PER_ELEMENT * sizes.reduce((sum, size) => sum + size, 0);
  if (weightsBin.length !== needed) {
    throw new ModelError(`${weightsFile} has ${weightsBin.length} bytes, but the model needs ${needed}.`);
  }
  const model = await loadLayersModel(
    io.fromMemory({
      modelTopology: json.modelTopology,
      weightSpecs,
      weightData: weightsBin.slice().buffer,
      ...(json.userDefinedMetadata && { userDefinedMetadata: json.userDefinedMetadata }),
    }),
  );
  const metadata = (json.userDefinedMetadata as { gatewave?: ModelMetadata } | undefined)?.gatewave;
  if (!metadata)
    throw new ModelError('The model.json is not of a Gatewave classifier: its metadata are missing.');
  return { classifier: Classifier.wrap(model), metadata };
}

function parseModelJson(text: string): io.ModelJSON {
  let json: Partial<io.ModelJSON>;
  try {
    json = JSON.parse(text) as Partial<io.ModelJSON>;
  } catch (error) {
    throw new ModelError(`The model.json is not JSON text: ${(error as Error).message}`);
  }
  if (!json?.modelTopology || !json.weightsManifest) {
    throw new ModelError(
      'The model.json is not a tf.js layers model: it needs modelTopology and weightsManifest.',
    );
  }
  return json as io.ModelJSON;
}

function loadSafetensors(source: Extract<ModelSource, { kind: 'safetensors' }>): LoadedModel {
  const state = readSafetensors(source.bytes);
  const sizes = torchSizes(state);
  const texts = readSafetensorsMetadata(source.bytes);
  // torch's initialisation is as good as any: all weights are overwritten.
  const classifier = Classifier.create(sizes, 'torch', 0);
  classifier.setWeights(fromTorch(state));
  return {
    classifier,
    metadata: {
      classNames: texts.class_names
        ? (JSON.parse(texts.class_names) as string[])
        : Array.from({ length: sizes.classes }, (_, i) => String(i)),
      scaling: (texts.scaling as Scaling | undefined) ?? source.scaling ?? 'none',
      time: texts.time ? Number(texts.time) : null,
    },
  };
}
