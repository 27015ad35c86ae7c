// Attention pooling forward, lanes over stretches of time: score, softmax and weighted sum in one pass over `values`.
//
//   additive: e_t = query · tanh(kernelᵀ y_t + bias)      dot: e_t = query · y_t / √features
//
// An invocation walks one stretch of one batch row, four time steps at once, and keeps an online softmax: the largest
// score so far, the sum of exp(e - largest) and the sum of exp(e - largest)·y, rescaled when a larger score appears
// (Milakov & Gimelshein 2018). `attention_combine.wgsl` joins the stretches. All lanes need the same weight at the same
// time, so the weights are in a uniform buffer where they fit.
//
// Work: 2 · features · (attentionUnits + 1) operations per step; traffic: `values` once.

const FEATURES: u32 = 64u;
const UNITS_BY_4: u32 = 16u; // attentionUnits / 4, rounded up
const WEIGHT_COUNT: u32 = 1056u; // additive: (features + 2) · UNITS_BY_4; dot: features / 4, rounded up

override WORKGROUP: u32 = 64u;
override ADDITIVE: bool = true;
override HAS_LENGTHS: bool = false;

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
@group(0) @binding(2) var<storage, read> lengths: array<i32>; // [batch]
@group(0) @binding(3) var<storage, read_write> scores: array<f32>; // [batch, time]
// [batch, stretch][the largest score, Σ exp, Σ exp·y of each feature]
@group(0) @binding(4) var<storage, read_write> partial: array<f32>;
@group(0) @binding(5) var<uniform> shape: Shape;

fn hyperbolic_tangent(v: vec4f) -> vec4f {
  let square = v * v;
  let series = v * (1.0 - square * (1.0 / 3.0 - square * (2.0 / 15.0 - square * (17.0 / 315.0))));
  return select(1.0 - 2.0 / (exp(2.0 * v) + 1.0), series, abs(v) < vec4f(0.25));
}

fn largest_of(v: vec4f) -> f32 {
  return max(max(v.x, v.y), max(v.z, v.w));
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= shape.batch * shape.stretches) { return; }
  let row = id.x / shape.stretches;
  let begin = (id.x % shape.stretches) * shape.stretch;
  var length = shape.time;
  if (HAS_LENGTHS) { length = min(u32(lengths[row]), shape.time); }
  let end = min(begin + shape.stretch, length);

  var largest = -3.0e38;
  var sum = 0.0;
  var context: array<f32, FEATURES>;
  var y: array<vec4f, FEATURES>; // of the four steps at hand
  for (var t = begin; t < end; t += 4u) {
    let step = t + vec4u(0u, 1u, 2u, 3u);
    let at = (row * shape.time + min(step, vec4u(end - 1u))) * FEATURES;
    for (var f = 0u; f < shape.features; f++) {
      y[f] = vec4f(values[at.x + f], values[at.y + f], values[at.z + f], values[at.w + f]);
    }
    var score = vec4f(0.0);
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
        let query = weights[(FEATURES + 1u) * UNITS_BY_4 + a];
        score += query.x * hyperbolic_tangent(s0);
        score += query.y * hyperbolic_tangent(s1);
        score += query.z * hyperbolic_tangent(s2);
        score += query.w * hyperbolic_tangent(s3);
      }
    } else {
      for (var f = 0u; f < shape.features; f++) { score += y[f] * weights[f / 4u][f % 4u]; }
      score /= sqrt(f32(FEATURES));
    }
    // Steps past the end weigh nothing.
    let valid = step < vec4u(end);
    let masked = select(vec4f(-3.0e38), score, valid);
    let new_largest = max(largest, largest_of(masked));
    let rescale = exp(largest - new_largest);
    let weight = select(vec4f(0.0), exp(masked - new_largest), valid);
    largest = new_largest;
    sum = sum * rescale + weight.x + weight.y + weight.z + weight.w;
    for (var f = 0u; f < shape.features; f++) { context[f] = context[f] * rescale + dot(weight, y[f]); }
    for (var i = 0u; i < min(end - t, 4u); i++) { scores[row * shape.time + t + i] = score[i]; }
  }
  let base = id.x * (FEATURES + 2u);
  partial[base] = largest;
  partial[base + 1u] = sum;
  for (var f = 0u; f < shape.features; f++) { partial[base + 2u + f] = context[f]; }
}
