// Attention pooling backward, lanes over stretches of time, 4·QUADS steps at once as in attention_rows.wgsl.
//
//   de_t = α_t dcontext · y_t + term_t        (term: attention_gradient_terms.wgsl)
//   additive: s_t = kernelᵀ y_t + bias;  ds_t = de_t · query ⊙ (1 - tanh² s_t);  dy_t = α_t dcontext + kernel ds_t
//             dkernel = Σ y_t ds_tᵀ,  dbias = Σ ds_t,  dquery = Σ de_t tanh s_t
//   dot:      dy_t = α_t dcontext + de_t query/√features,  dquery = Σ de_t y_t/√features
//
// tanh s is in the reserve. The operands of dkernel go to `left` (y) and `right` (ds), four steps to a vec4, for
// `outer_product.wgsl`; dquery and dbias are summed here per stretch.
//
//   left[batch][feature][time / 4], right[batch][attentionUnit, padded to fours][time / 4], padded as the reserve is
//   sums[batch, stretch][dquery, padded to fours; additive: dbias, padded likewise]
//
// dy is made in register tiles of 4·QUADS steps and 4·FEATURES_TILE features, as 4 × 4 matrices: a column for each
// feature, a row for each step.
//
// Work: 2 · features · attentionUnits operations per step, beside the outer product.

const FEATURES_BY_4: u32 = 16u;
const UNITS_BY_4: u32 = 16u;
const FEATURES_TILE: u32 = 4u; // divides FEATURES_BY_4
const QUADS: u32 = 4u;
const WEIGHT_COUNT: u32 = 1040u; // additive: 4 · UNITS_BY_4 · FEATURES_BY_4 + UNITS_BY_4; dot: FEATURES_BY_4
const QUERY_BY_4: u32 = 16u; // of the query
const FEATURES: u32 = 4u * FEATURES_BY_4;
const QUERY: u32 = 4u * UNITS_BY_4 * FEATURES_BY_4; // where the query begins, with the additive score
const TILE: u32 = QUADS * FEATURES_TILE;
const LAST: u32 = TILE - 1u;

override WORKGROUP: u32 = 64u;
override ADDITIVE: bool = true;

struct Shape {
  batch: u32,
  time: u32,
  stretches: u32, // of a row
  stretch: u32, // time steps of a stretch, a multiple of 16
  features_by_4: u32, // FEATURES_BY_4, hidden from the compiler: see attention_rows.wgsl
  units_by_4: u32,
  padded_quads: u32, // of a row of reserve, left and right
  tile: u32, // TILE, hidden likewise
  d_context: u32, // where it begins in `terms`
  first_row: u32, // of this dispatch
}

// The transposed kernel and the query, see attention_pack.wgsl; dot: the query
@group(0) @binding(0) var<uniform> weights: array<vec4f, WEIGHT_COUNT>;
@group(0) @binding(1) var<storage, read> values: array<vec4f>; // [batch, time, features / 4]
@group(0) @binding(2) var<storage, read> reserve: array<vec4f>;
// See attention_gradient_terms.wgsl; then dcontext [batch, features], from `d_context` on
@group(0) @binding(3) var<storage, read> terms: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> d_values: array<vec4f>; // [batch, time, features / 4]
@group(0) @binding(5) var<storage, read_write> left: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> right: array<vec4f>;
@group(0) @binding(7) var<storage, read_write> sums: array<vec4f>;
@group(0) @binding(8) var<uniform> shape: Shape;

fn outer(steps: vec4f, features: vec4f) -> mat4x4f {
  return mat4x4f(steps * features.x, steps * features.y, steps * features.z, steps * features.w);
}

// The features 4f … 4f + 3 of four steps, a column for each feature. Where α = 0 so is every product with y: padding adds
// nothing, even if it holds NaN.
fn load(at: vec4u, f: u32, alpha: vec4f) -> mat4x4f {
  let y = transpose(mat4x4f(values[at.x + f], values[at.y + f], values[at.z + f], values[at.w + f]));
  let zero = vec4f(0.0);
  let counts = alpha > zero;
  return mat4x4f(
    select(zero, y[0], counts), select(zero, y[1], counts), select(zero, y[2], counts), select(zero, y[3], counts));
}

// See recurrent_rows.wgsl.
const BEYOND: u32 = 1048576u;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(workgroup_id) workgroup: vec3u) {
  let features_by_4 = min(shape.features_by_4, workgroup.x + BEYOND);
  let units_by_4 = min(shape.units_by_4, workgroup.x + BEYOND);
  let tile = min(shape.tile, workgroup.x + BEYOND);
  let index = shape.first_row * shape.stretches + id.x;
  if (index >= shape.batch * shape.stretches) { return; }
  let row = index / shape.stretches;
  let begin = (index % shape.stretches) * shape.stretch;
  let end = min(begin + shape.stretch, 4u * shape.padded_quads);
  let four = vec4u(0u, 1u, 2u, 3u);
  let quads = shape.padded_quads;
  let left_base = row * FEATURES * quads;
  let right_base = row * 4u * UNITS_BY_4 * quads;

  var query_sum: array<vec4f, QUERY_BY_4>;
  var bias_sum: array<vec4f, UNITS_BY_4>;
  var at: array<vec4u, QUADS>; // registers
  var alpha: array<vec4f, QUADS>; // registers
  var de: array<vec4f, QUADS>; // registers
  var d_alpha: array<vec4f, QUADS>; // registers
  var ds: array<mat4x4f, QUADS>; // registers
  var dy: array<mat4x4f, TILE>; // registers
  for (var t = begin; t < end; t += 4u * QUADS) {
    for (var q = 0u; q < QUADS; q++) { // unroll
      let step = t + 4u * q + four;
      // Steps past the end have α = term = 0, so de = 0 and they add nothing to any sum.
      alpha[q] = terms[row * 2u * quads + t / 4u + q];
      de[q] = terms[(row * 2u + 1u) * quads + t / 4u + q];
      at[q] = (row * shape.time + min(step, vec4u(shape.time - 1u))) * FEATURES_BY_4;
      d_alpha[q] = vec4f(0.0); // less the terms of the whole row
    }
    for (var f = 0u; f < features_by_4; f++) {
      let d = terms[shape.d_context + row * FEATURES_BY_4 + f];
      for (var q = 0u; q < QUADS; q++) { // unroll
        let y = load(at[q], f, alpha[q]);
        d_alpha[q] += y * d;
        if (ADDITIVE) {
          let at_left = left_base + 4u * f * quads + t / 4u + q;
          left[at_left] = y[0];
          left[at_left + quads] = y[1];
          left[at_left + 2u * quads] = y[2];
          left[at_left + 3u * quads] = y[3];
        }
      }
    }
    for (var q = 0u; q < QUADS; q++) { // unroll
      de[q] += alpha[q] * d_alpha[q];
    }

    if (ADDITIVE) {
      for (var a = 0u; a < units_by_4; a++) {
        let query = weights[QUERY + a];
        var query_total = query_sum[a];
        var bias_total = bias_sum[a];
        for (var q = 0u; q < QUADS; q++) { // unroll
          let r = (row * UNITS_BY_4 + a) * 4u * quads + t / 4u + q;
          let counts = alpha[q] > vec4f(0.0);
          let t0 = select(vec4f(0.0), reserve[r], counts);
          let t1 = select(vec4f(0.0), reserve[r + quads], counts);
          let t2 = select(vec4f(0.0), reserve[r + 2u * quads], counts);
          let t3 = select(vec4f(0.0), reserve[r + 3u * quads], counts);
          query_total += vec4f(dot(de[q], t0), dot(de[q], t1), dot(de[q], t2), dot(de[q], t3));
          let d0 = de[q] * query.x * (1.0 - t0 * t0);
          let d1 = de[q] * query.y * (1.0 - t1 * t1);
          let d2 = de[q] * query.z * (1.0 - t2 * t2);
          let d3 = de[q] * query.w * (1.0 - t3 * t3);
          let one = vec4f(1.0);
          bias_total += vec4f(dot(d0, one), dot(d1, one), dot(d2, one), dot(d3, one));
          let at_right = right_base + 4u * a * quads + t / 4u + q;
          right[at_right] = d0;
          right[at_right + quads] = d1;
          right[at_right + 2u * quads] = d2;
          right[at_right + 3u * quads] = d3;
        }
        query_sum[a] = query_total;
        bias_sum[a] = bias_total;
      }
    } else {
      for (var f = 0u; f < features_by_4; f++) {
        var total = query_sum[f];
        for (var q = 0u; q < QUADS; q++) { // unroll
          total += de[q] * load(at[q], f, alpha[q]) / sqrt(f32(FEATURES));
        }
        query_sum[f] = total;
      }
    }

    for (var f = 0u; f < features_by_4; f += FEATURES_TILE) {
      for (var v = 0u; v < FEATURES_TILE; v++) { // unroll
        let d = terms[shape.d_context + row * FEATURES_BY_4 + f + v];
        for (var q = 0u; q < QUADS; q++) { // unroll
          dy[q * FEATURES_TILE + v] = outer(alpha[q], d);
        }
      }
      if (ADDITIVE) {
        // The invocation reads back the ds that it has stored itself.
        for (var a = 0u; a < units_by_4; a++) {
          for (var q = 0u; q < QUADS; q++) { // unroll
            let at_right = right_base + 4u * a * quads + t / 4u + q;
            ds[q] = mat4x4f(
              right[at_right], right[at_right + quads], right[at_right + 2u * quads], right[at_right + 3u * quads]);
          }
          let w = 4u * a * FEATURES_BY_4 + f;
          for (var v = 0u; v < FEATURES_TILE; v++) { // unroll
            let kernel = transpose(mat4x4f(
              weights[w + v],
              weights[w + FEATURES_BY_4 + v],
              weights[w + 2u * FEATURES_BY_4 + v],
              weights[w + 3u * FEATURES_BY_4 + v]));
            for (var q = 0u; q < QUADS; q++) { // unroll
              dy[q * FEATURES_TILE + v] += ds[q] * kernel;
            }
          }
        }
      } else {
        for (var v = 0u; v < FEATURES_TILE; v++) { // unroll
          let query = weights[f + v] / sqrt(f32(FEATURES));
          for (var q = 0u; q < QUADS; q++) { // unroll
            dy[q * FEATURES_TILE + v] += outer(de[q], query);
          }
        }
      }
      // The matrices move up one by one to the place that is stored.
      for (var k = 0u; k < tile; k++) {
        let rows = transpose(dy[0]);
        let step = t + 4u * (k / FEATURES_TILE);
        let first = (row * shape.time + step) * FEATURES_BY_4 + f + k % FEATURES_TILE;
        if (step < shape.time) { d_values[first] = rows[0]; }
        if (step + 1u < shape.time) { d_values[first + FEATURES_BY_4] = rows[1]; }
        if (step + 2u < shape.time) { d_values[first + 2u * FEATURES_BY_4] = rows[2]; }
        if (step + 3u < shape.time) { d_values[first + 3u * FEATURES_BY_4] = rows[3]; }
        for (var i = 0u; i < LAST; i++) { // unroll
          dy[i] = dy[i + 1u];
        }
      }
    }
  }
  // Stretches past the end add zeros.
  if (ADDITIVE) {
    let base = index * 2u * UNITS_BY_4;
    for (var a = 0u; a < units_by_4; a++) {
      sums[base + a] = query_sum[a];
      sums[base + UNITS_BY_4 + a] = bias_sum[a];
    }
  } else {
    for (var f = 0u; f < features_by_4; f++) { sums[index * FEATURES_BY_4 + f] = query_sum[f]; }
  }
}
