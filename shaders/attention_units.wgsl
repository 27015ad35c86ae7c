// Attention pooling forward, lanes over attention units and features; the same pass as attention_rows.wgsl.
//
// A workgroup walks one stretch of one batch row, four time steps at once. The steps' features are in workgroup memory;
// lanes first share out the attention units, whose terms of the score are added pairwise, then the features of the
// context. Every lane keeps the same online softmax. Weights are read coalesced over attention units. The reserve is that
// of attention_rows.wgsl.
//
// Work: 2 · features · (attentionUnits + 1) operations per step; traffic: `values` once.

import package::activations::{hyperbolic_tangent};

const FEATURES: u32 = 64u;
const FEATURES_PER_LANE: u32 = 1u;
const WORKGROUP: u32 = 64u; // a power of two

override ADDITIVE: bool = true;
override HAS_LENGTHS: bool = false;
override TRAINING: bool = true;

struct Shape {
  batch: u32,
  time: u32,
  stretches: u32, // of a row
  stretch: u32, // time steps of a stretch, a multiple of 16
  units_by_4: u32,
  padded_quads: u32, // of a row of the reserve
  first_row: u32, // of this dispatch
}

@group(0) @binding(0) var<storage, read> weights: array<f32>; // see attention_pack.wgsl; dot: the query
@group(0) @binding(1) var<storage, read> values: array<f32>; // [batch, time, features]
@group(0) @binding(2) var<storage, read> lengths: array<i32>; // [batch]
@group(0) @binding(3) var<storage, read_write> scores: array<f32>; // [batch, time]
// [batch, stretch][the largest score, Σ exp, Σ exp·y of each feature]
@group(0) @binding(4) var<storage, read_write> partial: array<f32>;
@group(0) @binding(5) var<storage, read_write> reserve: array<vec4f>;
@group(0) @binding(6) var<uniform> shape: Shape;

var<workgroup> y: array<vec4f, FEATURES>; // of the four steps at hand
var<workgroup> sums: array<vec4f, WORKGROUP>;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) workgroup: vec3u, @builtin(local_invocation_index) lane: u32) {
  let row = shape.first_row + workgroup.y;
  let begin = workgroup.x * shape.stretch;
  let units = 4u * shape.units_by_4; // padded ones have weight 0
  var length = shape.time;
  if (HAS_LENGTHS) { length = min(u32(lengths[row]), shape.time); }
  let end = min(begin + shape.stretch, length);

  var largest = -1.0e30;
  var sum = 0.0;
  var context: array<f32, FEATURES_PER_LANE>;
  // The bound is that of a whole stretch, the same for all lanes of the workgroup, because barriers stand in the loop;
  // steps past the end weigh nothing.
  let quads = shape.stretch / 4u;
  for (var quad = 0u; quad < quads; quad++) {
    let t = begin + 4u * quad;
    let step = t + vec4u(0u, 1u, 2u, 3u);
    let valid = step < vec4u(end);
    let at = (row * shape.time + min(step, vec4u(shape.time - 1u))) * FEATURES;
    for (var f = lane; f < FEATURES; f += WORKGROUP) {
      y[f] = vec4f(values[at.x + f], values[at.y + f], values[at.z + f], values[at.w + f]);
    }
    // Every lane reads all features.
    workgroupBarrier();
    var score = vec4f(0.0);
    if (ADDITIVE) {
      for (var a = lane; a < units; a += WORKGROUP) {
        var s = vec4f(weights[FEATURES * units + a]);
        for (var f = 0u; f < FEATURES; f++) { s += y[f] * weights[f * units + a]; }
        let tanh_s = hyperbolic_tangent(s);
        score += weights[(FEATURES + 1u) * units + a] * tanh_s;
        if (TRAINING && t < shape.time) { reserve[(row * units + a) * shape.padded_quads + t / 4u] = tanh_s; }
      }
    } else {
      for (var f = lane; f < FEATURES; f += WORKGROUP) { score += y[f] * weights[f]; }
      score /= sqrt(f32(FEATURES));
    }
    sums[lane] = score;
    for (var half = WORKGROUP / 2u; half > 0u; half /= 2u) {
      // The lanes above `half` must have stored their sums before those below read them.
      workgroupBarrier();
      if (lane < half) { sums[lane] += sums[lane + half]; }
    }
    // Every lane reads the total that lane 0 has stored.
    workgroupBarrier();
    let total = sums[0];
    let masked = select(vec4f(-1.0e30), total, valid);
    let new_largest = max(largest, max(max(masked.x, masked.y), max(masked.z, masked.w)));
    let rescale = exp(largest - new_largest);
    let weight = select(vec4f(0.0), exp(masked - new_largest), valid);
    largest = new_largest;
    sum = sum * rescale + weight.x + weight.y + weight.z + weight.w;
    for (var n = 0u; n < FEATURES_PER_LANE; n++) {
      let f = lane + n * WORKGROUP;
      if (f < FEATURES) {
        // A step past the end may hold anything, and 0 times that need not be 0.
        context[n] = context[n] * rescale + dot(weight, select(vec4f(0.0), y[f], valid));
      }
    }
    if (lane < 4u && t + lane < end) { scores[row * shape.time + t + lane] = sums[0][lane]; }
    // The next four steps overwrite y and sums.
    workgroupBarrier();
  }
  let base = (row * shape.stretches + workgroup.x) * (FEATURES + 2u);
  if (lane == 0u) {
    partial[base] = largest;
    partial[base + 1u] = sum;
  }
  for (var n = 0u; n < FEATURES_PER_LANE; n++) {
    let f = lane + n * WORKGROUP;
    if (f < FEATURES) { partial[base + 2u + f] = context[n]; }
  }
}
