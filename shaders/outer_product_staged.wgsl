// Sums of outer products over a long axis, as outer_product.wgsl has them and with the same operands, for GPUs.
//
// A workgroup owns a tile of 32·MATRICES_M × 64 sums of one of `splits` parts of the long axis. Its 64 lanes copy DEPTH vec4s of
// all the tile's rows into workgroup memory, neighbouring lanes neighbouring vec4s, so that memory is read in whole sectors and
// once for a tile; then each lane adds to its 4·MATRICES_M × 8 sums, 4 × 4 matrices in registers. A lane's rows are 8 apart, so
// that neighbouring lanes read neighbouring vec4s of workgroup memory, whose rows of vec4s are one longer than need be for the
// same reason: no two lanes meet in a bank.
//
//   partial[block][split][m, padded to tiles][n, padded to tiles]
//
// Work: 2 · 4 · m · n operations per vec4 of the long axis; traffic: the operands, once for each tile of the other one.

import package::outer_product_shape::{Shape};

const MATRICES_M: u32 = 2u; // 1 or 2
const TILE_M: u32 = 32u * MATRICES_M;
const TILE_N: u32 = 64u;
const DEPTH: u32 = 4u;
const LANES: u32 = 64u;
const ROUNDS_M: u32 = TILE_M * DEPTH / LANES; // vec4s that a lane copies
const ROUNDS_N: u32 = TILE_N * DEPTH / LANES;
const LEFT_ROW: u32 = TILE_M + 1u;
const RIGHT_ROW: u32 = TILE_N + 1u;
const MATRICES: u32 = 2u * MATRICES_M;
const LAST: u32 = MATRICES - 1u;

@group(0) @binding(0) var<storage, read> left: array<vec4f>;
@group(0) @binding(1) var<storage, read> right: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> partial: array<f32>;
@group(0) @binding(3) var<uniform> shape: Shape;

var<workgroup> left_tile: array<vec4f, DEPTH * LEFT_ROW>; // [depth][row]
var<workgroup> right_tile: array<vec4f, DEPTH * RIGHT_ROW>;

fn load_left(at: vec4u) -> mat4x4f {
  return mat4x4f(left_tile[at.x], left_tile[at.y], left_tile[at.z], left_tile[at.w]);
}

fn load_right(at: vec4u) -> mat4x4f {
  return mat4x4f(right_tile[at.x], right_tile[at.y], right_tile[at.z], right_tile[at.w]);
}

// See recurrent_rows.wgsl.
const BEYOND: u32 = 1048576u;

@compute @workgroup_size(LANES)
fn main(@builtin(workgroup_id) workgroup: vec3u, @builtin(local_invocation_index) lane: u32) {
  let matrices = min(shape.matrices, workgroup.x + BEYOND);
  let tiles_n = (shape.n + TILE_N - 1u) / TILE_N;
  let tiles_m = (shape.m + TILE_M - 1u) / TILE_M;
  let split = shape.first_split + workgroup.x / (tiles_m * tiles_n);
  let first_m = ((workgroup.x / tiles_n) % tiles_m) * TILE_M;
  let first_n = (workgroup.x % tiles_n) * TILE_N;
  let block = workgroup.y;
  let row = lane / 8u;
  let column = lane % 8u;

  // The long axis is walked by whole depths; what is past its end counts as 0.
  let length = shape.steps * shape.row_groups;
  let turns = ((length + shape.splits - 1u) / shape.splits + DEPTH - 1u) / DEPTH;
  let begin = split * turns * DEPTH;
  let left_base = shape.left_offset + block * shape.left_block;
  let right_base = shape.right_offset + block * shape.right_block;

  let apart = vec4u(0u, 8u, 16u, 24u);
  var sums: array<mat4x4f, MATRICES>; // registers
  var a: array<mat4x4f, MATRICES_M>; // registers
  for (var turn = 0u; turn < turns; turn++) {
    let from_k = begin + turn * DEPTH;
    // All lanes have read the tile before.
    workgroupBarrier();
    let k = from_k + lane % DEPTH;
    let step = k / shape.row_groups;
    let row_group = k % shape.row_groups;
    let inside = k < length;
    for (var i = 0u; i < ROUNDS_M; i++) { // unroll
      let r = lane / DEPTH + i * (LANES / DEPTH);
      // Rows past the edge repeat the last one; nobody reads those sums.
      let at = left_base + step * shape.left_step + min(first_m + r, shape.m - 1u) * shape.row_groups + row_group;
      var value = vec4f(0.0);
      if (inside) { value = left[at]; }
      left_tile[(lane % DEPTH) * LEFT_ROW + r] = value;
    }
    for (var i = 0u; i < ROUNDS_N; i++) { // unroll
      let r = lane / DEPTH + i * (LANES / DEPTH);
      let at = right_base + step * shape.right_step + min(first_n + r, shape.n - 1u) * shape.row_groups + row_group;
      var value = vec4f(0.0);
      if (inside) { value = right[at]; }
      right_tile[(lane % DEPTH) * RIGHT_ROW + r] = value;
    }
    // Every lane reads what all lanes have copied.
    workgroupBarrier();
    for (var depth = 0u; depth < DEPTH; depth++) {
      for (var i = 0u; i < MATRICES_M; i++) { // unroll
        a[i] = transpose(load_left(depth * LEFT_ROW + row + 32u * i + apart));
      }
      for (var j = 0u; j < 2u; j++) { // unroll
        let b = load_right(depth * RIGHT_ROW + column + 32u * j + apart);
        for (var i = 0u; i < MATRICES_M; i++) { // unroll
          // aᵀ·b is the 4 × 4 matrix of the dot products of their columns.
          sums[i * 2u + j] += a[i] * b;
        }
      }
    }
  }

  // The matrices move up one by one to the place that is stored: sixteen stores in the code in place of as many for each.
  let row_length = tiles_n * TILE_N;
  let base = ((block * shape.splits + split) * tiles_m * TILE_M + first_m + row) * row_length + first_n + column;
  for (var k = 0u; k < matrices; k++) {
    let rows = transpose(sums[0]);
    let at = base + (k / 2u) * 32u * row_length + (k % 2u) * 32u;
    for (var i = 0u; i < 4u; i++) { // unroll
      partial[at + i * 8u * row_length] = rows[i].x;
      partial[at + i * 8u * row_length + 8u] = rows[i].y;
      partial[at + i * 8u * row_length + 16u] = rows[i].z;
      partial[at + i * 8u * row_length + 24u] = rows[i].w;
    }
    for (var i = 0u; i < LAST; i++) { // unroll
      sums[i] = sums[i + 1u];
    }
  }
}
