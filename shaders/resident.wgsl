// What the two walks of the resident layout share: how lanes are laid out, and what each step of a training forward pass leaves,
// in walking order and units fastest, so that neighbouring lanes store and load neighbouring values:
//
//   reserve[direction][row][slot][value][unit],  slot = 0..time
//   values: h, c where the cell has it, then the four that it keeps
//
// h and c of slot s are those before step s, the kept values those of step s. The last slot holds c after the last step.

import package::cell::{STATES};

const UNITS: u32 = 32u;
const INPUT_DIM: u32 = 1u;
const ROWS: u32 = 1u; // batch rows that a workgroup walks at once
const SHARES: u32 = 4u; // lanes of a unit of a row: 1, 2 or 4

const ROW_LANES: u32 = UNITS * SHARES;
const WORKGROUP: u32 = ROWS * ROW_LANES;
// Values of a step: the rows of the weights, which are those of h, of x and the bias.
const OPERAND: u32 = UNITS + INPUT_DIM + 1u;

const CELL_VALUE: u32 = 1u;
const KEPT_VALUE: u32 = STATES;
const SLOT: u32 = (STATES + 4u) * UNITS; // elements

// See recurrent_rows.wgsl.
const BEYOND: u32 = 1048576u;
