/** Files that torch and Keras wrote, and what they compute with them; see the scripts beside the files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WeightTensor } from '../../src/model/weights/tensors';

const folder = join(import.meta.dirname, '../fixtures/weights');

/** An array as the scripts write it. */
interface Values {
  shape: number[];
  data: number[];
}

/** Of torch, by file; 'kinds' has its tensors by name. */
export type TorchAnswers = Record<string, Record<string, Values>>;

/** Of Keras, by file. */
export type KerasAnswers = Record<string, { x: Values; outputs: Values[]; layers: Record<string, Values[]> }>;

export function fixture(library: 'torch' | 'keras', name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, library, name)));
}

export function torchAnswers(): TorchAnswers {
  return JSON.parse(readFileSync(join(folder, 'torch/answers.json'), 'utf8')) as TorchAnswers;
}

export function kerasAnswers(): KerasAnswers {
  return JSON.parse(readFileSync(join(folder, 'keras/answers.json'), 'utf8')) as KerasAnswers;
}

/** As a weight, of float32. */
export function asWeight({ shape, data }: Values): WeightTensor {
  return { shape, data: Float32Array.from(data) };
}
