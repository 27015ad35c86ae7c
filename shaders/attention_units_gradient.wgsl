// Attention pooling backward, lanes over attention units and features; the same pass as attention_rows_gradient.wgsl,
// which has the equations and the layouts of `left`, `right` and `sums`.
//
// A workgroup walks one stretch of one batch row, four time steps at once. Lanes share out the features for dα, then the
// attention units for ds, then the features again for dy; workgroup memory carries y and ds between them.

const FEATURES: u32 = 64u;
const QUERY_SIZE: u32 = 64u; // of the query, padded to fours
const QUERY_PER_LANE: u32 = 1u;
const WORKGROUP: u32 = 64u; // a power of two

override ADDITIVE: bool = true;

struct Shape {
  batch: u32,
  time: u32,
  stretches: u32, // of a row
  stretch: u32, // time steps of a stretch, a multiple of 16
  units_by_4: u32,
  padded_quads: u32, // of a row of reserve, left and right
  d_context: u32, // where it begins in `terms`
  first_row: u32, // of this dispatch
}

@group(0) @binding(0) var<storage, read> weights: array<f32>; // transposed: see attention_pack.wgsl; dot: the query
@group(0) @binding(1) var<storage, read> values: array<f32>; // [batch, time, features]
@group(0) @binding(2) var<storage, read> reserve: array<vec4f>;
// See attention_gradient_terms.wgsl; then dcontext [batch, features], from `d_context` on
@group(0) @binding(3) var<storage, read> terms: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> d_values: array<f32>; // [batch, time, features]
@group(0) @binding(5) var<storage, read_write> left: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> right: array<vec4f>;
@group(0) @binding(7) var<storage, read_write> sums: array<f32>;
@group(0) @binding(8) var<uniform> shape: Shape;

var<workgroup> y: array<vec4f, FEATURES>; // of the four steps at hand
var<workgroup> ds: array<vec4f, QUERY_SIZE>;
var<workgroup> lane_sums: array<vec4f, WORKGROUP>;

fn d_context_at(index: u32) -> f32 {
  return terms[shape.d_context + index / 4u][index % 4u];
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) workgroup: vec3u, @builtin(local_invocation_index) lane: u32) {
  let row = shape.first_row + workgroup.y;
  let begin = workgroup.x * shape.stretch;
  let end = min(begin + shape.stretch, 4u * shape.padded_quads);
  let units = 4u * shape.units_by_4; // padded ones have weight 0
  let left_base = row * FEATURES * shape.padded_quads;
  let right_base = row * units * shape.padded_quads;

  var query_sum: array<f32, QUERY_PER_LANE>;
  var bias_sum: array<f32, QUERY_PER_LANE>;
  // `begin` and `end` are the same for all lanes of the workgroup, so they reach the barriers together.
  let quads = (end - begin + 3u) / 4u;
  for (var quad = 0u; quad < quads; quad++) {
    let t = begin + 4u * quad;
    let step = t + vec4u(0u, 1u, 2u, 3u);
    let inside = step < vec4u(shape.time);
    let at = (row * shape.time + min(step, vec4u(shape.time - 1u))) * FEATURES;
    let alpha = terms[row * 2u * shape.padded_quads + t / 4u];
    var d_alpha = vec4f(0.0);
    for (var f = lane; f < FEATURES; f += WORKGROUP) {
      // Where α = 0 so is every product with y: padding adds nothing, even if it holds NaN.
      let value = vec4f(values[at.x + f], values[at.y + f], values[at.z + f], values[at.w + f]);
      y[f] = select(vec4f(0.0), value, alpha > vec4f(0.0));
      d_alpha += d_context_at(row * FEATURES + f) * y[f];
    }
    lane_sums[lane] = d_alpha;
    for (var half = WORKGROUP / 2u; half > 0u; half /= 2u) {
      // The lanes above `half` must have stored their sums before those below read them.
      workgroupBarrier();
      if (lane < half) { lane_sums[lane] += lane_sums[lane + half]; }
    }
    // Every lane reads the total that lane 0 has stored, and all features.
    workgroupBarrier();
    // Steps past the end have α = term = 0, so de = 0 and they add nothing to any sum.
    let de = alpha * lane_sums[0] + terms[(row * 2u + 1u) * shape.padded_quads + t / 4u];

    if (ADDITIVE) {
      for (var n = 0u; n < QUERY_PER_LANE; n++) {
        let a = lane + n * WORKGROUP;
        if (a < units) {
          let tanh_s =
            select(vec4f(0.0), reserve[(row * units + a) * shape.padded_quads + t / 4u], alpha > vec4f(0.0));
          query_sum[n] += dot(de, tanh_s);
          let slope = de * weights[FEATURES * units + a] * (1.0 - tanh_s * tanh_s);
          bias_sum[n] += dot(slope, vec4f(1.0));
          ds[a] = slope;
          right[right_base + a * shape.padded_quads + t / 4u] = slope;
        }
      }
      // dy reads the ds of all attention units.
      workgroupBarrier();
    } else {
      for (var n = 0u; n < QUERY_PER_LANE; n++) {
        let f = lane + n * WORKGROUP;
        if (f < FEATURES) { query_sum[n] += dot(de, y[f]) / sqrt(f32(FEATURES)); }
      }
    }

    for (var f = lane; f < FEATURES; f += WORKGROUP) {
      var dy = alpha * d_context_at(row * FEATURES + f);
      if (ADDITIVE) {
        for (var a = 0u; a < units; a++) { dy += ds[a] * weights[a * FEATURES + f]; }
        left[left_base + f * shape.padded_quads + t / 4u] = y[f];
      } else {
        dy += de * weights[f] / sqrt(f32(FEATURES));
      }
      if (inside.x) { d_values[at.x + f] = dy.x; }
      if (inside.y) { d_values[at.y + f] = dy.y; }
      if (inside.z) { d_values[at.z + f] = dy.z; }
      if (inside.w) { d_values[at.w + f] = dy.w; }
    }
    // The next four steps overwrite y, ds and lane_sums.
    workgroupBarrier();
  }
  // Stretches past the end add zeros.
  var size = QUERY_SIZE;
  if (ADDITIVE) { size += QUERY_SIZE; }
  let base = (row * shape.stretches + workgroup.x) * size;
  for (var n = 0u; n < QUERY_PER_LANE; n++) {
    let i = lane + n * WORKGROUP;
    if (i < QUERY_SIZE) {
      sums[base + i] = query_sum[n];
      if (ADDITIVE) { sums[base + QUERY_SIZE + i] = bias_sum[n]; }
    }
  }
}
