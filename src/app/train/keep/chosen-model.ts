import type { ModelSource } from '../../../model/weights/model-files';
import { isWeightsName, readWeights, weightEndings } from '../../../model/weights/read';

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
  /** Whether the user has to say how the training series were scaled, because the file does not. */
  needsScaling: boolean;
}

/**
 * Makes a model of the chosen files.
 * @throws Error that says what to choose instead.
 */
export async function chosenModel(files: readonly NamedFile[]): Promise<ChosenModel> {
  const ending = (suffix: string) => files.filter(({ name }) => name.toLowerCase().endsWith(suffix));
  const [jsons, bins] = [ending('.json'), ending('.bin')];
  const weights = files.filter(({ name }) => isWeightsName(name));
  const other = files.find((file) => ![...jsons, ...bins, ...weights].includes(file));
  if (other) {
    throw new Error(
      `${other.name} is not a model. Choose a file of weights (${weightEndings.join(', ')}), or model.json together ` +
        'with weights.bin.',
    );
  }
  const [file] = weights;
  if (file) {
    if (files.length > 1) throw new Error(`Choose ${file.name} alone: it is a whole model.`);
    return fromWeights(file);
  }
  const [json] = jsons;
  if (!json) throw new Error('Choose model.json together with weights.bin.');
  if (bins.length === 0) throw new Error(`Choose weights.bin together with ${json.name}.`);
  if (jsons.length > 1) throw new Error('Choose one model: there are several .json files.');
  const parts = await Promise.all(inNamedOrder(bins).map((file) => file.arrayBuffer()));
  const source: ModelSource = { kind: 'tfjs', modelJson: await json.text(), weightsBin: concat(parts) };
  return { name: json.name, source, needsScaling: false };
}

async function fromWeights(file: NamedFile): Promise<ChosenModel> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  try {
    // Of all formats, only safetensors files of ours say it.
    const read = await readWeights(bytes);
    const needsScaling = read.format === 'keras' || !(read.metadata.preparation ?? read.metadata.scaling);
    return { name: file.name, source: { kind: 'weights', bytes }, needsScaling };
  } catch (error) {
    throw new Error(`${file.name}: ${(error as Error).message}`);
  }
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
