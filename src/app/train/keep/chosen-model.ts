import type { ModelSource } from '../../../model/weights/model-files';
import { readSafetensorsMetadata } from '../../../model/weights/safetensors';

/** A file that was chosen or dropped; a `File` is one. */
export interface NamedFile {
  name: string;
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A model to load, and what it is called. */
export interface ChosenModel {
  name: string;
  source: ModelSource;
  /** Whether somebody has to say how the series were scaled that it was trained on: the file does not. */
  needsScaling: boolean;
}

/**
 * Makes a model of the chosen files.
 * @throws Error that says what else to choose.
 */
export async function chosenModel(files: readonly NamedFile[]): Promise<ChosenModel> {
  const ending = (suffix: string) => files.filter(({ name }) => name.toLowerCase().endsWith(suffix));
  const [jsons, bins, tensors] = [ending('.json'), ending('.bin'), ending('.safetensors')];
  const other = files.find((file) => ![...jsons, ...bins, ...tensors].includes(file));
  if (other) {
    throw new Error(
      `${other.name} is not a model. Choose a .safetensors file, or model.json together with weights.bin.`,
    );
  }
  const [tensor] = tensors;
  if (tensor) {
    if (files.length > 1) throw new Error('Choose one .safetensors file alone: it is a whole model.');
    return fromSafetensors(tensor);
  }
  const [json] = jsons;
  if (!json) throw new Error('Choose model.json together with weights.bin.');
  if (bins.length === 0) throw new Error(`Choose weights.bin together with ${json.name}.`);
  if (jsons.length > 1) throw new Error('Choose one model: there are several .json files.');
  const parts = await Promise.all(inNamedOrder(bins).map((file) => file.arrayBuffer()));
  const source: ModelSource = { kind: 'tfjs', modelJson: await json.text(), weightsBin: concat(parts) };
  return { name: json.name, source, needsScaling: false };
}

async function fromSafetensors(file: NamedFile): Promise<ChosenModel> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let needsScaling = false;
  try {
    needsScaling = readSafetensorsMetadata(bytes).scaling === undefined;
  } catch (error) {
    throw new Error(`${file.name}: ${(error as Error).message}`);
  }
  return { name: file.name, source: { kind: 'safetensors', bytes }, needsScaling };
}

/** tf.js numbers the parts of large weights, `group1-shard2of10.bin`. */
function inNamedOrder(files: NamedFile[]): NamedFile[] {
  return files.toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

function concat(parts: readonly ArrayBuffer[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((total, { byteLength }) => total + byteLength, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(new Uint8Array(part), at);
    at += part.byteLength;
  }
  return whole;
}
