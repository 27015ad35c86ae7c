/**
 * The order of rows and steps on the CPU. Rows are sorted by falling length, so that those still active at a step are the
 * first ones.
 */
export interface Sizes {
  batch: number;
  time: number;
  inputDim: number;
  units: number;
  /** Directions, and so blocks of `units` features in a step's output. */
  directions: 1 | 2;
}

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

  /** The time at which batch row `row` is after `step` steps. */
  timeAt(row: number, step: number, backwards: boolean): number {
    return backwards ? this.lengths[row]! - 1 - step : step;
  }

  isLast(row: number, step: number): boolean {
    return step === this.lengths[row]! - 1;
  }
}
