// One fused LSTM step: both products, bias, gates and state in one dispatch, on the weights as Keras lays them out.
//
// A workgroup makes UNIT_TILE units of one batch row. Its lanes are UNIT_TILE units × K_PARTS parts of the summed axis:
// neighbouring lanes read neighbouring columns of the weights, and the parts are added in workgroup memory. Bound by
// reading the weights once per row.

const UNIT_TILE: u32 = 16u;
const K_PARTS: u32 = 8u;

override HARD_SIGMOID: bool = false;

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

fn recurrent_activation(v: vec3f) -> vec3f {
  if (HARD_SIGMOID) { return clamp(0.2 * v + 0.5, vec3f(0.0), vec3f(1.0)); }
  return 1.0 / (1.0 + exp(-v));
}

fn hyperbolic_tangent(v: f32) -> f32 {
  let square = v * v;
  let series = v * (1.0 - square * (1.0 / 3.0 - square * (2.0 / 15.0 - square * (17.0 / 315.0))));
  return select(1.0 - 2.0 / (exp(2.0 * v) + 1.0), series, abs(v) < f32(0.25));
}

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
    let gate = recurrent_activation(a.xyw); // i, f, o
    // c_t = f·c_{t-1} + i·g,  h_t = o·tanh(c_t)
    let cell = gate.y * c[row * units + u] + gate.x * hyperbolic_tangent(a.z);
    next_c[row * units + u] = cell;
    next_h[row * units + u] = gate.z * hyperbolic_tangent(cell);
  }
}
