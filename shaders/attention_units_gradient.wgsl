// Attention pooling backward, lanes over attention units and features; the same pass as attention_rows_gradient.wgsl,
// which has the equations and the layouts of `left`, `right` and `d_query`.
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
  stretch: u32, // time steps of a stretch, a multiple of 4
  features: u32,
  units_by_4: u32,
}

@group(0) @binding(0) var<storage, read> weights: array<f32>; // see attention_pack.wgsl; dot: the query
@group(0) @binding(1) var<storage, read> values: array<f32>; // [batch, time, features]
@group(0) @binding(2) var<storage, read> d_context: array<f32>; // [batch, features]
@group(0) @binding(3) var<storage, read> terms: array<vec2f>; // [batch, time] of α and term
@group(0) @binding(4) var<storage, read_write> d_values: array<f32>; // [batch, time, features]
@group(0) @binding(5) var<storage, read_write> left: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> right: array<vec4f>;
@group(0) @binding(7) var<storage, read_write> d_query: array<f32>; // [batch, stretch][QUERY_SIZE]
@group(0) @binding(8) var<uniform> shape: Shape;

var<workgroup> y: array<vec4f, FEATURES>; // of the four steps at hand
var<workgroup> ds: array<vec4f, QUERY_SIZE>;
var<workgroup> sums: array<vec4f, WORKGROUP>;

fn hyperbolic_tangent(v: vec4f) -> vec4f {
  let square = v * v;
  let series = v * (1.0 - square * (1.0 / 3.0 - square * (2.0 / 15.0 - square * (17.0 / 315.0))));
  return select(1.0 - 2.0 / (exp(2.0 * v) + 1.0), series, abs(v) < vec4f(0.25));
}

fn term_at(row: u32, t: u32) -> vec2f {
  if (t >= shape.time) { return vec2f(0.0); }
  return terms[row * shape.time + t];
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) workgroup: vec3u, @builtin(local_invocation_index) lane: u32) {
  let row = workgroup.y;
  let begin = workgroup.x * shape.stretch;
  let end = min(begin + shape.stretch, shape.time);
  let units = 4u * shape.units_by_4; // padded ones have weight 0
  let time_by_4 = (shape.time + 3u) / 4u;
  let left_base = row * (FEATURES + 1u) * time_by_4;
  let right_base = row * QUERY_SIZE * time_by_4;

  var query_sum: array<f32, QUERY_PER_LANE>;
  // `begin` and `end` are the same for all lanes of the workgroup, so they reach the barriers together.
  for (var t = begin; t < end; t += 4u) {
    let step = t + vec4u(0u, 1u, 2u, 3u);
    let inside = step < vec4u(end);
    let at = (row * shape.time + min(step, vec4u(end - 1u))) * FEATURES;
    let both = mat4x2f(
      term_at(row, step.x), term_at(row, step.y), term_at(row, step.z), term_at(row, step.w));
    let alpha = vec4f(both[0].x, both[1].x, both[2].x, both[3].x);
    var d_alpha = vec4f(0.0);
    for (var f = lane; f < FEATURES; f += WORKGROUP) {
      // Where α = 0 so is every product with y: padding adds nothing, even if it holds NaN.
      let value = vec4f(values[at.x + f], values[at.y + f], values[at.z + f], values[at.w + f]);
      y[f] = select(vec4f(0.0), value, alpha > vec4f(0.0));
      d_alpha += d_context[row * FEATURES + f] * y[f];
    }
    sums[lane] = d_alpha;
    for (var half = WORKGROUP / 2u; half > 0u; half /= 2u) {
      // The lanes above `half` must have stored their sums before those below read them.
      workgroupBarrier();
      if (lane < half) { sums[lane] += sums[lane + half]; }
    }
    // Every lane reads the total that lane 0 has stored, and all features.
    workgroupBarrier();
    // Steps past the end have α = term = 0, so de = 0 and they add nothing to any sum.
    let de = alpha * sums[0] + vec4f(both[0].y, both[1].y, both[2].y, both[3].y);

    if (ADDITIVE) {
      for (var n = 0u; n < QUERY_PER_LANE; n++) {
        let a = lane + n * WORKGROUP;
        if (a < units) {
          var s = vec4f(weights[FEATURES * units + a]);
          for (var f = 0u; f < FEATURES; f++) { s += y[f] * weights[f * units + a]; }
          let tanh_s = hyperbolic_tangent(s);
          query_sum[n] += dot(de, tanh_s);
          let slope = de * weights[(FEATURES + 1u) * units + a] * (1.0 - tanh_s * tanh_s);
          ds[a] = slope;
          right[right_base + a * time_by_4 + t / 4u] = slope;
        }
      }
      if (lane == 0u) { left[left_base + FEATURES * time_by_4 + t / 4u] = vec4f(1.0); }
      // dy reads the ds of all attention units.
      workgroupBarrier();
    } else {
      for (var n = 0u; n < QUERY_PER_LANE; n++) {
        let f = lane + n * WORKGROUP;
        if (f < FEATURES) { query_sum[n] += dot(de, y[f]) / sqrt(f32(FEATURES)); }
      }
    }

    for (var f = lane; f < FEATURES; f += WORKGROUP) {
      var dy = alpha * d_context[row * FEATURES + f];
      if (ADDITIVE) {
        for (var a = 0u; a < units; a++) { dy += ds[a] * weights[f * units + a]; }
        left[left_base + f * time_by_4 + t / 4u] = y[f];
      } else {
        dy += de * weights[f] / sqrt(f32(FEATURES));
      }
      d_values[at.x + f] = dy.x;
      if (inside.y) { d_values[at.y + f] = dy.y; }
      if (inside.z) { d_values[at.z + f] = dy.z; }
      if (inside.w) { d_values[at.w + f] = dy.w; }
    }
    // The next four steps overwrite y, ds and sums.
    workgroupBarrier();
  }
  let base = (row * shape.stretches + workgroup.x) * QUERY_SIZE;
  for (var n = 0u; n < QUERY_PER_LANE; n++) {
    let i = lane + n * WORKGROUP;
    if (i < QUERY_SIZE) { d_query[base + i] = query_sum[n]; }
  }
}
