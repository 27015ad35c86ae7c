/** What is measured: an operation at a shape, forward or as a training step. */

/**
 * 'bilstm': a bidirectional LSTM over whole sequences; its training step is that of the classifier around it
 * (attention, dense layer, loss, clipped Adam). 'bigru': a bidirectional GRU over whole sequences, forward only, in the
 * form that tf.layers has, which resets before the product. 'step': one step of one LSTM, as in streaming.
 */
export type Operation = 'bilstm' | 'bigru' | 'step' | ModelOperation;

const modelOperations = ['characters', 'stepped', 'forecaster'] as const;
/**
 * A whole model of tf.layers, stock or fused, see `models.ts`. 'characters': two LSTMs and a softmax; 'stepped': three
 * stateful LSTMs, one step; 'forecaster': two GRUs of `units` and half of them.
 */
export type ModelOperation = (typeof modelOperations)[number];

export const operations = [
  'bilstm',
  'bigru',
  'step',
  ...modelOperations,
] as const satisfies readonly Operation[];

export function isModel(op: Operation): op is ModelOperation {
  return modelOperations.some((name) => name === op);
}

export type Phase = 'forward' | 'train';

export interface Shape {
  op: Operation;
  batch: number;
  /** Time steps; 1 with the operation 'step'. */
  time: number;
  inputDim: number;
  /** Units of each direction. */
  units: number;
  /** Hidden units of the attention's score; used by the training step only. */
  attentionUnits: number;
}

const article: Shape = { op: 'bilstm', batch: 32, time: 500, inputDim: 1, units: 32, attentionUnits: 64 };

/** A preset is one shape or several, measured one after the other. */
export const presets = {
  article: [article],
  streaming: [
    { ...article, op: 'step', batch: 1, time: 1, units: 1024 },
    { ...article, batch: 1 },
  ],
  // At 500 steps, what a training step keeps would exceed the 128 MiB that many devices bind at most.
  wide: [{ ...article, units: 256, time: 100 }],
  long: [{ ...article, time: 2000 }],
  batch: [{ ...article, batch: 128 }],
  models: [
    { ...article, op: 'characters', batch: 128, time: 40, inputDim: 70, units: 128 },
    { ...article, op: 'stepped', batch: 1, time: 1, inputDim: 128, units: 1024 },
    { ...article, op: 'forecaster', time: 168, inputDim: 8, units: 64 },
  ],
  gru: [{ ...article, op: 'bigru' }],
} as const satisfies Record<string, readonly Shape[]>;

export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as PresetName[];

/** One thing for a peer to prepare and run. It is everything that weights, inputs and reference depend on. */
export interface Task {
  shape: Shape;
  phase: Phase;
  seed: number;
  /** Gives wrong weights, to see that the check finds them. */
  corrupt: boolean;
  /** Whether our kernels are to be tuned for it before they are compiled. */
  tune: boolean;
}

/** Floating-point operations that the float64 reference may take for one task: a few seconds' worth. */
const REFERENCE_OPERATIONS = 4e9;

/**
 * How many rows of the batch are distinct. The reference in JavaScript is slow, so for a large batch it computes only
 * some rows, which repeat throughout the batch. These few rows still give the result of every row, and the loss and
 * the gradients of the whole batch, since those are means over rows. A model has all its rows.
 *
 * @returns a divisor of the batch.
 */
export function distinctRows({ shape, phase }: Task): number {
  const { op, batch, time, inputDim, units, attentionUnits } = shape;
  if (isModel(op)) return batch;
  const lstm = time * 2 * gatesOf(op) * units * (inputDim + units) * directionsOf(op);
  const attention = time * 4 * units * (attentionUnits + 1);
  const row = phase === 'forward' ? lstm : 4 * (lstm + attention);
  const affordable = Math.max(1, Math.floor(REFERENCE_OPERATIONS / row));
  let rows = Math.min(batch, affordable);
  while (batch % rows !== 0) rows--;
  return rows;
}

/** Blocks of `units` columns in the weights of the cell. */
export const gatesOf = (op: Operation) => (op === 'bigru' ? 3 : 4);
export const directionsOf = (op: Operation) => (op === 'bilstm' || op === 'bigru' ? 2 : 1);

/** The shape in a few words, for tables and headings. */
export function describeShape(
  { op, batch, time, inputDim, units, attentionUnits }: Shape,
  phase: Phase,
): string {
  const sizes = `batch ${batch}, ${inputDim} → ${units} units`;
  if (op === 'step') return `one LSTM step, ${sizes}`;
  if (op === 'characters') return `characters, two LSTMs, ${sizes}, ${time} steps`;
  if (op === 'stepped') return `three stateful LSTMs, one step, ${sizes}`;
  if (op === 'forecaster')
    return `forecaster, GRUs of ${units} and ${Math.ceil(units / 2)}, ${sizes}, ${time} steps`;
  if (op === 'bigru') return `BiGRU, ${sizes}, ${time} steps`;
  if (phase === 'forward') return `BiLSTM, ${sizes}, ${time} steps`;
  return `classifier, ${sizes}, attention ${attentionUnits}, ${time} steps`;
}

const untrained: readonly Operation[] = ['bigru', 'step', 'stepped'];

/** Display names of the phases. */
export const phaseNames: Record<Phase, string> = { forward: 'Forward', train: 'Training step' };

/**
 * A single step is not trained: tf.layers could not, for its gradient of unstack wants several steps. Nor is the GRU, around
 * which there is no classifier.
 */
export function phasesOf({ op }: Shape, phases: readonly Phase[]): Phase[] {
  return phases.filter((phase) => phase === 'forward' || !untrained.includes(op));
}
