import { weightShapes } from '../network/classifier-sizes';
import { readSafetensors, readSafetensorsMetadata, writeSafetensors } from './safetensors';
import type { NamedTensors, WeightTensor } from './tensors';
import { fromTorch, torchSizes } from './torch/classifier';
import { exampleName } from './typed-file';

interface TypedFileContent {
  /** Beside the model's own metadata. */
  texts?: Record<string, string>;
  /** [time, channels], unprepared; kept as it is, whatever the weights are rounded to. */
  example?: WeightTensor;
}

/** @param trained a model.safetensors. @param dtype what its weights are rounded to. */
export function writeTypedFile(
  trained: Uint8Array,
  dtype: 'F32' | 'F16',
  { texts = {}, example }: TypedFileContent = {},
): Uint8Array<ArrayBuffer> {
  const state = readSafetensors(trained);
  const shapes = weightShapes(torchSizes(state));
  const tensors: NamedTensors = new Map(
    [...fromTorch(state)].map(([name, data]) => [name, { shape: shapes.get(name) ?? [], data }]),
  );
  if (example) tensors.set(exampleName, example);
  const { format: _, ...own } = readSafetensorsMetadata(trained);
  return writeSafetensors(tensors, { ...own, ...texts }, (name) => (name === exampleName ? 'F32' : dtype));
}
