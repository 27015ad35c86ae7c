/** A trained network in the form that the page opens, and what it answers in that form. */
import type { Dataset } from '../../src/data/dataset';
import { prepareDataset } from '../../src/data/preparation/prepare';
import { inspectTyped } from '../../src/model/network/typed-classifier';
import { type Localisation, localisation } from '../../src/model/report/metrics/localisation';
import { readTypedFile } from '../../src/model/weights/typed-file';

export { writeTypedFile } from '../../src/model/weights/write-typed-file';

/** What the page's network answers for series, and how much of its attention is inside their regions. */
export function answers(
  packed: Uint8Array,
  dataset: Dataset,
): { probabilities: Float32Array; located: Localisation | null } {
  const { classifier, metadata } = readTypedFile(packed);
  const prepared = prepareDataset(dataset, metadata.preparation);
  const attention = new Float32Array(dataset.count * dataset.time);
  const size = prepared.time * prepared.channels;
  const probabilities = Float32Array.from({ length: dataset.count }, (_, row) => {
    const found = inspectTyped(classifier, prepared.series.subarray(row * size, (row + 1) * size));
    attention.set(found.attention, row * dataset.time);
    return found.probabilities[0] as number;
  });
  return { probabilities, located: localisation(attention, dataset) };
}
