// Attention pooling forward, lanes over stretches of time: score, softmax and weighted sum in one pass over `values`.
//
//   additive: e_t = query · tanh(kernelᵀ y_t + bias)      dot: e_t = query · y_t / √features
//
// An invocation walks one stretch of one batch row, 4·QUADS time steps at once, and keeps an online softmax: the largest
// score so far, the sum of exp(e - largest) and the sum of exp(e - largest)·y, rescaled when a larger score appears
// (Milakov & Gimelshein 2018). `attention_combine.wgsl` joins the stretches. The product with the kernel is made in
// register tiles of 4·QUADS steps and 4·UNITS_TILE attention units, as 4 × 4 matrices: a column for each unit, a row for
// each step. All lanes need the same weight at the same time, so the weights are in a uniform buffer where that is fast.
//
// When training, tanh of the additive score is left for the backward pass, four steps to a vec4:
//   reserve[batch][attentionUnit, padded to fours][time / 4, padded to 16 steps]
//
// Work: 2 · features · (attentionUnits + 1) operations per step; traffic: `values` once for each tile of units.

import package::activations::{hyperbolic_tangent};

const FEATURES_BY_4: u32 = 16u;
const UNITS_BY_4: u32 = 16u; // attentionUnits / 4, rounded up; 1 with the dot score
const UNITS_TILE: u32 = 4u; // divides UNITS_BY_4
const QUADS: u32 = 4u; // of time steps at once
const WEIGHT_COUNT: u32 = 1056u; // additive: (features + 2) · UNITS_BY_4; dot: features / 4
const FEATURES: u32 = 4u * FEATURES_BY_4;
const TILE: u32 = QUADS * UNITS_TILE;
const REMAINING: u32 = TILE - UNITS_TILE;
const LAST_QUAD: u32 = QUADS - 1u;

override WORKGROUP: u32 = 64u;
override ADDITIVE: bool = true;
override HAS_LENGTHS: bool = false;
override TRAINING: bool = true;

struct Shape {
  batch: u32,
  time: u32,
  stretches: u32, // of a row
  stretch: u32, // time steps of a stretch, a multiple of 16
  features_by_4: u32, // FEATURES_BY_4, hidden from the compiler: software adapters would unroll the loop
  units_by_4: u32,
  padded_quads: u32, // of a row of the reserve
  quads: u32, // QUADS, hidden likewise
  first_row: u32, // of this dispatch
}

@group(0) @binding(0) var<uniform> weights: array<vec4f, WEIGHT_COUNT>; // see attention_pack.wgsl; dot: the query
@group(0) @binding(1) var<storage, read> values: array<vec4f>; // [batch, time, features / 4]
@group(0) @binding(2) var<storage, read> lengths: array<i32>; // [batch]
@group(0) @binding(3) var<storage, read_write> scores: array<f32>; // [batch, time]
// [batch, stretch][the largest score, Σ exp, Σ exp·y of each feature]
@group(0) @binding(4) var<storage, read_write> partial: array<f32>;
@group(0) @binding(5) var<storage, read_write> reserve: array<vec4f>;
@group(0) @binding(6) var<uniform> shape: Shape;

fn largest_of(v: vec4f) -> f32 {
  return max(max(v.x, v.y), max(v.z, v.w));
}

// The features 4f … 4f + 3 of four steps, a column for each feature.
fn load(at: vec4u, f: u32) -> mat4x4f {
  return transpose(mat4x4f(values[at.x + f], values[at.y + f], values[at.z + f], values[at.w + f]));
}

// See recurrent_rows.wgsl.
const BEYOND: u32 = 1048576u;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(workgroup_id) workgroup: vec3u) {
  let features_by_4 = min(shape.features_by_4, workgroup.x + BEYOND);
  let units_by_4 = min(shape.units_by_4, workgroup.x + BEYOND);
  let quads = min(shape.quads, workgroup.x + BEYOND);
  let index = shape.first_row * shape.stretches + id.x;
  if (index >= shape.batch * shape.stretches) { return; }
  let row = index / shape.stretches;
  let begin = (index % shape.stretches) * shape.stretch;
  var length = shape.time;
  if (HAS_LENGTHS) { length = min(u32(lengths[row]), shape.time); }
  let end = min(begin + shape.stretch, length);
  let four = vec4u(0u, 1u, 2u, 3u);

  var largest = -1.0e30;
  var sum = 0.0;
  var context: array<vec4f, FEATURES_BY_4>;
  var at: array<vec4u, QUADS>; // registers
  var score: array<vec4f, QUADS>; // registers
  var weight: array<vec4f, QUADS>; // registers
  var y: array<mat4x4f, QUADS>; // registers
  var s: array<mat4x4f, TILE>; // registers
  for (var t = begin; t < end; t += 4u * QUADS) {
    for (var q = 0u; q < QUADS; q++) { // unroll
      // Steps past the end repeat the last one, and weigh nothing.
      at[q] = (row * shape.time + min(t + 4u * q + four, vec4u(end - 1u))) * FEATURES_BY_4;
      score[q] = vec4f(0.0);
    }
    if (ADDITIVE) {
      for (var a = 0u; a < units_by_4; a += UNITS_TILE) {
        for (var v = 0u; v < UNITS_TILE; v++) { // unroll
          let bias = weights[FEATURES * UNITS_BY_4 + a + v];
          for (var q = 0u; q < QUADS; q++) { // unroll
            s[q * UNITS_TILE + v] = mat4x4f(vec4f(bias.x), vec4f(bias.y), vec4f(bias.z), vec4f(bias.w));
          }
        }
        for (var f = 0u; f < features_by_4; f++) {
          for (var q = 0u; q < QUADS; q++) { // unroll
            y[q] = load(at[q], f);
          }
          let w = 4u * f * UNITS_BY_4 + a;
          for (var v = 0u; v < UNITS_TILE; v++) { // unroll
            let kernel = transpose(mat4x4f(
              weights[w + v],
              weights[w + UNITS_BY_4 + v],
              weights[w + 2u * UNITS_BY_4 + v],
              weights[w + 3u * UNITS_BY_4 + v]));
            for (var q = 0u; q < QUADS; q++) { // unroll
              s[q * UNITS_TILE + v] += y[q] * kernel;
            }
          }
        }
        // The tile's rows move up one by one to the place that is worked on: tanh and the stores stand in the code once.
        for (var q = 0u; q < quads; q++) {
          var total = score[0];
          for (var v = 0u; v < UNITS_TILE; v++) { // unroll
            let query = weights[(FEATURES + 1u) * UNITS_BY_4 + a + v];
            let t0 = hyperbolic_tangent(s[v][0]);
            let t1 = hyperbolic_tangent(s[v][1]);
            let t2 = hyperbolic_tangent(s[v][2]);
            let t3 = hyperbolic_tangent(s[v][3]);
            total += query.x * t0 + query.y * t1 + query.z * t2 + query.w * t3;
            if (TRAINING) {
              let r = (row * UNITS_BY_4 + a + v) * 4u * shape.padded_quads + t / 4u + q;
              reserve[r] = t0;
              reserve[r + shape.padded_quads] = t1;
              reserve[r + 2u * shape.padded_quads] = t2;
              reserve[r + 3u * shape.padded_quads] = t3;
            }
          }
          for (var i = 0u; i < REMAINING; i++) { // unroll
            s[i] = s[i + UNITS_TILE];
          }
          for (var i = 0u; i < LAST_QUAD; i++) { // unroll
            score[i] = score[i + 1u];
          }
          score[LAST_QUAD] = total;
        }
      }
    } else {
      for (var f = 0u; f < features_by_4; f++) {
        let query = weights[f] / sqrt(f32(FEATURES));
        for (var q = 0u; q < QUADS; q++) { // unroll
          score[q] += load(at[q], f) * query;
        }
      }
    }

    var new_largest = largest;
    for (var q = 0u; q < QUADS; q++) { // unroll
      score[q] = select(vec4f(-1.0e30), score[q], t + 4u * q + four < vec4u(end));
      new_largest = max(new_largest, largest_of(score[q]));
    }
    let rescale = exp(largest - new_largest);
    largest = new_largest;
    sum *= rescale;
    for (var q = 0u; q < QUADS; q++) { // unroll
      let valid = t + 4u * q + four < vec4u(end);
      weight[q] = select(vec4f(0.0), exp(score[q] - new_largest), valid);
      sum += dot(weight[q], vec4f(1.0));
    }
    for (var f = 0u; f < features_by_4; f++) {
      var total = context[f] * rescale;
      for (var q = 0u; q < QUADS; q++) { // unroll
        total += weight[q] * load(at[q], f);
      }
      context[f] = total;
    }
    for (var q = 0u; q < quads; q++) {
      let stored = score[0];
      let step = t + 4u * q;
      let first = row * shape.time + step;
      if (step < end) { scores[first] = stored.x; }
      if (step + 1u < end) { scores[first + 1u] = stored.y; }
      if (step + 2u < end) { scores[first + 2u] = stored.z; }
      if (step + 3u < end) { scores[first + 3u] = stored.w; }
      for (var i = 0u; i < LAST_QUAD; i++) { // unroll
        score[i] = score[i + 1u];
      }
    }
  }
  let base = index * (FEATURES + 2u);
  partial[base] = largest;
  partial[base + 1u] = sum;
  for (var f = 0u; f < features_by_4; f++) {
    let four_features = base + 2u + 4u * f;
    partial[four_features] = context[f].x;
    partial[four_features + 1u] = context[f].y;
    partial[four_features + 2u] = context[f].z;
    partial[four_features + 3u] = context[f].w;
  }
}
