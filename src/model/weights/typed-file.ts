/**
 * A classifier in a file that is read without tf.js: safetensors under the classifier's own names of its weights, in
 * their own shapes, with the metadata that every file of a model has.
 */
import type { WeightName } from '../network/classifier';
import type { TypedClassifier } from '../network/typed-classifier';
import { readSafetensors, readSafetensorsMetadata } from './safetensors';
import { WeightsError } from './tensors';

export interface TypedFile {
  classifier: TypedClassifier;
  /** As `metadataTexts` writes them. */
  texts: Record<string, string>;
}

/** @throws WeightsError where the file is damaged, or has not the weights of a classifier. */
export function readTypedFile(bytes: Uint8Array): TypedFile {
  const tensors = readSafetensors(bytes);
  const shapeOf = (name: WeightName): number[] => {
    const tensor = tensors.get(name);
    if (!tensor) throw new WeightsError(`The file has no weight "${name}": it is not one of a classifier.`);
    return tensor.shape;
  };
  const [channels = 0, gates = 0] = shapeOf('bidirectional/forward_kernel');
  const [logits = 0] = shapeOf('logits/bias');
  const isAdditive = tensors.has('attention/kernel' satisfies WeightName);
  return {
    classifier: {
      sizes: {
        channels,
        units: gates / 4,
        score: isAdditive ? 'additive' : 'dot',
        attentionUnits: isAdditive ? (shapeOf('attention/kernel')[1] ?? 0) : 0,
        classes: logits === 1 ? 2 : logits,
      },
      weights: new Map([...tensors].map(([name, { data }]) => [name as WeightName, data])),
    },
    texts: readSafetensorsMetadata(bytes),
  };
}
