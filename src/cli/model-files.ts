import { basename, dirname, extname, join } from 'node:path';
import { z } from 'zod';
import type { ModelFiles, ModelSource } from '../model/weights/model-files';
import { recogniseWeights, weightEndings } from '../model/weights/read';
import { readSafetensorsMetadata } from '../model/weights/safetensors';
import type { LayersFiles } from '../model/weights/tfjs-files';
import { CommandError } from './errors';
import { isFile, isFolder, prepareFolder, readBytes, readText, writeOutput } from './files';

type Scaling = Extract<ModelSource, { kind: 'weights' }>['scaling'];

const manifestSchema = z.object({
  weightsManifest: z.array(z.object({ paths: z.array(z.string()) })),
});

/** Folder of the model built from tf.js's own layers; its files have the same names. */
const stockFolder = 'stock';

/** Writes the tf.js pair alone, which is what a model is read from. */
export async function writePair(folder: string, { modelJson, weightsBin }: LayersFiles): Promise<void> {
  await writeOutput(join(folder, 'model.json'), modelJson);
  await writeOutput(join(folder, 'weights.bin'), weightsBin);
}

/** Writes the model in all its formats; returns the files' names. */
export async function writeModel(folder: string, files: ModelFiles): Promise<string[]> {
  const named = {
    'model.json': files.modelJson,
    'weights.bin': files.weightsBin,
    [join(stockFolder, 'model.json')]: files.stock.modelJson,
    [join(stockFolder, 'weights.bin')]: files.stock.weightsBin,
    'model.onnx': files.onnx,
    'model.safetensors': files.safetensors,
  };
  await prepareFolder(join(folder, stockFolder));
  for (const [name, content] of Object.entries(named)) await writeOutput(join(folder, name), content);
  return Object.keys(named);
}

/**
 * Reads a model: a folder that `train` wrote, a model.json with the weights it names beside it, or a file of weights.
 * @param scaling of the series that weights were trained on; the tf.js format keeps it.
 * @throws CommandError when there is no model at the path, or a scaling is given that does not apply.
 */
export async function readModel(path: string, scaling: Scaling): Promise<ModelSource> {
  const file = (await isFolder(path)) ? await modelIn(path) : path;
  if (extname(file) !== '.json') return readWeightsFile(file, scaling);
  if (scaling) {
    throw new CommandError(
      `--scaling is for files of weights alone; ${file} says by itself how its series are scaled.`,
    );
  }
  const modelJson = await readText(file, 'model');
  const weights = await Promise.all(
    weightNames(modelJson, file).map((name) => readBytes(join(dirname(file), name), 'weights')),
  );
  return { kind: 'tfjs', modelJson, weightsBin: Uint8Array.from(Buffer.concat(weights)) };
}

/** What is known of a model before a browser loads it. */
export interface PeekedModel {
  classNames?: string[];
  /** Steps of the series that it was trained on. */
  time?: number;
}

const metadataSchema = z.object({
  classNames: z.array(z.string()).optional(),
  time: z.int().min(1).optional(),
});

/** What a model's files say of its series. What they do not say, or say wrongly, is absent: loading it tells. */
export function peekModel(source: ModelSource): PeekedModel {
  try {
    return metadataSchema.parse(writtenMetadata(source)) as PeekedModel;
  } catch {
    return {};
  }
}

function writtenMetadata(source: ModelSource): unknown {
  if (source.kind === 'tfjs') return JSON.parse(source.modelJson).userDefinedMetadata.gatewave;
  const { class_names: names, time } = readSafetensorsMetadata(source.bytes);
  return {
    ...(names !== undefined && { classNames: JSON.parse(names) }),
    ...(time !== undefined && { time: Number(time) }),
  };
}

async function readWeightsFile(file: string, scaling: Scaling): Promise<ModelSource> {
  const bytes = Uint8Array.from(await readBytes(file, 'model'));
  if (!recogniseWeights(bytes)) {
    throw new CommandError(
      `${file} is not a model: name a folder that "gatewave train" wrote, a model.json, or a file of weights ` +
        `(${weightEndings.join(', ')}).`,
    );
  }
  return { kind: 'weights', bytes, ...(scaling && { scaling }) };
}

async function modelIn(folder: string): Promise<string> {
  for (const name of ['model.json', 'model.safetensors']) {
    if (await isFile(join(folder, name))) return join(folder, name);
  }
  throw new CommandError(
    `There is no model in the folder ${folder}: it has neither model.json nor model.safetensors.`,
  );
}

function weightNames(modelJson: string, file: string): string[] {
  try {
    const { weightsManifest } = manifestSchema.parse(JSON.parse(modelJson));
    // Shards lie beside the file that names them.
    return weightsManifest.flatMap(({ paths }) => paths.map((path) => basename(path)));
  } catch {
    throw new CommandError(`${file} is not a model in the tf.js layers format: it lists no weights.`);
  }
}
