/**
 * A recurrent cell as the CPU's walk runs it: the walk does the products, the cell does the rest, unit by unit.
 *
 * All arrays belong to the rows that are active at a step, in the order of the walk. Each unit has as many columns as
 * the cell needs, side by side; the walk's product fills them with x·kernel + h·recurrentKernel + bias.
 */
import type { CellAttributes } from '../names';
import type { Sizes } from './cpu-walk';

/** One direction of one call. */
export interface Direction extends CellAttributes {
  sizes: Sizes;
  index: number;
  backwards: boolean;
  kernel: Float32Array;
  recurrentKernel: Float32Array;
  bias: Float32Array;
  /** h first; of all directions, [directions, batch, units]. */
  initialStates: Float32Array[];
}

/** What a column of a unit sums, by the gates of Keras's weights. */
export interface PackedColumn {
  /** Absent where the column does not depend on x. */
  kernel?: number;
  /** Absent where the column does not depend on h. */
  recurrent?: number;
  /** Blocks of `units` in the bias; their sum is the column's. */
  bias: readonly number[];
}

export interface CpuCell {
  /** The columns of a unit; those with a column of the kernel come first, in the order of the gates. */
  columns: readonly PackedColumn[];
  /** Values that a unit leaves at each step for the backward pass. */
  saved: number;
  /**
   * Stores what the first step's backward pass needs from the initial states where an earlier step would have left
   * it.
   */
  saveStart?(states: Float32Array[], saved: Float32Array): void;
  forward(direction: Direction): ForwardStep;
  backward(direction: Direction): BackwardCell;
}

/** Replaces the states with those after the step. */
export type ForwardStep = (step: {
  rows: number;
  /** [rows, units, columns] */
  z: Float32Array;
  /** h first, each [rows, units] */
  states: Float32Array[];
  /** [rows, units, saved]; absent for inference */
  saved?: Float32Array;
}) => void;

export interface BackwardCell {
  /** Fills `dz`, and replaces the gradients of all states but h with those before the step. */
  step(step: {
    rows: number;
    /** h before the step, [rows, units] */
    h: Float32Array;
    /** [rows, units, saved], and what the step before has left */
    saved: Float32Array;
    savedBefore: Float32Array;
    /** What reaches the step's output directly, [rows, units] */
    dOutputs: Float32Array;
    /** What reaches the states from later steps; h first, each [rows, units] */
    dStates: Float32Array[];
    /** [rows, units, columns] */
    dz: Float32Array;
  }): void;
  /** The part of h's gradient before the step that does not come through the columns, [rows, units]; filled by `step`. */
  dhBeside?: Float32Array;
  /** Adds the gradients of recurrent weights that belong to no column, in Keras's layout. */
  finish?(dRecurrentKernel: Float32Array): void;
}
