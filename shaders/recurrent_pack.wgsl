// Packs the weights of one or two directions for the recurrent kernels: those of a unit's gates side by side.
//
//   packed[direction][row][unit] = gates,  rows: inputDim of the kernel, units of the recurrent kernel, the bias
//
// With TRANSPOSED, for the backward pass, only the recurrent kernel, its two unit axes swapped:
//
//   packed[direction][to][from] = the weights of the gates from unit `from` to unit `to`
//
// Keras keeps them as kernel [inputDim, gates·units], recurrentKernel [units, gates·units] and bias [gates·units] with all
// columns of the first gate first; where the candidate's sums are split, the bias has a second row, for the recurrent kernel. The
// bias is packed for each sum. One invocation packs one vec4; reads are coalesced over units, gate by gate.

import package::cell::{GATES, SPLIT};
import package::reserve::{INPUT_DIM, UNITS};

override DIRECTIONS: u32 = 2u;
override TRANSPOSED: bool = false;
override WORKGROUP: u32 = 64u;

const ROWS_PER_DIRECTION: u32 = INPUT_DIM + UNITS + 1u;

@group(0) @binding(0) var<storage, read> kernel0: array<f32>;
@group(0) @binding(1) var<storage, read> recurrent0: array<f32>;
@group(0) @binding(2) var<storage, read> bias0: array<f32>;
@group(0) @binding(3) var<storage, read> kernel1: array<f32>;
@group(0) @binding(4) var<storage, read> recurrent1: array<f32>;
@group(0) @binding(5) var<storage, read> bias1: array<f32>;
@group(0) @binding(6) var<storage, read_write> packed: array<vec4f>;

fn bias(direction: u32, column: u32) -> f32 {
  if (direction == 0u) { return bias0[column]; }
  return bias1[column];
}

fn weight(direction: u32, row: u32, column: u32) -> f32 {
  if (row < INPUT_DIM) {
    let at = row * GATES * UNITS + column;
    if (direction == 0u) { return kernel0[at]; }
    return kernel1[at];
  }
  if (row < INPUT_DIM + UNITS) {
    let at = (row - INPUT_DIM) * GATES * UNITS + column;
    if (direction == 0u) { return recurrent0[at]; }
    return recurrent1[at];
  }
  return bias(direction, column);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.x + id.y * groups.x * WORKGROUP;
  let rows = select(ROWS_PER_DIRECTION, UNITS, TRANSPOSED);
  if (index >= DIRECTIONS * rows * UNITS) { return; }
  let direction = index / (UNITS * rows);
  var unit = index % UNITS;
  var row = (index / UNITS) % rows;
  if (TRANSPOSED) {
    let to = row;
    row = INPUT_DIM + unit;
    unit = to;
  }
  var gates = vec3f(
    weight(direction, row, unit),
    weight(direction, row, UNITS + unit),
    weight(direction, row, 2u * UNITS + unit));
  var last = 0.0;
  if (GATES == 4u) { last = weight(direction, row, 3u * UNITS + unit); }
  if (SPLIT == 1u && row == INPUT_DIM + UNITS) {
    let second = 3u * UNITS + unit;
    gates += vec3f(bias(direction, second), bias(direction, second + UNITS), 0.0);
    last = bias(direction, second + 2u * UNITS);
  }
  packed[index] = vec4f(gates, last);
}
