// One fused step of a GRU: both products, biases, gates and state, on the weights as Keras lays them out.
//
// A workgroup makes UNIT_TILE units of one batch row. Its lanes are UNIT_TILE units × K_PARTS parts of the summed axis:
// neighbouring lanes read neighbouring columns of the weights, and the parts are added in workgroup memory. Bound by
// reading the weights once per row. A cell with two phases takes a dispatch for each, since the second multiplies what all units
// have made in the first.

import package::cell::{GATES, HIDDEN_GATES, SPLIT, cell_step, exchanged};

const UNIT_TILE: u32 = 16u;
const K_PARTS: u32 = 8u;
const TWO_PHASES: bool = HIDDEN_GATES < GATES;

struct Shape {
  batch: u32,
  input_dim: u32,
  units: u32,
  phase: u32,
}

@group(0) @binding(0) var<storage, read> x: array<f32>; // [batch, inputDim]
@group(0) @binding(1) var<storage, read> kernel: array<f32>; // [inputDim, 3·units], gates z, r, h
@group(0) @binding(2) var<storage, read> recurrent_kernel: array<f32>; // [units, 3·units]
@group(0) @binding(3) var<storage, read> bias: array<f32>; // [3·units] or, where the candidate's sums are split, [2, 3·units]
@group(0) @binding(4) var<storage, read> h: array<f32>; // [batch, units]
@group(0) @binding(5) var<storage, read_write> next_h: array<f32>;
@group(0) @binding(6) var<storage, read_write> carry: array<f32>; // [what is exchanged, sums 0, 1, 2][batch, units]
@group(0) @binding(7) var<uniform> shape: Shape;

var<workgroup> parts: array<vec4f, UNIT_TILE * K_PARTS>;

@compute @workgroup_size(UNIT_TILE, K_PARTS)
fn main(@builtin(workgroup_id) workgroup: vec3u, @builtin(local_invocation_id) lane: vec3u) {
  let row = workgroup.y;
  let u = workgroup.x * UNIT_TILE + lane.x;
  let units = shape.units;
  let first_phase = !TWO_PHASES || shape.phase == 0u;
  let size = shape.batch * units;
  let own = row * units + u;
  var a = vec4f(0.0);
  if (u < units && first_phase) {
    for (var k = lane.y; k < shape.input_dim; k += K_PARTS) {
      let at = k * 3u * units + u;
      a += x[row * shape.input_dim + k] * vec4f(kernel[at], kernel[at + units], kernel[at + 2u * units], 0.0);
    }
    for (var k = lane.y; k < units; k += K_PARTS) {
      let at = k * 3u * units + u;
      var w = vec4f(recurrent_kernel[at], recurrent_kernel[at + units], 0.0, 0.0);
      if (SPLIT == 1u) { w.w = recurrent_kernel[at + 2u * units]; }
      a += h[row * units + k] * w;
    }
  }
  if (u < units && !first_phase) {
    for (var k = lane.y; k < units; k += K_PARTS) {
      a.z += carry[row * units + k] * recurrent_kernel[(k * 3u + 2u) * units + u];
    }
  }
  parts[lane.y * UNIT_TILE + lane.x] = a;
  // The first part adds up those of all others.
  workgroupBarrier();
  if (lane.y > 0u || u >= units) { return; }
  for (var part = 1u; part < K_PARTS; part++) {
    a += parts[part * UNIT_TILE + lane.x];
  }
  if (first_phase) {
    a += vec4f(bias[u], bias[units + u], bias[2u * units + u], 0.0);
    if (SPLIT == 1u) { a += vec4f(bias[3u * units + u], bias[4u * units + u], 0.0, bias[5u * units + u]); }
  } else {
    a += vec4f(carry[size + own], carry[2u * size + own], carry[3u * size + own], 0.0);
  }
  let sums = mat4x4f(vec4f(a.x), vec4f(a.y), vec4f(a.z), vec4f(a.w));
  let previous = vec4f(h[own]);
  if (TWO_PHASES && first_phase) {
    carry[own] = exchanged(sums, previous).x;
    carry[size + own] = a.x;
    carry[2u * size + own] = a.y;
    carry[3u * size + own] = a.z;
  } else {
    next_h[own] = cell_step(sums, previous, vec4f()).h.x;
  }
}
