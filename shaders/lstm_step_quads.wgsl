// One fused LSTM step as in lstm_step.wgsl, for units that are a multiple of four: each load brings four weights.
//
// A workgroup makes QUAD_TILE · QUADS_PER_LANE groups of four units of one batch row. Its lanes are QUAD_TILE × K_PARTS
// parts of the summed axis: neighbouring lanes read neighbouring vec4s of the weights, and the parts are added in workgroup
// memory. Bound by reading the weights once per row. On a CPU each lane takes several groups, so that it reads longer runs
// of a row of the weights, whose rows lie 16 bytes · units apart: too far for the caches to foresee the next one.

import package::lstm_cell::{cell_step};

const QUAD_TILE: u32 = 8u;
const QUADS_PER_LANE: u32 = 1u;
const K_PARTS: u32 = 16u;
const LANES: u32 = QUAD_TILE * K_PARTS;

struct Shape {
  batch: u32,
  input_dim: u32,
  units: u32,
}

@group(0) @binding(0) var<storage, read> x: array<f32>; // [batch, inputDim]
@group(0) @binding(1) var<storage, read> kernel: array<vec4f>; // [inputDim, gate i, f, c, o, units / 4]
@group(0) @binding(2) var<storage, read> recurrent_kernel: array<vec4f>; // [units, gate, units / 4]
@group(0) @binding(3) var<storage, read> bias: array<vec4f>; // [gate, units / 4]
@group(0) @binding(4) var<storage, read> h: array<f32>; // [batch, units]
@group(0) @binding(5) var<storage, read> c: array<vec4f>; // [batch, units / 4]
@group(0) @binding(6) var<storage, read_write> next_h: array<vec4f>;
@group(0) @binding(7) var<storage, read_write> next_c: array<vec4f>;
@group(0) @binding(8) var<uniform> shape: Shape;

var<workgroup> parts: array<mat4x4f, LANES * QUADS_PER_LANE>; // a column for each gate

@compute @workgroup_size(QUAD_TILE, K_PARTS)
fn main(@builtin(workgroup_id) workgroup: vec3u, @builtin(local_invocation_id) lane: vec3u) {
  let row = workgroup.y;
  let quads = shape.units / 4u;
  let first = workgroup.x * QUAD_TILE * QUADS_PER_LANE + lane.x;
  var q: array<u32, QUADS_PER_LANE>; // registers
  var a: array<mat4x4f, QUADS_PER_LANE>; // registers
  for (var n = 0u; n < QUADS_PER_LANE; n++) { // unroll
    q[n] = min(first + n * QUAD_TILE, quads - 1u); // what is past the end is computed, but never stored
  }
  for (var k = lane.y; k < shape.input_dim; k += K_PARTS) {
    let value = x[row * shape.input_dim + k];
    for (var n = 0u; n < QUADS_PER_LANE; n++) { // unroll
      let at = k * shape.units + q[n];
      a[n] += value * mat4x4f(kernel[at], kernel[at + quads], kernel[at + 2u * quads], kernel[at + 3u * quads]);
    }
  }
  for (var k = lane.y; k < shape.units; k += K_PARTS) {
    let value = h[row * shape.units + k];
    for (var n = 0u; n < QUADS_PER_LANE; n++) { // unroll
      let at = k * shape.units + q[n];
      a[n] += value * mat4x4f(
        recurrent_kernel[at], recurrent_kernel[at + quads], recurrent_kernel[at + 2u * quads],
        recurrent_kernel[at + 3u * quads]);
    }
  }
  let own = lane.y * QUAD_TILE + lane.x;
  for (var n = 0u; n < QUADS_PER_LANE; n++) { // unroll
    parts[n * LANES + own] = a[n];
  }
  // The first part adds up those of all others.
  workgroupBarrier();
  if (lane.y > 0u) { return; }
  for (var n = 0u; n < QUADS_PER_LANE; n++) {
    let unit = first + n * QUAD_TILE;
    if (unit < quads) {
      var sum = mat4x4f(bias[unit], bias[quads + unit], bias[2u * quads + unit], bias[3u * quads + unit]);
      for (var part = 0u; part < K_PARTS; part++) { sum += parts[n * LANES + part * QUAD_TILE + lane.x]; }
      // The four values of a vec4 are here those of four units of one row.
      let next = cell_step(sum, vec4f(), c[row * quads + unit]);
      next_c[row * quads + unit] = next.c;
      next_h[row * quads + unit] = next.h;
    }
  }
}
