import type { AttentionLayout } from '../../src/kernels/attention/variants';
import { type Activation, DEFAULT_ACTIVATIONS } from '../../src/kernels/names';
import type { Layout } from '../../src/kernels/recurrent/variants';
import type { AttentionShape, GRUShape, LSTMShape } from '../support/cases';
import type { ParityCase } from './definition';

/**
 * Cases that together take every kernel through each of its layouts and branches, forward and backward. Sizes recur,
 * because each new one means a new compilation, which takes long on software adapters.
 */
export function namedCases(): ParityCase[] {
  return [
    ...(['rows', 'units', 'alternating'] as const).flatMap(lstmCases),
    ...(['rows', 'units'] as const).flatMap(longCases),
    ...(['resident-1', 'resident-2', 'resident-4'] as const).flatMap(residentCases),
    ...(['streamed-1', 'streamed-4', 'streamed-8'] as const).flatMap(streamedCases),
    ...wideCases,
    ...(['rows', 'units', 'alternating'] as const).flatMap(activationCases),
    ...(['rows', 'units', 'alternating'] as const).flatMap(gruCases),
    ...gruWideCases,
    ...stepCases,
    ...gruStepCases,
    ...(['rows', 'units'] as const).flatMap(attentionCases),
    ...lossCases,
    ...adamCases,
  ];
}

function lstm(
  name: string,
  layout: Layout,
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
    ...DEFAULT_ACTIVATIONS,
    seed: 1,
  };
  return { op: 'lstm', name, layout, shape: { ...usual, ...shape }, scale };
}

const withAll = { initialState: true, lengths: true };

/** Batches of every remainder of the four rows that a lane takes. */
function lstmCases(layout: Layout): ParityCase[] {
  // The kernels with lanes over rows take units in fours; in eights, their tiles are larger.
  const [few, some, many] = layout === 'rows' ? [4, 16, 36] : [5, 7, 33];
  const all = { ...withAll, inputDim: 3, units: some };
  return [
    lstm('two directions', layout, { units: few }),
    lstm('saturated gates', layout, { units: few, batch: 6, time: 14 }, 8),
    { ...lstm('weak signals', layout, { units: few }), weightScale: 0.02 },
    lstm('two directions, all inputs', layout, { ...all, batch: 6 }),
    lstm('backwards, all inputs', layout, {
      ...all,
      kind: 'backwards',
      batch: 4,
      recurrentActivation: 'hardSigmoid',
    }),
    lstm('one direction', layout, { units: few, kind: 'forward', initialState: true, batch: 7 }),
    lstm('one step of one row', layout, {
      units: few,
      batch: 1,
      time: 1,
      kind: 'forward',
      initialState: true,
    }),
    lstm('several workgroups', layout, { units: many, batch: 71, time: 3 }),
  ];
}

/** More steps than one dispatch walks: the state is carried from one to the next. */
function longCases(layout: Layout): ParityCase[] {
  return [
    lstm('two chunks, lengths', layout, { ...withAll, batch: 5, time: 515, units: 8, kind: 'backwards' }),
    // Some adapters silently end loops after a number of turns: as many as real use needs, and more.
    lstm('article', layout, { batch: 3, time: 500, units: 32 }),
    ...(layout === 'units'
      ? [lstm('long and wide', layout, { batch: 1, time: 500, units: 132, kind: 'forward' })]
      : []),
  ];
}

const wideCases = [
  // Above 256, a lane has several units.
  lstm('widest', 'units', { ...withAll, batch: 2, time: 2, units: 510, kind: 'forward' }),
  lstm('widest', 'alternating', { ...withAll, batch: 2, time: 2, units: 512, kind: 'forward' }),
  lstm('one unit', 'units', { units: 1, batch: 2, time: 3 }),
  lstm('one unit', 'alternating', { units: 1, batch: 2, time: 3 }),
];

/** All activations, each in both places; each pair is compiled anew. */
const activationPairs = [
  ['sigmoid', 'tanh'],
  ['hardSigmoid', 'relu'],
  ['linear', 'hardSigmoid'],
  ['relu', 'linear'],
] as const satisfies [Activation, Activation][];

function activationCases(layout: Layout): ParityCase[] {
  return activationPairs.map(([activation, recurrentActivation]) =>
    lstm(`${activation} and ${recurrentActivation}`, layout, {
      ...withAll,
      batch: 6,
      units: 4,
      kind: 'forward',
      activation,
      recurrentActivation,
    }),
  );
}

/** Several rows of a workgroup, a last workgroup that is not full, and more rows than workgroups; operands of any remainder. */
function residentCases(layout: Layout): ParityCase[] {
  const all = { ...withAll, inputDim: 3, batch: 6, units: 7 };
  return [
    lstm('two directions, all inputs', layout, all),
    lstm('backwards, all inputs', layout, { ...all, kind: 'backwards', recurrentActivation: 'hardSigmoid' }),
    lstm('one step of one row', layout, { units: 5, batch: 1, time: 1, kind: 'forward', initialState: true }),
    lstm('one unit', layout, { units: 1, batch: 7, time: 3 }),
    lstm('several rows a workgroup', layout, {
      units: 2,
      batch: 531,
      time: 4,
      kind: 'forward',
      lengths: true,
    }),
    lstm('32 units', layout, { units: 32, batch: 3, time: 40, lengths: true }),
    gru('two directions, all inputs', layout, all),
    gru('saturated gates', layout, { units: 6, time: 14, kind: 'forward' }, 8),
    // More steps than one dispatch walks.
    ...(layout === 'resident-2'
      ? [
          lstm('two chunks, lengths', layout, {
            ...withAll,
            batch: 3,
            time: 4100,
            units: 3,
            kind: 'backwards',
          }),
        ]
      : []),
    ...(layout === 'resident-4'
      ? [lstm('64 units', layout, { units: 64, batch: 2, time: 9, inputDim: 2 })]
      : []),
  ];
}

/** A last workgroup that is not full, units of any remainder, and weights that stay and that are loaded. */
function streamedCases(layout: Layout): ParityCase[] {
  const all = { ...withAll, inputDim: 3, batch: 9, units: 35 };
  return [
    lstm('two directions, all inputs', layout, all),
    lstm('backwards, all inputs', layout, {
      ...all,
      kind: 'backwards',
      batch: 6,
      units: 100,
      recurrentActivation: 'hardSigmoid',
    }),
    gru('two directions, all inputs', layout, all),
    lstm('one step of one row', layout, {
      units: 33,
      batch: 1,
      time: 1,
      kind: 'forward',
      initialState: true,
    }),
    // More steps than one dispatch walks.
    ...(layout === 'streamed-1'
      ? [lstm('two chunks', layout, { batch: 1, time: 4100, units: 33, kind: 'forward', lengths: true })]
      : []),
  ];
}

function gru(
  name: string,
  layout: Layout,
  shape: Partial<GRUShape>,
  scale = 1,
): Extract<ParityCase, { op: 'gru' }> {
  const usual: GRUShape = {
    batch: 5,
    time: 9,
    inputDim: 1,
    units: 5,
    kind: 'bidirectional',
    initialState: false,
    lengths: false,
    ...DEFAULT_ACTIVATIONS,
    resetAfter: true,
    seed: 1,
  };
  return { op: 'gru', name, layout, shape: { ...usual, ...shape }, scale };
}

function gruCases(layout: Layout): ParityCase[] {
  const [few, some, many] = layout === 'rows' ? [4, 16, 36] : [5, 7, 33];
  return [true, false].flatMap((resetAfter) => [
    gru('two directions', layout, { resetAfter, units: few }),
    gru('saturated gates', layout, { resetAfter, units: few, batch: 6, time: 14 }, 8),
    gru('two directions, all inputs', layout, {
      ...withAll,
      resetAfter,
      inputDim: 3,
      units: some,
      batch: 6,
    }),
    gru('backwards, all inputs', layout, {
      ...withAll,
      resetAfter,
      inputDim: 3,
      units: some,
      batch: 8,
      kind: 'backwards',
      activation: 'relu',
      recurrentActivation: 'hardSigmoid',
    }),
    gru('several workgroups', layout, { resetAfter, units: many, batch: 71, time: 3, kind: 'forward' }),
  ]);
}

const gruWideCases = [true, false].flatMap((resetAfter) => [
  gru('two chunks, lengths', 'units', { ...withAll, resetAfter, time: 515, units: 8, kind: 'backwards' }),
  gru('two chunks, lengths', 'rows', { ...withAll, resetAfter, time: 515, units: 8, kind: 'backwards' }),
  gru('widest', 'units', { ...withAll, resetAfter, batch: 2, time: 2, units: 510, kind: 'forward' }),
  gru('widest', 'alternating', { ...withAll, resetAfter, batch: 2, time: 2, units: 512, kind: 'forward' }),
]);

const gruStepCases: ParityCase[] = [true, false].map((resetAfter) => ({
  op: 'gruStep',
  name: resetAfter ? 'reset after' : 'reset before',
  batch: 3,
  inputDim: 11,
  units: 37,
  ...DEFAULT_ACTIVATIONS,
  resetAfter,
  seed: 1,
}));

/** Units in fours take the kernel with lanes over quads, and more than its tile of them several workgroups. */
const stepCases: ParityCase[] = (['sigmoid', 'hardSigmoid'] as const).flatMap((recurrentActivation, n) =>
  [37 - 20 * n, 44 - 24 * n].map((units) => ({
    op: 'lstmStep' as const,
    name: `${recurrentActivation}, ${units} units`,
    batch: 3 + n,
    inputDim: 11 - 9 * n,
    units,
    activation: 'tanh' as const,
    recurrentActivation,
    seed: 1,
  })),
);

function attention(
  name: string,
  layout: AttentionLayout,
  shape: Partial<AttentionShape>,
  scale = 1,
): Extract<ParityCase, { op: 'attentionPool' }> {
  const usual: AttentionShape = {
    batch: 5,
    time: 37,
    // The kernels with lanes over rows take features in fours.
    features: layout === 'rows' ? 12 : 10,
    attentionUnits: 7,
    score: 'additive',
    lengths: false,
    seed: 1,
  };
  return { op: 'attentionPool', name, layout, shape: { ...usual, ...shape }, scale };
}

function attentionCases(layout: AttentionLayout): ParityCase[] {
  const scores = ['additive', 'dot'] as const;
  return [
    ...scores.flatMap((score) => [
      attention('whole', layout, { score }),
      attention('lengths', layout, { score, lengths: true }),
      attention('one step', layout, { score, time: 1 }),
      attention('one of each', layout, {
        score,
        batch: 1,
        time: 6,
        features: layout === 'rows' ? 4 : 1,
        attentionUnits: 1,
      }),
      attention('sharp', layout, { score, lengths: true, time: 90 }, 30),
      attention('article', layout, { score, batch: 3, time: 500, features: 64, attentionUnits: 64 }),
    ]),
    ...(layout === 'rows'
      ? [longAttention]
      : scores.map((score) => attention('wide', layout, { score, features: 130, attentionUnits: 150 }))),
  ];
}

/** A batch so large that an invocation would have a whole row, and too many loop turns for some adapters. */
const longAttention: ParityCase = {
  ...attention('long', 'rows', { batch: 2, time: 850, features: 16, attentionUnits: 32 }),
  copies: 512,
};

const lossCases: ParityCase[] = [1, 2, 3, 1000].flatMap((count) => [
  { op: 'crossEntropy', name: 'usual', batch: 13, count, seed: 1 },
  { op: 'crossEntropy', name: 'more rows than lanes', batch: 150, count, seed: 2 },
  { op: 'crossEntropy', name: 'large logits', batch: 9, count, seed: 3, scale: 100 },
  { op: 'crossEntropy', name: 'all right', batch: 9, count, seed: 4, scale: 20, right: true },
]);

const adamCases: ParityCase[] = [
  { op: 'adam', name: 'first step', sizes: [12, 1, 10, 7], clipNorm: 0, step: 1, seed: 1 },
  // More than the lanes of the norm take in a turn.
  { op: 'adam', name: 'clipped', sizes: [2300, 1, 5], clipNorm: 0.5, step: 7, seed: 2 },
  { op: 'adam', name: 'below the clip', sizes: [3, 2], clipNorm: 100, step: 1000, seed: 3 },
];
