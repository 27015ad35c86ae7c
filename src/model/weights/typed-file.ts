/**
 * A classifier in a file that is read without tf.js: safetensors under the classifier's own names of its weights, in
 * their own shapes, with the metadata that every file of a model has, and, if wanted, a series to show it with.
 */
import { channelFactor } from '../../data/preparation/preparation';
import { type ClassifierSizes, type WeightName, weightShapes } from '../network/classifier-sizes';
import type { TypedClassifier } from '../network/typed-classifier';
import { type ModelMetadata, parseMetadata } from './metadata';
import { readSafetensors, readSafetensorsMetadata } from './safetensors';
import { type NamedTensors, WeightsError, type WeightTensor } from './tensors';

export interface TypedFile {
  classifier: TypedClassifier;
  metadata: ModelMetadata;
  /** As `metadataTexts` writes them, and whatever else was written. */
  texts: Record<string, string>;
  /** [time, channels], unprepared; null where the file has none. */
  example: Float32Array | null;
}

/** Name of the tensor that is no weight. */
export const exampleName = 'example';

/**
 * @throws WeightsError or DataError where the file is damaged, or is not exactly a classifier: a weight too many or too few,
 * of another shape, or with a number that is not finite.
 */
export function readTypedFile(bytes: Uint8Array): TypedFile {
  const tensors = readSafetensors(bytes);
  const example = tensors.get(exampleName);
  tensors.delete(exampleName);
  const sizes = sizesOf(tensors);
  const texts = readSafetensorsMetadata(bytes);
  const metadata = parseMetadata(texts, sizes);
  const weights = new Map([...tensors].map(([name, { data }]) => [name as WeightName, data]));
  if (example) checkExample(example, sizes.channels / channelFactor(metadata.preparation));
  return { classifier: { sizes, weights }, metadata, texts, example: example?.data ?? null };
}

function sizesOf(tensors: NamedTensors): ClassifierSizes {
  const shapeOf = (name: WeightName): number[] => {
    const tensor = tensors.get(name);
    if (!tensor) throw new WeightsError(`The file has no weight "${name}": it is not one of a classifier.`);
    return tensor.shape;
  };
  const [channels = 0, gates = 0] = shapeOf('bidirectional/forward_kernel');
  const [logits = 0] = shapeOf('logits/bias');
  const isAdditive = tensors.has('attention/kernel' satisfies WeightName);
  const sizes: ClassifierSizes = {
    channels,
    units: gates / 4,
    score: isAdditive ? 'additive' : 'dot',
    attentionUnits: isAdditive ? (shapeOf('attention/kernel')[1] ?? 0) : 0,
    classes: logits === 1 ? 2 : logits,
  };
  if (!(channels > 0 && Number.isInteger(sizes.units) && gates > 0 && logits > 0)) {
    throw new WeightsError(
      `The file's weights are of ${channels} channels, ${gates} gates and ${logits} outputs: not a classifier's.`,
    );
  }
  const shapes = weightShapes(sizes);
  for (const [name, shape] of shapes) {
    if (shapeOf(name).join() !== shape.join()) {
      throw new WeightsError(`The weight "${name}" has shape [${shapeOf(name)}], expected [${shape}].`);
    }
    if (!tensors.get(name)?.data.every(Number.isFinite)) {
      throw new WeightsError(`The weight "${name}" has a number that is not finite.`);
    }
  }
  const other = [...tensors.keys()].find((name) => !shapes.has(name as WeightName));
  if (other) throw new WeightsError(`The file has a tensor "${other}", which is no weight of a classifier.`);
  return sizes;
}

function checkExample({ shape, data }: WeightTensor, channels: number): void {
  if (shape.length !== 2 || !data.length || shape[1] !== channels) {
    throw new WeightsError(`The example has shape [${shape}]; expected is [steps, ${channels}].`);
  }
  if (data.some((value) => Math.abs(value) === Number.POSITIVE_INFINITY)) {
    throw new WeightsError('The example has a value that is not finite.');
  }
}
