// Packs the weights of one or two directions for the recurrent kernels: the four gates of a unit side by side.
//
//   packed[direction][row][unit] = (i, f, c, o),  rows: inputDim of the kernel, units of the recurrent kernel, the bias
//
// With TRANSPOSED, for the backward pass, only the recurrent kernel, its two unit axes swapped:
//
//   packed[direction][to][from] = the weights (i, f, c, o) from unit `from` to unit `to`
//
// Keras keeps them as kernel [inputDim, 4·units], recurrentKernel [units, 4·units] and bias [4·units] with all
// columns of gate i first. One invocation packs one vec4; reads are coalesced over units, gate by gate.

const UNITS: u32 = 32u;
const INPUT_DIM: u32 = 1u;
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

fn weight(direction: u32, row: u32, column: u32) -> f32 {
  if (row < INPUT_DIM) {
    let at = row * 4u * UNITS + column;
    if (direction == 0u) { return kernel0[at]; }
    return kernel1[at];
  }
  if (row < INPUT_DIM + UNITS) {
    let at = (row - INPUT_DIM) * 4u * UNITS + column;
    if (direction == 0u) { return recurrent0[at]; }
    return recurrent1[at];
  }
  if (direction == 0u) { return bias0[column]; }
  return bias1[column];
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
  packed[index] = vec4f(
    weight(direction, row, unit),
    weight(direction, row, UNITS + unit),
    weight(direction, row, 2u * UNITS + unit),
    weight(direction, row, 3u * UNITS + unit),
  );
}
