/** Random models of one recurrent layer, for comparing tf.js's own with the fused one. Each comes from its seed alone. */
import { RandomStream } from '../../src/random';

const activations = ['tanh', 'sigmoid', 'hardSigmoid', 'linear', 'relu'] as const;

export interface FuseCase {
  seed: number;
  cell: 'lstm' | 'gru';
  /** The layer itself, Bidirectional around it, or RNN over its cell or a stack of cells of both kinds. */
  form: 'layer' | 'bidirectional' | 'cell' | 'stack';
  batch: number;
  time: number;
  inputDim: number;
  units: number;
  activation: (typeof activations)[number];
  recurrentActivation: (typeof activations)[number];
  useBias: boolean;
  unitForgetBias: boolean;
  returnSequences: boolean;
  returnState: boolean;
  goBackwards: boolean;
  stateful: boolean;
  initialState: boolean;
  mergeMode: 'concat' | 'sum' | 'ave' | 'mul' | null;
  /** Which steps are hidden: those at the end or the start of each row, any, or also all of a row. */
  mask: 'none' | 'right' | 'left' | 'any' | 'rows';
  dropout: number;
  trainable: boolean;
  regularizer: boolean;
  constraint: boolean;
}

/** Seeds that have failed once. */
export const pastFailures: readonly number[] = [57, 58, 61];

export function fuseCase(seed: number): FuseCase {
  const random = new RandomStream(seed, 'fuse');
  const oneOf = <T>(values: readonly T[]): T => values[random.integer(values.length)] as T;
  const maybe = (probability: number): boolean => random.next() < probability;
  const stateful = maybe(0.2);
  return {
    seed,
    cell: oneOf(['lstm', 'gru']),
    form: oneOf(['layer', 'layer', 'bidirectional', 'bidirectional', 'cell', 'stack']),
    batch: 1 + random.integer(4),
    // tf.js itself cannot differentiate a single step: its gradient of unstack wants several.
    time: 2 + random.integer(7),
    inputDim: 1 + random.integer(4),
    units: 1 + random.integer(7),
    activation: maybe(0.6) ? 'tanh' : oneOf(activations),
    recurrentActivation: maybe(0.6) ? oneOf(['sigmoid', 'hardSigmoid']) : oneOf(activations),
    useBias: maybe(0.8),
    unitForgetBias: maybe(0.5),
    returnSequences: maybe(0.6),
    returnState: maybe(0.4),
    goBackwards: maybe(0.3),
    stateful,
    initialState: !stateful && maybe(0.3),
    mergeMode: oneOf(['concat', 'concat', 'sum', 'ave', 'mul', null]),
    mask: maybe(0.5) ? 'none' : oneOf(['right', 'left', 'any', 'rows']),
    dropout: maybe(0.25) ? 0.4 : 0,
    trainable: maybe(0.85),
    regularizer: maybe(0.15),
    constraint: maybe(0.15),
  };
}

/** The case's mask, [batch][time]: 1 for a valid step, 0 for a hidden one. */
export function maskOf({ mask, batch, time, seed }: FuseCase): number[][] {
  const random = new RandomStream(seed, 'mask');
  return Array.from({ length: batch }, (_, row) => {
    const count = random.integer(time);
    return Array.from({ length: time }, (_, t) => {
      if (mask === 'right') return t < time - count ? 1 : 0;
      if (mask === 'left') return t >= count ? 1 : 0;
      return random.next() < 0.5 || (mask === 'rows' && row === 0) ? 0 : 1;
    });
  });
}
