/** A trained network in the form that the page opens, and what it answers in that form. */
import type { Dataset } from '../../src/data/dataset';
import type { Preparation } from '../../src/data/preparation/preparation';
import { prepareDataset } from '../../src/data/preparation/prepare';
import { weightShapes } from '../../src/model/network/classifier';
import { typedLogits } from '../../src/model/network/typed-classifier';
import {
  readSafetensors,
  readSafetensorsMetadata,
  writeSafetensors,
} from '../../src/model/weights/safetensors';
import { fromTorch, torchSizes } from '../../src/model/weights/torch/classifier';
import { readTypedFile } from '../../src/model/weights/typed-file';

/** @param trained a run's model.safetensors. @param dtype what its numbers are rounded to. */
export function pack(trained: Uint8Array, dtype: 'F32' | 'F16'): Uint8Array<ArrayBuffer> {
  const state = readSafetensors(trained);
  const shapes = weightShapes(torchSizes(state));
  const tensors = new Map(
    [...fromTorch(state)].map(([name, data]) => [name, { shape: shapes.get(name) ?? [], data }]),
  );
  const { format: _, ...texts } = readSafetensorsMetadata(trained);
  return writeSafetensors(tensors, texts, dtype);
}

/** The probability of class 1 of each series. @param packed what `pack` made. */
export function answers(packed: Uint8Array, dataset: Dataset): Float32Array {
  const { classifier, texts } = readTypedFile(packed);
  const prepared = prepareDataset(dataset, JSON.parse(texts.preparation ?? '') as Preparation);
  return typedLogits(classifier, prepared).map((logit) => 1 / (1 + Math.exp(-logit)));
}
