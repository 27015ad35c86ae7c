import type { LSTMLayout } from '../../src/kernels/lstm/variants';
import type { AttentionShape, LSTMShape } from '../support/cases';
import type { ParityCase } from './definition';

/**
 * Cases that together take every kernel through each of its layouts and branches, forward and backward. Sizes recur, for
 * each new one is compiled anew, which takes long on software adapters.
 */
export function namedCases(): ParityCase[] {
  return [
    ...(['rows', 'units', 'alternating'] as const).flatMap(lstmCases),
    ...sequenceCases,
    ...wideCases,
    ...stepCases,
    ...attentionCases,
    ...lossCases,
    ...adamCases,
  ];
}

function lstm(
  name: string,
  layout: LSTMLayout,
  shape: Partial<LSTMShape>,
  scale = 1,
): Extract<ParityCase, { op: 'lstm' }> {
  const usual: LSTMShape = {
    batch: 5,
    time: 9,
    inputDim: 1,
    units: 5,
    kind: 'bidirectional',
    initialState: false,
    lengths: false,
    recurrentActivation: 'sigmoid',
    seed: 1,
  };
  return { op: 'lstm', name, layout, shape: { ...usual, ...shape }, scale };
}

const withAll = { initialState: true, lengths: true };

function lstmCases(layout: LSTMLayout): ParityCase[] {
  return [
    lstm('two directions', layout, {}),
    lstm('two directions, all inputs', layout, { ...withAll, batch: 6, inputDim: 3, units: 7 }),
    lstm('one direction', layout, {
      kind: 'forward',
      initialState: true,
      recurrentActivation: 'hardSigmoid',
    }),
    lstm('backwards, all inputs', layout, { ...withAll, kind: 'backwards', batch: 4, inputDim: 3, units: 7 }),
    lstm('one of each', layout, { batch: 1, time: 1, units: 1, kind: 'forward', initialState: true }),
    lstm('saturated gates', layout, { batch: 6, time: 14 }, 8),
    lstm('several workgroups', layout, { batch: 70, time: 3, units: 33 }),
  ];
}

/** Longer than one dispatch walks: the state is carried from one to the next. */
const sequenceCases = (['rows', 'units'] as const).flatMap((layout) => [
  lstm('two chunks', layout, { batch: 2, time: 515, units: 3, initialState: true }),
  lstm('two chunks, lengths', layout, { ...withAll, batch: 5, time: 515, units: 3, kind: 'backwards' }),
]);

const wideCases = [
  // Above 256, a lane has several units.
  lstm('wide', 'units', { ...withAll, batch: 2, time: 2, units: 300 }),
  lstm('widest', 'units', { batch: 2, time: 2, units: 512, kind: 'forward' }),
  lstm('widest', 'alternating', { ...withAll, batch: 2, time: 2, units: 512, kind: 'forward' }),
];

const stepCases: ParityCase[] = (['sigmoid', 'hardSigmoid'] as const).map((recurrentActivation, n) => ({
  op: 'lstmStep',
  name: recurrentActivation,
  batch: 3 + n,
  inputDim: 11 - 9 * n,
  units: 37 - 20 * n,
  recurrentActivation,
  seed: 1,
}));

function attention(
  name: string,
  shape: Partial<AttentionShape>,
  scale = 1,
): Extract<ParityCase, { op: 'attentionPool' }> {
  const usual: AttentionShape = {
    batch: 5,
    time: 37,
    features: 10,
    attentionUnits: 7,
    score: 'additive',
    lengths: false,
    seed: 1,
  };
  return { op: 'attentionPool', name, shape: { ...usual, ...shape }, scale };
}

const attentionCases = (['additive', 'dot'] as const).flatMap((score) => [
  attention('whole', { score }),
  attention('lengths', { score, lengths: true }),
  attention('one step', { score, time: 1 }),
  attention('one of each', { score, batch: 1, time: 6, features: 1, attentionUnits: 1 }),
  attention('sharp', { score, lengths: true, time: 90 }, 30),
  attention('large batch', { score, lengths: true, batch: 130, time: 18, features: 3, attentionUnits: 64 }),
]);

const lossCases: ParityCase[] = [1, 2, 3].flatMap((count) => [
  { op: 'crossEntropy', name: 'usual', batch: 13, count, seed: 1 },
  { op: 'crossEntropy', name: 'more rows than lanes', batch: 150, count, seed: 2 },
  { op: 'crossEntropy', name: 'large logits', batch: 9, count, seed: 3, scale: 100 },
]);

const adamCases: ParityCase[] = [
  { op: 'adam', name: 'first step', sizes: [12, 1, 10, 7], clipNorm: 0, step: 1, seed: 1 },
  { op: 'adam', name: 'clipped', sizes: [300, 1, 5], clipNorm: 0.5, step: 7, seed: 2 },
  { op: 'adam', name: 'below the clip', sizes: [3, 2], clipNorm: 100, step: 1000, seed: 3 },
];
