/**
 * A recurrent cell as the CPU's walk runs it: the walk multiplies, the cell does what is left, unit by unit.
 *
 * All arrays belong to the rows that are active at a step, in the order of the walk. Each unit has as many columns as the
 * cell wants, side by side; the walk's product fills them with x·kernel + h·recurrentKernel + bias.
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

/** What a column of a unit sums up, by the gates of Keras's weights. */
export interface PackedColumn {
  /** Absent where the column takes nothing of x. */
  kernel?: number;
  /** Absent where the column takes nothing of h. */
  recurrent?: number;
  /** Blocks of `units` in the bias; their sum is the column's. */
  bias: readonly number[];
}

export interface CpuCell {
  /** Of a unit; those with a column of the kernel come first, in the order of the gates. */
  columns: readonly PackedColumn[];
  /** Values that a unit leaves at each step for the backward pass. */
  saved: number;
  /** Puts what the first step's backward pass needs of the initial states where the step before would have left it. */
  saveStart?(states: Float32Array[], saved: Float32Array): void;
  forward(direction: Direction): ForwardStep;
  backward(direction: Direction): BackwardCell;
}

/** Replaces the states by those after the step. */
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
  /** Fills `dz`, and replaces the gradients of all states but h by those before the step. */
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
  /** What reaches h before the step by other ways than the columns, [rows, units]; filled by `step`. */
  dhBeside?: Float32Array;
  /** Adds the gradients of recurrent weights that no column has, in Keras's layout. */
  finish?(dRecurrentKernel: Float32Array): void;
}
