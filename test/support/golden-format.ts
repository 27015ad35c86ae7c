/** The golden format: inputs, outputs and gradients that torch computed in float64. */

export interface LSTMGolden {
  kind: 'lstm';
  batch: number;
  time: number;
  input_dim: number;
  units: number;
  bidirectional: boolean;
  lengths: number[] | null;
  x: Nested;
  h0: Nested;
  c0: Nested;
  directions: Record<
    'kernel' | 'recurrent_kernel' | 'bias' | 'd_kernel' | 'd_recurrent_kernel' | 'd_bias',
    Nested
  >[];
  y: Nested;
  h_n: Nested;
  c_n: Nested;
  dy: Nested;
  dh_n: Nested;
  dc_n: Nested;
  dx: Nested;
  dh0: Nested;
  dc0: Nested;
}

export interface GRUGolden {
  kind: 'gru';
  reset_after: boolean;
  batch: number;
  time: number;
  input_dim: number;
  units: number;
  bidirectional: boolean;
  lengths: number[] | null;
  x: Nested;
  h0: Nested;
  /** Keras's layout and order of gates: z, r, h. */
  directions: Record<
    'kernel' | 'recurrent_kernel' | 'bias' | 'd_kernel' | 'd_recurrent_kernel' | 'd_bias',
    Nested
  >[];
  y: Nested;
  h_n: Nested;
  dy: Nested;
  dh_n: Nested;
  dx: Nested;
  dh0: Nested;
}

/** Two bidirectional LSTMs, one upon the other. */
export interface StackedGolden {
  kind: 'stacked_bilstm';
  batch: number;
  time: number;
  input_dim: number;
  units: number;
  layers: number;
  lengths: number[] | null;
  x: Nested;
  /** By torch's names and in torch's layout. */
  torch_state: Record<string, Nested>;
  torch_grad: Record<string, Nested>;
  y: Nested;
  dy: Nested;
  dx: Nested;
}

export interface AttentionGolden {
  kind: 'additive_attention';
  batch: number;
  time: number;
  features: number;
  attention_units: number;
  lengths: number[] | null;
  y: Nested;
  W: Nested;
  b: Nested;
  v: Nested;
  context: Nested;
  alpha: Nested;
  d_context: Nested;
  d_alpha: Nested;
  dy: Nested;
  dW: Nested;
  db: Nested;
  dv: Nested;
}

export interface ClassifierGolden {
  kind: 'classifier';
  batch: number;
  time: number;
  input_dim: number;
  units: number;
  attention_units: number;
  x: Nested;
  labels: Nested;
  /** By torch's names and in torch's layout: weights are [output, input]. */
  torch_state: Record<string, Nested>;
  torch_grad: Record<string, Nested>;
  probability: Nested;
  alpha: Nested;
  loss: number;
  dx: Nested;
}

/** Those that parity runs on GPUs. */
export type ParityGolden = LSTMGolden | GRUGolden | AttentionGolden | ClassifierGolden;

export type Golden = ParityGolden | StackedGolden;

type Nested = number | Nested[];

/** All numbers of nested arrays, row-major. */
export function flatten(nested: Nested | undefined): Float64Array {
  if (nested === undefined) throw new Error('the golden file lacks this value');
  return Float64Array.from(typeof nested === 'number' ? [nested] : (nested.flat(9) as number[]));
}

/** Transposes a row-major [rows, columns] matrix. */
export function transpose(matrix: ArrayLike<number>, rows: number, columns: number): Float64Array {
  return Float64Array.from(
    { length: rows * columns },
    (_, index) => matrix[(index % rows) * columns + Math.floor(index / rows)]!,
  );
}
