/** Random cases for the kernels: shapes drawn by fast-check, values from a seed that is part of the shape. */
import fc from 'fast-check';
import type { AttentionReferenceInput } from '../../src/kernels/attention/reference';
import type { GRUReferenceInput } from '../../src/kernels/gru/reference';
import type { LSTMReferenceInput } from '../../src/kernels/lstm/reference';
import type { CellAttributes } from '../../src/kernels/names';
import type { ReferenceInput } from '../../src/kernels/recurrent/reference';
import { RandomStream } from '../../src/random';

export interface RecurrentShape extends CellAttributes {
  batch: number;
  time: number;
  inputDim: number;
  units: number;
  kind: 'forward' | 'backwards' | 'bidirectional';
  initialState: boolean;
  lengths: boolean;
  seed: number;
}
export type LSTMShape = RecurrentShape;
export type GRUShape = RecurrentShape & { resetAfter: boolean };

type Sizes = { batch: number; time: number; inputDim: number; units: number };

function recurrentFields(largest: Sizes) {
  return {
    batch: fc.integer({ min: 1, max: largest.batch }),
    time: fc.integer({ min: 1, max: largest.time }),
    inputDim: fc.integer({ min: 1, max: largest.inputDim }),
    units: fc.integer({ min: 1, max: largest.units }),
    kind: fc.constantFrom('forward' as const, 'backwards' as const, 'bidirectional' as const),
    initialState: fc.boolean(),
    lengths: fc.boolean(),
    seed: fc.nat(),
    activation: fc.constantFrom(...activations),
    recurrentActivation: fc.constantFrom(...activations),
  };
}

const activations = ['tanh', 'sigmoid', 'hardSigmoid', 'linear', 'relu'] as const;

export function lstmShapes(largest: Sizes) {
  return fc.record<LSTMShape>(recurrentFields(largest));
}

export function gruShapes(largest: Sizes) {
  return fc.record<GRUShape>({ ...recurrentFields(largest), resetAfter: fc.boolean() });
}

/** Values that float32 holds exactly, so that kernels and the float64 reference start from the same. */
export function drawLSTM(shape: LSTMShape): LSTMReferenceInput {
  const random = new RandomStream(shape.seed);
  const drawn = drawRecurrent(random, shape, 4, 4 * shape.units);
  const states = drawn.directions.length * shape.batch * shape.units;
  return {
    ...drawn,
    ...(shape.initialState && { h0: normals(random, states, 0.5), c0: normals(random, states) }),
    ...(shape.lengths && { lengths: drawLengths(random, shape.batch, shape.time) }),
  };
}

/** As `drawLSTM`. */
export function drawGRU(shape: GRUShape): GRUReferenceInput {
  const { resetAfter, units } = shape;
  const random = new RandomStream(shape.seed);
  const drawn = drawRecurrent(random, shape, 3, (resetAfter ? 6 : 3) * units);
  const states = drawn.directions.length * shape.batch * units;
  return {
    ...drawn,
    resetAfter,
    ...(shape.initialState && { h0: normals(random, states, 0.5) }),
    ...(shape.lengths && { lengths: drawLengths(random, shape.batch, shape.time) }),
  };
}

/** What both cells have in common. */
function drawRecurrent(
  random: RandomStream,
  shape: RecurrentShape,
  gates: number,
  biasElements: number,
): ReferenceInput {
  const { batch, time, inputDim, units, kind, activation, recurrentActivation } = shape;
  const scale = weightScale(shape);
  return {
    batch,
    time,
    inputDim,
    units,
    x: normals(random, batch * time * inputDim),
    directions: Array.from({ length: kind === 'bidirectional' ? 2 : 1 }, () => ({
      kernel: normals(random, inputDim * gates * units, scale),
      recurrentKernel: normals(random, units * gates * units, scale / Math.sqrt(units)),
      bias: normals(random, biasElements, scale),
    })),
    goBackwards: kind === 'backwards',
    activation,
    recurrentActivation,
  };
}

/** How large the weights of a cell may be: with unbounded activations, large ones make the state grow step by step. */
function weightScale({
  activation,
  recurrentActivation,
  inputDim,
}: CellAttributes & { inputDim: number }): number {
  const unbounded = [activation, recurrentActivation].some((name) => name === 'linear' || name === 'relu');
  return unbounded ? 0.25 / Math.sqrt(inputDim) : 1;
}

export interface AttentionShape {
  batch: number;
  time: number;
  features: number;
  attentionUnits: number;
  score: 'additive' | 'dot';
  lengths: boolean;
  seed: number;
}

export function attentionShapes(largest: { batch: number; time: number; features: number; units: number }) {
  return fc.record<AttentionShape>({
    batch: fc.integer({ min: 1, max: largest.batch }),
    time: fc.integer({ min: 1, max: largest.time }),
    features: fc.integer({ min: 1, max: largest.features }),
    attentionUnits: fc.integer({ min: 1, max: largest.units }),
    score: fc.constantFrom('additive', 'dot'),
    lengths: fc.boolean(),
    seed: fc.nat(),
  });
}

export function drawAttention(shape: AttentionShape): AttentionReferenceInput {
  const { batch, time, features, attentionUnits, score } = shape;
  const random = new RandomStream(shape.seed);
  return {
    batch,
    time,
    features,
    values: normals(random, batch * time * features),
    parameters:
      score === 'additive'
        ? {
            score,
            attentionUnits,
            kernel: normals(random, features * attentionUnits, 1 / Math.sqrt(features)),
            bias: normals(random, attentionUnits),
            query: normals(random, attentionUnits),
          }
        : { score, query: normals(random, features) },
    ...(shape.lengths && { lengths: drawLengths(random, batch, time) }),
  };
}

export function normals(random: RandomStream, count: number, scale = 1): Float32Array {
  return Float32Array.from({ length: count }, () => random.normal() * scale);
}

function drawLengths(random: RandomStream, batch: number, time: number): Int32Array {
  return Int32Array.from({ length: batch }, () => 1 + random.integer(time));
}
