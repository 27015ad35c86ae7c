// What each step of a training forward pass leaves for the backward pass, in walking order and four batch rows to a vec4:
//
//   reserve[direction][slot][value][row / 4],  slot = 0..time
//   values: h and x and 1 (the left operand of the weight gradients), c where the cell has it, then the four that it keeps
//
// h and c of slot s are those before step s, x and the kept values those of step s. The last slot holds c after the last step.
// All walks, forward and backward, of whichever layout, share it.

import package::cell::{STATES};

const UNITS: u32 = 32u;
const INPUT_DIM: u32 = 1u;

const INPUT_ROW: u32 = UNITS;
const ONE_ROW: u32 = UNITS + INPUT_DIM;
const CELL_ROW: u32 = UNITS + INPUT_DIM + 1u;
const KEPT_ROW: u32 = CELL_ROW + (STATES - 1u) * UNITS;
const RESERVE_ROWS: u32 = KEPT_ROW + 4u * UNITS;
