// Attention pooling backward, lanes over stretches of time, four steps at once as in attention_rows.wgsl.
//
//   de_t = α_t dcontext · y_t + term_t        (term: attention_gradient_terms.wgsl)
//   additive: s_t = kernelᵀ y_t + bias;  ds_t = de_t · query ⊙ (1 - tanh² s_t);  dy_t = α_t dcontext + kernel ds_t
//             dkernel = Σ y_t ds_tᵀ,  dbias = Σ ds_t,  dquery = Σ de_t tanh s_t
//   dot:      dy_t = α_t dcontext + de_t query/√features,  dquery = Σ de_t y_t/√features
//
// tanh s is computed again rather than loaded: that costs less than the traffic. The operands of dkernel and dbias go to
// `left` (y and 1) and `right` (ds), four steps to a vec4, for `outer_product.wgsl`; dquery is summed here per stretch.
//
//   left[batch][feature, then 1][time / 4],  right[batch][attentionUnit, padded to fours][time / 4]
//
// Work: 2 · 2 · features · attentionUnits operations per step, beside the outer product.

const FEATURES: u32 = 64u;
const UNITS_BY_4: u32 = 16u;
const WEIGHT_COUNT: u32 = 1056u;
const QUERY_SIZE: u32 = 64u; // of the query, padded to fours

override WORKGROUP: u32 = 64u;
override ADDITIVE: bool = true;

struct Shape {
  batch: u32,
  time: u32,
  stretches: u32, // of a row
  stretch: u32, // time steps of a stretch, a multiple of 4
  features: u32, // FEATURES, hidden from the compiler: see lstm_rows.wgsl
  units_by_4: u32,
}

@group(0) @binding(0) var<uniform> weights: array<vec4f, WEIGHT_COUNT>; // see attention_pack.wgsl; dot: the query
@group(0) @binding(1) var<storage, read> values: array<f32>; // [batch, time, features]
@group(0) @binding(2) var<storage, read> d_context: array<f32>; // [batch, features]
@group(0) @binding(3) var<storage, read> terms: array<vec2f>; // [batch, time] of α and term
@group(0) @binding(4) var<storage, read_write> d_values: array<f32>; // [batch, time, features]
@group(0) @binding(5) var<storage, read_write> left: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> right: array<vec4f>;
@group(0) @binding(7) var<storage, read_write> d_query: array<f32>; // [batch, stretch][QUERY_SIZE]
@group(0) @binding(8) var<uniform> shape: Shape;

fn hyperbolic_tangent(v: vec4f) -> vec4f {
  let square = v * v;
  let series = v * (1.0 - square * (1.0 / 3.0 - square * (2.0 / 15.0 - square * (17.0 / 315.0))));
  return select(1.0 - 2.0 / (exp(2.0 * v) + 1.0), series, abs(v) < vec4f(0.25));
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= shape.batch * shape.stretches) { return; }
  let row = id.x / shape.stretches;
  let begin = (id.x % shape.stretches) * shape.stretch;
  let end = min(begin + shape.stretch, shape.time);
  let time_by_4 = (shape.time + 3u) / 4u;
  let left_base = row * (FEATURES + 1u) * time_by_4;
  let right_base = row * 4u * UNITS_BY_4 * time_by_4;

  var y: array<vec4f, FEATURES>; // of the four steps at hand
  var ds: array<vec4f, 4u * UNITS_BY_4>;
  var query_sum: array<f32, QUERY_SIZE>;
  for (var t = begin; t < end; t += 4u) {
    let step = t + vec4u(0u, 1u, 2u, 3u);
    let at = (row * shape.time + min(step, vec4u(end - 1u))) * FEATURES;
    let inside = step < vec4u(end);
    var alpha = vec4f(0.0);
    var term = vec4f(0.0);
    for (var i = 0u; i < min(end - t, 4u); i++) {
      let both = terms[row * shape.time + t + i];
      alpha[i] = both.x;
      term[i] = both.y;
    }
    // dα, less the terms of the whole row
    var d_alpha = vec4f(0.0);
    for (var f = 0u; f < shape.features; f++) {
      // Where α = 0 so is every product with y: padding adds nothing, even if it holds NaN.
      let value = vec4f(values[at.x + f], values[at.y + f], values[at.z + f], values[at.w + f]);
      y[f] = select(vec4f(0.0), value, alpha > vec4f(0.0));
      d_alpha += d_context[row * FEATURES + f] * y[f];
    }
    // Steps past the end have α = term = 0, so de = 0 and they add nothing to any sum.
    let de = alpha * d_alpha + term;

    if (ADDITIVE) {
      for (var a = 0u; a < shape.units_by_4; a++) {
        let bias = weights[FEATURES * UNITS_BY_4 + a];
        var s0 = vec4f(bias.x);
        var s1 = vec4f(bias.y);
        var s2 = vec4f(bias.z);
        var s3 = vec4f(bias.w);
        for (var f = 0u; f < shape.features; f++) {
          let w = weights[f * UNITS_BY_4 + a];
          s0 += y[f] * w.x;
          s1 += y[f] * w.y;
          s2 += y[f] * w.z;
          s3 += y[f] * w.w;
        }
        s0 = hyperbolic_tangent(s0);
        s1 = hyperbolic_tangent(s1);
        s2 = hyperbolic_tangent(s2);
        s3 = hyperbolic_tangent(s3);
        query_sum[4u * a] += dot(de, s0);
        query_sum[4u * a + 1u] += dot(de, s1);
        query_sum[4u * a + 2u] += dot(de, s2);
        query_sum[4u * a + 3u] += dot(de, s3);
        let query = weights[(FEATURES + 1u) * UNITS_BY_4 + a];
        ds[4u * a] = de * query.x * (1.0 - s0 * s0);
        ds[4u * a + 1u] = de * query.y * (1.0 - s1 * s1);
        ds[4u * a + 2u] = de * query.z * (1.0 - s2 * s2);
        ds[4u * a + 3u] = de * query.w * (1.0 - s3 * s3);
      }
      for (var a = 0u; a < 4u * shape.units_by_4; a++) { right[right_base + a * time_by_4 + t / 4u] = ds[a]; }
      left[left_base + FEATURES * time_by_4 + t / 4u] = vec4f(1.0);
    }

    for (var f = 0u; f < shape.features; f++) {
      var dy = alpha * d_context[row * FEATURES + f];
      if (ADDITIVE) {
        for (var a = 0u; a < shape.units_by_4; a++) {
          let w = weights[f * UNITS_BY_4 + a];
          dy += ds[4u * a] * w.x;
          dy += ds[4u * a + 1u] * w.y;
          dy += ds[4u * a + 2u] * w.z;
          dy += ds[4u * a + 3u] * w.w;
        }
        left[left_base + f * time_by_4 + t / 4u] = y[f];
      } else {
        dy += de * weights[f / 4u][f % 4u] / sqrt(f32(FEATURES));
        query_sum[f] += dot(de, y[f]) / sqrt(f32(FEATURES));
      }
      d_values[at.x + f] = dy.x;
      if (inside.y) { d_values[at.y + f] = dy.y; }
      if (inside.z) { d_values[at.z + f] = dy.z; }
      if (inside.w) { d_values[at.w + f] = dy.w; }
    }
  }
  // Stretches past the end add zeros.
  var size = 4u * shape.units_by_4;
  if (!ADDITIVE) { size = shape.features; }
  for (var i = 0u; i < size; i++) { d_query[id.x * QUERY_SIZE + i] = query_sum[i]; }
}
