/** A trained network in the form that the page opens, and what it answers in that form. */
import type { Dataset } from '../../src/data/dataset';
import type { Preparation } from '../../src/data/preparation/preparation';
import { prepareDataset } from '../../src/data/preparation/prepare';
import { weightShapes } from '../../src/model/network/classifier';
import { inspectTyped } from '../../src/model/network/typed-classifier';
import { type Localisation, localisation } from '../../src/model/report/metrics/localisation';
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

/** What the page's network answers for series, and how much of its attention is inside their regions. */
export function answers(
  packed: Uint8Array,
  dataset: Dataset,
): { probabilities: Float32Array; located: Localisation | null } {
  const { classifier, texts } = readTypedFile(packed);
  const prepared = prepareDataset(dataset, JSON.parse(texts.preparation ?? '') as Preparation);
  const attention = new Float32Array(dataset.count * dataset.time);
  const size = prepared.time * prepared.channels;
  const probabilities = Float32Array.from({ length: dataset.count }, (_, row) => {
    const found = inspectTyped(classifier, prepared.series.subarray(row * size, (row + 1) * size));
    attention.set(found.attention, row * dataset.time);
    return found.probabilities[0] as number;
  });
  return { probabilities, located: localisation(attention, dataset) };
}
