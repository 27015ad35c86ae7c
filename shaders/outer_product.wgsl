// Sums of outer products over a long axis: product[block][m][n] = Σ_k left[block][m][k] · right[block][n][k].
//
// The long axis is (step, row / 4) with four rows in each vec4, as the backward passes leave their operands. An
// invocation owns an 8 × 16 tile in registers, as 2 × 4 matrices, and one of `splits` parts of the steps;
// `reduce_partials.wgsl` adds the parts in a fixed order, so that the same input gives the same bits. The tile is spelled
// out because software adapters keep arrays in memory.
//
//   left[left_offset + block · left_block + step · left_step + m · row_groups + row_group], right likewise
//   partial[block][split][m][n]
//
// Work: 2 · 4 · m · n operations per vec4 of the long axis; 24 loads for 128 dot products.

const TILE_M: u32 = 8u;
const TILE_N: u32 = 16u;

override WORKGROUP: u32 = 64u;

struct Shape {
  m: u32,
  n: u32,
  steps: u32,
  row_groups: u32,
  left_offset: u32,
  left_block: u32,
  left_step: u32,
  right_offset: u32,
  right_block: u32,
  right_step: u32,
  splits: u32,
}

@group(0) @binding(0) var<storage, read> left: array<vec4f>;
@group(0) @binding(1) var<storage, read> right: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> partial: array<f32>;
@group(0) @binding(3) var<uniform> shape: Shape;

fn load_left(at: vec4u) -> mat4x4f {
  return mat4x4f(left[at.x], left[at.y], left[at.z], left[at.w]);
}

fn load_right(at: vec4u) -> mat4x4f {
  return mat4x4f(right[at.x], right[at.y], right[at.z], right[at.w]);
}

// Row i of the tile's part is column i of `block`'s transpose; rows and columns past the edge are not stored.
fn store(base: u32, m: u32, n: u32, columns: mat4x4f) {
  let rows = transpose(columns);
  for (var i = 0u; i < 4u; i++) {
    if (m + i < shape.m) {
      for (var j = 0u; j < 4u; j++) {
        if (n + j < shape.n) { partial[base + (m + i) * shape.n + n + j] = rows[i][j]; }
      }
    }
  }
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let tiles_n = (shape.n + TILE_N - 1u) / TILE_N;
  let tiles_m = (shape.m + TILE_M - 1u) / TILE_M;
  let split = id.x / (tiles_m * tiles_n);
  if (split >= shape.splits) { return; }
  let first_m = ((id.x / tiles_n) % tiles_m) * TILE_M;
  let first_n = (id.x % tiles_n) * TILE_N;
  let block = id.y;
  let steps_per_split = (shape.steps + shape.splits - 1u) / shape.splits;
  let begin = split * steps_per_split;
  let end = min(begin + steps_per_split, shape.steps);

  // Indices past the edge repeat the last row; those sums are not stored.
  let four = vec4u(0u, 1u, 2u, 3u);
  let last_m = vec4u(shape.m - 1u);
  let last_n = vec4u(shape.n - 1u);
  let m0 = min(first_m + four, last_m) * shape.row_groups;
  let m1 = min(first_m + 4u + four, last_m) * shape.row_groups;
  let n0 = min(first_n + four, last_n) * shape.row_groups;
  let n1 = min(first_n + 4u + four, last_n) * shape.row_groups;
  let n2 = min(first_n + 8u + four, last_n) * shape.row_groups;
  let n3 = min(first_n + 12u + four, last_n) * shape.row_groups;

  var c00 = mat4x4f();
  var c01 = mat4x4f();
  var c02 = mat4x4f();
  var c03 = mat4x4f();
  var c10 = mat4x4f();
  var c11 = mat4x4f();
  var c12 = mat4x4f();
  var c13 = mat4x4f();
  for (var step = begin; step < end; step++) {
    let left_row = shape.left_offset + block * shape.left_block + step * shape.left_step;
    let right_row = shape.right_offset + block * shape.right_block + step * shape.right_step;
    for (var row_group = 0u; row_group < shape.row_groups; row_group++) {
      // aᵀ·b is the 4 × 4 matrix of the dot products of their columns.
      let a0 = transpose(load_left(left_row + row_group + m0));
      let a1 = transpose(load_left(left_row + row_group + m1));
      let b0 = load_right(right_row + row_group + n0);
      c00 += a0 * b0;
      c10 += a1 * b0;
      let b1 = load_right(right_row + row_group + n1);
      c01 += a0 * b1;
      c11 += a1 * b1;
      let b2 = load_right(right_row + row_group + n2);
      c02 += a0 * b2;
      c12 += a1 * b2;
      let b3 = load_right(right_row + row_group + n3);
      c03 += a0 * b3;
      c13 += a1 * b3;
    }
  }

  let base = (block * shape.splits + split) * shape.m * shape.n;
  store(base, first_m, first_n, c00);
  store(base, first_m, first_n + 4u, c01);
  store(base, first_m, first_n + 8u, c02);
  store(base, first_m, first_n + 12u, c03);
  store(base, first_m + 4u, first_n, c10);
  store(base, first_m + 4u, first_n + 4u, c11);
  store(base, first_m + 4u, first_n + 8u, c12);
  store(base, first_m + 4u, first_n + 12u, c13);
}
