/**
 * What the forward and the backward pass on the CPU share: the order of rows and steps, and the packed layout.
 *
 * Rows are sorted by falling length, so that those still active at a step are the first ones. Row r of a step's
 * left matrix is [x_t, h, 1]; with kernel, recurrent kernel and bias stacked below each other one product gives
 * all four gates, and its transpose all three weight gradients. Gates of a unit lie side by side: column
 * 4·unit + gate, where the weights of Keras have gate·units + unit.
 */
import { type Panels, packPanels } from '../cpu/matrix';
import type { CellAttributes } from '../names';

export interface Sizes {
  batch: number;
  time: number;
  inputDim: number;
  units: number;
  /** Directions, and so blocks of `units` features in a step's output. */
  directions: 1 | 2;
}

/** One direction of one call. */
export interface Direction extends CellAttributes {
  index: number;
  backwards: boolean;
  kernel: Float32Array;
  recurrentKernel: Float32Array;
  bias: Float32Array;
  /** Of both directions, [directions, batch, units]. */
  h0: Float32Array;
  c0: Float32Array;
}

/** Saved for each unit at each step: i, f, g, o, c. */
export const SAVED = 5;

export class Walk {
  /** Batch rows by falling length. */
  readonly order: Int32Array;
  /** Rows active at each step. */
  private readonly active: Int32Array;

  constructor(
    readonly sizes: Sizes,
    private readonly lengths: Int32Array,
  ) {
    const { batch, time } = sizes;
    this.order = Int32Array.from({ length: batch }, (_, row) => row).sort(
      (a, b) => lengths[b]! - lengths[a]!,
    );
    this.active = new Int32Array(time);
    for (const length of lengths) {
      for (let step = 0; step < length; step++) this.active[step]!++;
    }
  }

  activeRows(step: number): number {
    return this.active[step]!;
  }

  /** Step of the longest row, counted from 1. */
  steps(): number {
    return this.lengths[this.order[0]!]!;
  }

  /** The time that batch row `row` is at after `step` steps. */
  timeAt(row: number, step: number, backwards: boolean): number {
    return backwards ? this.lengths[row]! - 1 - step : step;
  }

  isLast(row: number, step: number): boolean {
    return step === this.lengths[row]! - 1;
  }
}

/** Where the weights of Keras have packed column `n`. */
export function kerasColumn(n: number, units: number): number {
  return (n & 3) * units + (n >> 2);
}

/** Kernel, recurrent kernel and bias stacked, [inputDim + units + 1, 4·units]. */
export function packWeights({ inputDim, units }: Sizes, direction: Direction): Panels {
  const { kernel, recurrentKernel, bias } = direction;
  return packPanels(inputDim + units + 1, 4 * units, (k, n) => {
    const column = kerasColumn(n, units);
    if (k < inputDim) return kernel[k * 4 * units + column]!;
    if (k < inputDim + units) return recurrentKernel[(k - inputDim) * 4 * units + column]!;
    return bias[column]!;
  });
}

/** The transpose of a [rows, 4·units] weight, for the gradient of what it multiplies. */
export function packTransposed(weight: Float32Array, rows: number, units: number): Panels {
  return packPanels(4 * units, rows, (n, k) => weight[k * 4 * units + kerasColumn(n, units)]!);
}
