// One fused LSTM step: both products, bias, gates and state in one dispatch, on the weights as Keras lays them out.
//
// A workgroup makes UNIT_TILE units of one batch row. Its lanes are UNIT_TILE units × K_PARTS parts of the summed axis:
// neighbouring lanes read neighbouring columns of the weights, and the parts are added in workgroup memory. Bound by
// reading the weights once per row.

import package::lstm_cell::{cell_step};

const UNIT_TILE: u32 = 16u;
const K_PARTS: u32 = 8u;

struct Shape {
  batch: u32,
  input_dim: u32,
  units: u32,
}

@group(0) @binding(0) var<storage, read> x: array<f32>; // [batch, inputDim]
@group(0) @binding(1) var<storage, read> kernel: array<f32>; // [inputDim, 4·units], gates i, f, c, o
@group(0) @binding(2) var<storage, read> recurrent_kernel: array<f32>; // [units, 4·units]
@group(0) @binding(3) var<storage, read> bias: array<f32>; // [4·units]
@group(0) @binding(4) var<storage, read> h: array<f32>; // [batch, units]
@group(0) @binding(5) var<storage, read> c: array<f32>; // [batch, units]
@group(0) @binding(6) var<storage, read_write> next_h: array<f32>;
@group(0) @binding(7) var<storage, read_write> next_c: array<f32>;
@group(0) @binding(8) var<uniform> shape: Shape;

var<workgroup> parts: array<vec4f, UNIT_TILE * K_PARTS>;

@compute @workgroup_size(UNIT_TILE, K_PARTS)
fn main(@builtin(workgroup_id) workgroup: vec3u, @builtin(local_invocation_id) lane: vec3u) {
  let row = workgroup.y;
  let u = workgroup.x * UNIT_TILE + lane.x;
  let units = shape.units;
  var a = vec4f(0.0);
  if (u < units) {
    for (var k = lane.y; k < shape.input_dim; k += K_PARTS) {
      let at = k * 4u * units + u;
      a += x[row * shape.input_dim + k] * vec4f(kernel[at], kernel[at + units], kernel[at + 2u * units], kernel[at + 3u * units]);
    }
    for (var k = lane.y; k < units; k += K_PARTS) {
      let at = k * 4u * units + u;
      a += h[row * units + k] *
        vec4f(recurrent_kernel[at], recurrent_kernel[at + units], recurrent_kernel[at + 2u * units], recurrent_kernel[at + 3u * units]);
    }
  }
  parts[lane.y * UNIT_TILE + lane.x] = a;
  // The first part adds up those of all others.
  workgroupBarrier();
  if (lane.y == 0u && u < units) {
    a += vec4f(bias[u], bias[units + u], bias[2u * units + u], bias[3u * units + u]);
    for (var part = 1u; part < K_PARTS; part++) {
      a += parts[part * UNIT_TILE + lane.x];
    }
    let sums = mat4x4f(vec4f(a.x), vec4f(a.y), vec4f(a.z), vec4f(a.w));
    let next = cell_step(sums, vec4f(), vec4f(c[row * units + u]));
    next_c[row * units + u] = next.c.x;
    next_h[row * units + u] = next.h.x;
  }
}
