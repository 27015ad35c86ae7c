// What a step of a cell gives, forward and backward: of one unit and four batch rows or, elementwise just the same, of four
// units and one row. See docs/kernels.md for what a cell's file declares.

struct CellStep {
  h: vec4f, // which is also put out
  c: vec4f, // the second state, where the cell has one
  kept: mat4x4f, // what the backward pass needs
}

struct CellGradient {
  da: mat4x4f, // of the sums before their activation
  dh: vec4f, // what reaches h of the step before, but for the products with da
  dc: vec4f,
}

// Of a cell with two phases.
struct ExchangeGradient {
  da: vec4f, // of sum 1
  dh: vec4f,
}
