// Sums of outer products over a long axis: product[block][m][n] = Σ_k left[block][m][k] · right[block][n][k].
//
// The long axis is (step, row / 4) with four rows in each vec4, as the backward passes leave their operands. An
// invocation owns a TILE_M × TILE_N tile in registers and one of `splits` parts of the steps; `reduce_partials.wgsl` adds
// the parts in a fixed order, so that the same input gives the same bits.
//
//   left[left_offset + block · left_block + step · left_step + m · row_groups + row_group], right likewise
//   partial[block][split][m][n]
//
// Work: 2 · 4 · m · n operations per vec4 of the long axis; TILE_M + TILE_N loads for TILE_M · TILE_N dot products.

const TILE_M: u32 = 8u;
const TILE_N: u32 = 8u;

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
  tile_m: u32, // TILE_M and TILE_N, hidden from the compiler so that it keeps the loads in loops
  tile_n: u32,
}

@group(0) @binding(0) var<storage, read> left: array<vec4f>;
@group(0) @binding(1) var<storage, read> right: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> partial: array<f32>;
@group(0) @binding(3) var<uniform> shape: Shape;

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

  var sum: array<f32, TILE_M * TILE_N>;
  var a: array<vec4f, TILE_M>;
  var b: array<vec4f, TILE_N>;
  for (var step = begin; step < end; step++) {
    let left_row = shape.left_offset + block * shape.left_block + step * shape.left_step;
    let right_row = shape.right_offset + block * shape.right_block + step * shape.right_step;
    for (var row_group = 0u; row_group < shape.row_groups; row_group++) {
      // Indices past the edge repeat the last row; those sums are not stored.
      for (var i = 0u; i < shape.tile_m; i++) {
        a[i] = left[left_row + min(first_m + i, shape.m - 1u) * shape.row_groups + row_group];
      }
      for (var j = 0u; j < shape.tile_n; j++) {
        b[j] = right[right_row + min(first_n + j, shape.n - 1u) * shape.row_groups + row_group];
      }
      for (var i = 0u; i < TILE_M; i++) {
        for (var j = 0u; j < TILE_N; j++) {
          sum[i * TILE_N + j] += dot(a[i], b[j]);
        }
      }
    }
  }

  let base = (block * shape.splits + split) * shape.m * shape.n;
  for (var i = 0u; i < min(shape.tile_m, shape.m - first_m); i++) {
    for (var j = 0u; j < min(shape.tile_n, shape.n - first_n); j++) {
      partial[base + (first_m + i) * shape.n + first_n + j] = sum[i * TILE_N + j];
    }
  }
}
