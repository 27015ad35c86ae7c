/** tf.js's layers format: a model.json that names the weights, and their bytes. */
import { io } from '@tensorflow/tfjs-core';
import type { LayersModel } from '@tensorflow/tfjs-layers';
import { ModelError } from '../errors';
import { elementCount, type NamedTensors } from './tensors';

export interface LayersFiles {
  modelJson: string;
  weightsBin: Uint8Array;
}

const weightsFile = 'weights.bin';

/** A model with its weights and, if they are set, its metadata. */
export async function layersFiles(model: LayersModel): Promise<LayersFiles> {
  let artifacts: io.ModelArtifacts | undefined;
  await model.save(
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
  return {
    modelJson: JSON.stringify(modelJson),
    weightsBin: new Uint8Array(io.CompositeArrayBuffer.join(weightData)),
  };
}

/**
 * Checks that a model.json is one, and that its weights have as many bytes as it says.
 * @throws ModelError otherwise.
 */
export function parseLayersFiles({ modelJson, weightsBin }: LayersFiles): {
  json: io.ModelJSON;
  artifacts: io.ModelArtifacts;
} {
  const json = parseModelJson(modelJson);
  const weightSpecs = json.weightsManifest.flatMap((group) => group.weights);
  const needed = weightSpecs.reduce((sum, spec) => sum + elementCount(spec.shape) * bytesOf(spec), 0);
  if (weightsBin.length !== needed) {
    throw new ModelError(`${weightsFile} has ${weightsBin.length} bytes, but the model needs ${needed}.`);
  }
  const { modelTopology, userDefinedMetadata } = json;
  return {
    json,
    artifacts: {
      modelTopology,
      weightSpecs,
      weightData: weightsBin.slice().buffer,
      ...(userDefinedMetadata && { userDefinedMetadata }),
    },
  };
}

/** The weights by name, in the order of the model.json. */
export async function layersTensors({
  weightSpecs = [],
  weightData,
}: io.ModelArtifacts): Promise<NamedTensors> {
  const decoded = io.decodeWeights(weightData as ArrayBuffer, weightSpecs);
  const named: NamedTensors = new Map();
  for (const { name } of weightSpecs) {
    const tensor = decoded[name];
    if (!tensor) continue;
    named.set(name, { shape: tensor.shape, data: Float32Array.from(await tensor.data()) });
    tensor.dispose();
  }
  return named;
}

/** Bytes of each number of a weight, which may be quantized. */
function bytesOf({ name, dtype, quantization }: io.WeightsManifestEntry): number {
  const type = quantization?.dtype ?? dtype;
  const bytes = new Map<string, number>([
    ['float32', 4],
    ['int32', 4],
    ['float16', 2],
    ['uint16', 2],
    ['uint8', 1],
    ['bool', 1],
  ]).get(type);
  if (bytes === undefined) throw new ModelError(`The weight ${name} of the model.json has the type ${type}.`);
  return bytes;
}

function parseModelJson(text: string): io.ModelJSON {
  let json: Partial<io.ModelJSON> | null;
  try {
    json = JSON.parse(text) as Partial<io.ModelJSON> | null;
  } catch (error) {
    throw new ModelError(`The model.json is not JSON text: ${(error as Error).message}`);
  }
  const { modelTopology, weightsManifest } = json ?? {};
  const isManifest =
    Array.isArray(weightsManifest) && weightsManifest.every((group) => Array.isArray(group?.weights));
  if (typeof modelTopology !== 'object' || modelTopology === null || !isManifest) {
    throw new ModelError(
      'The model.json is not a tf.js layers model: it needs modelTopology and weightsManifest.',
    );
  }
  return json as io.ModelJSON;
}
