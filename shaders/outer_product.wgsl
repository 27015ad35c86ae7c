// Sums of outer products over a long axis: product[block][m][n] = Σ_k left[block][m][k] · right[block][n][k].
//
// The long axis is (step, row / 4) with four rows in each vec4, as the backward passes leave their operands. An
// invocation owns a TILE_M × TILE_N tile in registers, as 4 × 4 matrices, and one of `splits` parts of the steps;
// `reduce_partials.wgsl` adds the parts in a fixed order, so that the same input gives the same bits. A tile loads
// TILE_M + TILE_N vec4s for TILE_M · TILE_N dot products: a large one where loads are dear, a small one where registers are.
//
//   left[left_offset + block · left_block + step · left_step + m · row_groups + row_group], right likewise
//   partial[block][split][m, padded to tiles][n, padded to tiles]
//
// Work: 2 · 4 · m · n operations per vec4 of the long axis.

import package::outer_product_shape::{Shape};

const TILE_M: u32 = 8u; // multiples of 4
const TILE_N: u32 = 16u;
const MATRICES_M: u32 = TILE_M / 4u;
const MATRICES_N: u32 = TILE_N / 4u;
const MATRICES: u32 = MATRICES_M * MATRICES_N;
const LAST: u32 = MATRICES - 1u;

override WORKGROUP: u32 = 64u;

@group(0) @binding(0) var<storage, read> left: array<vec4f>;
@group(0) @binding(1) var<storage, read> right: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> partial: array<vec4f>;
@group(0) @binding(3) var<uniform> shape: Shape;

fn load_left(at: vec4u) -> mat4x4f {
  return mat4x4f(left[at.x], left[at.y], left[at.z], left[at.w]);
}

fn load_right(at: vec4u) -> mat4x4f {
  return mat4x4f(right[at.x], right[at.y], right[at.z], right[at.w]);
}

// See recurrent_rows.wgsl.
const BEYOND: u32 = 1048576u;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(workgroup_id) workgroup: vec3u) {
  let row_groups = min(shape.row_groups, workgroup.x + BEYOND);
  let matrices = min(shape.matrices, workgroup.x + BEYOND);
  let tiles_n = (shape.n + TILE_N - 1u) / TILE_N;
  let tiles_m = (shape.m + TILE_M - 1u) / TILE_M;
  let split = shape.first_split + id.x / (tiles_m * tiles_n);
  if (split >= shape.splits) { return; }
  let first_m = ((id.x / tiles_n) % tiles_m) * TILE_M;
  let first_n = (id.x % tiles_n) * TILE_N;
  let block = id.y;
  let steps_per_split = (shape.steps + shape.splits - 1u) / shape.splits;
  let begin = split * steps_per_split;
  let end = min(begin + steps_per_split, shape.steps);

  // Indices past the edge repeat the last row; nobody reads those sums.
  let four = vec4u(0u, 1u, 2u, 3u);
  var left_rows: array<vec4u, MATRICES_M>; // registers
  var right_rows: array<vec4u, MATRICES_N>; // registers
  for (var i = 0u; i < MATRICES_M; i++) { // unroll
    left_rows[i] = min(first_m + 4u * i + four, vec4u(shape.m - 1u)) * shape.row_groups;
  }
  for (var j = 0u; j < MATRICES_N; j++) { // unroll
    right_rows[j] = min(first_n + 4u * j + four, vec4u(shape.n - 1u)) * shape.row_groups;
  }

  var sums: array<mat4x4f, MATRICES>; // registers
  var a: array<mat4x4f, MATRICES_M>; // registers
  for (var step = begin; step < end; step++) {
    let left_step = shape.left_offset + block * shape.left_block + step * shape.left_step;
    let right_step = shape.right_offset + block * shape.right_block + step * shape.right_step;
    for (var row_group = 0u; row_group < row_groups; row_group++) {
      for (var i = 0u; i < MATRICES_M; i++) { // unroll
        a[i] = transpose(load_left(left_step + row_group + left_rows[i]));
      }
      for (var j = 0u; j < MATRICES_N; j++) { // unroll
        let b = load_right(right_step + row_group + right_rows[j]);
        for (var i = 0u; i < MATRICES_M; i++) { // unroll
          // aᵀ·b is the 4 × 4 matrix of the dot products of their columns.
          sums[i * MATRICES_N + j] += a[i] * b;
        }
      }
    }
  }

  // The matrices move up one by one to the place that is stored: one store in the code in place of MATRICES.
  let row_length = tiles_n * MATRICES_N; // in vec4s
  let base = ((block * shape.splits + split) * tiles_m * TILE_M + first_m) * row_length + first_n / 4u;
  for (var k = 0u; k < matrices; k++) {
    let rows = transpose(sums[0]);
    let at = base + (k / MATRICES_N) * 4u * row_length + k % MATRICES_N;
    partial[at] = rows[0];
    partial[at + row_length] = rows[1];
    partial[at + 2u * row_length] = rows[2];
    partial[at + 3u * row_length] = rows[3];
    for (var i = 0u; i < LAST; i++) { // unroll
      sums[i] = sums[i + 1u];
    }
  }
}
