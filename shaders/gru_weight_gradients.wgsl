// Cuts the gradients of a GRU's weights out of the product of the reserve's left operand and all da.
//
//   product[direction][row][sum · units + unit], rows: h, x, 1 and, with RESET_BEFORE, r·h
//
// The recurrent kernel's candidate columns are h times the da of its own sum or, with RESET_BEFORE, r·h times the candidate's da.
// An invocation copies one element of the weights of one direction: the kernel's, then the recurrent kernel's, then the bias's.

const UNITS: u32 = 32u;
const INPUT_DIM: u32 = 1u;

override WORKGROUP: u32 = 64u;
override RESET_BEFORE: bool = false;

struct Part {
  direction: u32,
}

@group(0) @binding(0) var<storage, read> product: array<f32>;
@group(0) @binding(1) var<storage, read_write> d_kernel: array<f32>; // [inputDim, 3·units]
@group(0) @binding(2) var<storage, read_write> d_recurrent_kernel: array<f32>; // [units, 3·units]
@group(0) @binding(3) var<storage, read_write> d_bias: array<f32>; // [2, 3·units] or, with RESET_BEFORE, [3·units]
@group(0) @binding(4) var<uniform> part: Part;

const GATES: u32 = 3u * UNITS;
const ONE_ROW: u32 = UNITS + INPUT_DIM;
const EXCHANGED_ROW: u32 = ONE_ROW + 1u;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.x + id.y * groups.x * WORKGROUP;
  let rows = EXCHANGED_ROW + select(0u, UNITS, RESET_BEFORE);
  let columns = select(4u, 3u, RESET_BEFORE) * UNITS;
  let base = part.direction * rows * columns;
  let column = index % GATES;
  let row = index / GATES;
  let candidate = column >= 2u * UNITS;
  // Where the column of the recurrent product is.
  let recurrent_column = column + select(0u, UNITS, candidate && !RESET_BEFORE);
  if (row < INPUT_DIM) {
    d_kernel[index] = product[base + (UNITS + row) * columns + column];
  } else if (row < INPUT_DIM + UNITS) {
    let k = row - INPUT_DIM;
    let left = k + select(0u, EXCHANGED_ROW, candidate && RESET_BEFORE);
    d_recurrent_kernel[index - INPUT_DIM * GATES] = product[base + left * columns + recurrent_column];
  } else if (row == INPUT_DIM + UNITS) {
    d_bias[column] = product[base + ONE_ROW * columns + column];
  } else if (row == INPUT_DIM + UNITS + 1u && !RESET_BEFORE) {
    d_bias[GATES + column] = product[base + ONE_ROW * columns + recurrent_column];
  }
}
