// What a step of a cell gives, forward and backward. See docs/kernels.md for what a cell's file declares.

import package::values::{FourValues, Value};

struct CellStep {
  h: Value, // which is also put out
  c: Value, // the second state, where the cell has one
  kept: FourValues, // what the backward pass needs
}

struct CellGradient {
  da: FourValues, // of the sums before their activation
  dh: Value, // what reaches h of the step before, but for the products with da
  dc: Value,
}

// Of a cell with two phases.
struct ExchangeGradient {
  da: Value, // of sum 1
  dh: Value,
}
