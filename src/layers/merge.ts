import { add, concat, mul, split, type Tensor } from '@tensorflow/tfjs-core';

export const mergeModes = ['concat', 'sum', 'ave', 'mul'] as const;
/** How the outputs of two directions are merged. */
export type MergeMode = (typeof mergeModes)[number];

/** @param sequences of both directions side by side, [batch, time, 2·units] */
export function mergeSequences(sequences: Tensor, mode: MergeMode | null): Tensor[] {
  return mode === 'concat' ? [sequences] : merge(split(sequences, 2, 2) as [Tensor, Tensor], mode);
}

/** @returns one tensor or, if the mode is null, both unchanged */
export function merge([forward, backward]: [Tensor, Tensor], mode: MergeMode | null): Tensor[] {
  switch (mode) {
    case 'concat':
      return [concat([forward, backward], -1)];
    case 'sum':
      return [add(forward, backward)];
    case 'ave':
      return [mul(add(forward, backward), 0.5)];
    case 'mul':
      return [mul(forward, backward)];
    case null:
      return [forward, backward];
  }
}
