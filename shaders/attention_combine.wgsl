// Attention pooling forward, second pass: joins the stretches of a row, whose softmaxes have different largest scores.
//
// A workgroup makes one batch row: its context and, from the scores, its weights.

override WORKGROUP: u32 = 64u;
override HAS_LENGTHS: bool = false;

struct Shape {
  time: u32,
  features: u32,
  stretches: u32,
}

@group(0) @binding(0) var<storage, read> scores: array<f32>; // [batch, time]
@group(0) @binding(1) var<storage, read> partial: array<f32>; // [batch, stretch][largest, Σ exp, Σ exp·y]
@group(0) @binding(2) var<storage, read> lengths: array<i32>; // [batch]
@group(0) @binding(3) var<storage, read_write> context: array<f32>; // [batch, features]
@group(0) @binding(4) var<storage, read_write> weights: array<f32>; // [batch, time]
@group(0) @binding(5) var<uniform> shape: Shape;

// See recurrent_rows.wgsl.
const BEYOND: u32 = 1048576u;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) workgroup: vec3u, @builtin(local_invocation_index) lane: u32) {
  let row = workgroup.x;
  let stretches = min(shape.stretches, row + BEYOND);
  let base = row * shape.stretches * (shape.features + 2u);
  let size = shape.features + 2u;
  // The stretches are few, so every lane finds the row's largest score and sum by itself.
  var largest = -1.0e30;
  for (var s = 0u; s < stretches; s++) { largest = max(largest, partial[base + s * size]); }
  var sum = 0.0;
  for (var s = 0u; s < stretches; s++) {
    sum += partial[base + s * size + 1u] * exp(partial[base + s * size] - largest);
  }
  for (var f = lane; f < shape.features; f += WORKGROUP) {
    var total = 0.0;
    for (var s = 0u; s < stretches; s++) {
      total += partial[base + s * size + 2u + f] * exp(partial[base + s * size] - largest);
    }
    context[row * shape.features + f] = total / sum;
  }
  var length = shape.time;
  if (HAS_LENGTHS) { length = min(u32(lengths[row]), shape.time); }
  for (var t = lane; t < shape.time; t += WORKGROUP) {
    var weight = 0.0;
    if (t < length) { weight = exp(scores[row * shape.time + t] - largest) / sum; }
    weights[row * shape.time + t] = weight;
  }
}
