/** LSTM and GRU as plain loops in float64, straight from Keras's equations, to check weights with. */
import type { CellWeights, RecurrentWeights } from '../../src/model/weights/recurrent';

const activations: Record<string, (x: number) => number> = {
  tanh: Math.tanh,
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  // Of tf.js and Keras 2.
  hardSigmoid: (x) => Math.min(1, Math.max(0, 0.2 * x + 0.5)),
};

/** [batch][time][features] */
export type Sequences = number[][][];

export interface PlainOptions {
  activation?: string;
  recurrentActivation?: string;
}

/** Outputs of all steps; of two directions side by side. */
export function plainRecurrent(x: Sequences, layer: RecurrentWeights, options: PlainOptions = {}): Sequences {
  const walked = layer.directions.map((weights, direction) =>
    x.map((steps) => {
      const order = direction === 0 ? steps : steps.toReversed();
      const outputs = walk(order, weights, layer, options);
      return direction === 0 ? outputs : outputs.toReversed();
    }),
  );
  return x.map((steps, b) => steps.map((_, t) => walked.flatMap((outputs) => outputs[b]![t]!)));
}

export function toSequences(
  values: ArrayLike<number>,
  [batch = 0, time = 0, features = 0]: number[],
): Sequences {
  return Array.from({ length: batch }, (_b, b) =>
    Array.from({ length: time }, (_t, t) =>
      Array.from({ length: features }, (_f, f) => values[(b * time + t) * features + f]!),
    ),
  );
}

function walk(
  steps: number[][],
  { kernel, recurrentKernel, bias }: CellWeights,
  { cell, resetAfter }: RecurrentWeights,
  { activation = 'tanh', recurrentActivation = 'sigmoid' }: PlainOptions,
): number[][] {
  const units = recurrentKernel.shape[0]!;
  const columns = recurrentKernel.shape[1]!;
  const gate = activations[recurrentActivation]!;
  const act = activations[activation]!;
  const product = (row: number[], matrix: Float32Array, column: number) =>
    row.reduce((sum, value, i) => sum + value * matrix[i * columns + column]!, 0);
  let h = new Array<number>(units).fill(0);
  let c = new Array<number>(units).fill(0);
  return steps.map((x) => {
    const input = (g: number, u: number) =>
      product(x, kernel.data, g * units + u) + bias.data[g * units + u]!;
    const recurrent = (g: number, u: number, state: number[]) =>
      product(state, recurrentKernel.data, g * units + u) +
      (resetAfter ? bias.data[columns + g * units + u]! : 0);
    const before = h;
    if (cell === 'lstm') {
      const a = (g: number, u: number) => input(g, u) + recurrent(g, u, before);
      c = c.map((value, u) => gate(a(1, u)) * value + gate(a(0, u)) * act(a(2, u)));
      h = c.map((value, u) => gate(a(3, u)) * act(value));
      return h;
    }
    const z = before.map((_, u) => gate(input(0, u) + recurrent(0, u, before)));
    const r = before.map((_, u) => gate(input(1, u) + recurrent(1, u, before)));
    const reset = before.map((value, u) => r[u]! * value);
    h = before.map((value, u) => {
      const candidate = resetAfter
        ? act(input(2, u) + r[u]! * recurrent(2, u, before))
        : act(input(2, u) + recurrent(2, u, reset));
      return z[u]! * value + (1 - z[u]!) * candidate;
    });
    return h;
  });
}
