// Attention pooling backward, first pass: what softmax's gradient needs of a whole row.
//
//   dα_t = dweights_t + dcontext · y_t,   de_t = α_t (dα_t - mean),   mean = Σ_s α_s dα_s
//   mean = Σ_s α_s dweights_s + dcontext · context,   because context = Σ α y
//
// So de_t = α_t dcontext·y_t + term_t with term_t = α_t (dweights_t - mean), which this pass makes without touching
// `values`. A workgroup makes one batch row. Padded steps have α = 0, so both parts are 0 there.
//
//   terms[batch][α, term][time, padded to 16 steps], then dcontext [batch][feature], which the walk reads from there

override WORKGROUP: u32 = 64u;

struct Shape {
  time: u32,
  features: u32,
  padded_time: u32,
  d_context: u32, // where it begins in `terms`
}

@group(0) @binding(0) var<storage, read> weights: array<f32>; // α [batch, time]
@group(0) @binding(1) var<storage, read> d_weights: array<f32>; // [batch, time]
@group(0) @binding(2) var<storage, read> context: array<f32>; // [batch, features]
@group(0) @binding(3) var<storage, read> d_context: array<f32>; // [batch, features]
@group(0) @binding(4) var<storage, read_write> terms: array<f32>;
@group(0) @binding(5) var<uniform> shape: Shape;

var<workgroup> sums: array<f32, WORKGROUP>;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) workgroup: vec3u, @builtin(local_invocation_index) lane: u32) {
  let row = workgroup.x;
  var sum = 0.0;
  for (var t = lane; t < shape.time; t += WORKGROUP) {
    sum += weights[row * shape.time + t] * d_weights[row * shape.time + t];
  }
  for (var f = lane; f < shape.features; f += WORKGROUP) {
    let gradient = d_context[row * shape.features + f];
    sum += context[row * shape.features + f] * gradient;
    terms[shape.d_context + row * shape.features + f] = gradient;
  }
  sums[lane] = sum;
  for (var half = WORKGROUP / 2u; half > 0u; half /= 2u) {
    // The lanes above `half` must have stored their sums before those below read them.
    workgroupBarrier();
    if (lane < half) { sums[lane] += sums[lane + half]; }
  }
  // Every lane reads the total that lane 0 has stored.
  workgroupBarrier();
  let mean = sums[0];
  let base = row * 2u * shape.padded_time;
  for (var t = lane; t < shape.padded_time; t += WORKGROUP) {
    var weight = 0.0;
    var term = 0.0;
    if (t < shape.time) {
      weight = weights[row * shape.time + t];
      term = weight * (d_weights[row * shape.time + t] - mean);
    }
    terms[base + t] = weight;
    terms[base + shape.padded_time + t] = term;
  }
}
