/** Weights in any known format, recognised by the file's first bytes and not by its name. */

import { type KerasLayer, type KerasModel, kerasRemedy, readKerasArchive, readKerasHdf5 } from './keras/file';
import { isHdf5 } from './keras/hdf5';
import { hasNumberedPaths, layersByPath } from './keras/paths';
import { readSafetensors, readSafetensorsMetadata } from './safetensors';
import { type NamedTensors, WeightsError } from './tensors';
import { isOldTorchFile, readTorchFile, torchRemedy } from './torch/file';
import { isZip, readZip } from './zip';

/** What a file holds. */
export type WeightsFile =
  | {
      format: 'safetensors' | 'torch';
      tensors: NamedTensors;
      /** Texts beside the tensors, of a safetensors file. */
      metadata: Record<string, string>;
    }
  | { format: 'keras'; model: KerasModel };

interface WeightFormat {
  name: string;
  /** The endings of its files. */
  endings: readonly string[];
  recognise(bytes: Uint8Array): boolean;
  read(bytes: Uint8Array): Promise<WeightsFile>;
}

/** The first format that recognises a file reads it. */
const weightFormats: readonly WeightFormat[] = [
  {
    name: 'Keras (.h5, .weights.h5)',
    endings: ['.h5', '.hdf5'],
    recognise: isHdf5,
    read: async (bytes) => ({ format: 'keras', model: await readKerasHdf5(bytes) }),
  },
  {
    name: 'Keras (.keras)',
    endings: ['.keras'],
    recognise: (bytes) => isZip(bytes) && listsFile(bytes, (name) => name === 'config.json'),
    read: async (bytes) => ({ format: 'keras', model: await readKerasArchive(bytes) }),
  },
  {
    name: 'torch (.pt, .pth)',
    endings: ['.pt', '.pth'],
    recognise: (bytes) => isOldTorchFile(bytes) || isZip(bytes),
    read: async (bytes) => ({ format: 'torch', tensors: readTorchFile(bytes), metadata: {} }),
  },
  {
    name: 'safetensors',
    endings: ['.safetensors'],
    // The header's JSON follows the header's length.
    recognise: (bytes) => bytes[8] === 0x7b,
    read: async (bytes) => ({
      format: 'safetensors',
      tensors: readSafetensors(bytes),
      metadata: readSafetensorsMetadata(bytes),
    }),
  },
];

/** Endings of all files that can be read. */
export const weightEndings: readonly string[] = weightFormats.flatMap(({ endings }) => endings);

/** Whether a file of this name should hold weights. */
export function isWeightsName(name: string): boolean {
  return weightEndings.some((ending) => name.toLowerCase().endsWith(ending));
}

/** The format of a file, which may still be damaged; undefined when it is not one of those. */
export function recogniseWeights(bytes: Uint8Array): WeightFormat | undefined {
  return weightFormats.find(({ recognise }) => recognise(bytes));
}

/**
 * Reads a file of weights. Nothing in it is executed, and no size that it claims is believed.
 * @throws WeightsError that says what is wrong with it, or what to do instead.
 */
export async function readWeights(file: Uint8Array | ArrayBuffer): Promise<WeightsFile> {
  const bytes = file instanceof Uint8Array ? file : new Uint8Array(file);
  const format = recogniseWeights(bytes);
  if (format) return format.read(bytes);
  throw new WeightsError(
    `The file is in none of the formats that can be read: ${weightFormats.map(({ name }) => name).join(', ')}. ` +
      `For a torch model: ${torchRemedy}. For a Keras model: ${kerasRemedy}.`,
  );
}

/**
 * The layers of a Keras model: of a Keras file, or of safetensors that the line of Python in our messages made.
 * @throws WeightsError when the file has other weights.
 */
export function kerasLayers(file: WeightsFile): KerasLayer[] {
  if (file.format === 'keras') return file.model.layers;
  if (hasNumberedPaths(file.tensors)) return layersByPath(file.tensors);
  throw new WeightsError(`The file has no weights of Keras. For a Keras model: ${kerasRemedy}.`);
}

function listsFile(bytes: Uint8Array, isIt: (name: string) => boolean): boolean {
  let found = false;
  try {
    readZip(bytes, (name) => {
      found ||= isIt(name);
      return false;
    });
  } catch {
    // Whoever reads it says what is wrong.
  }
  return found;
}
