// Mean cross-entropy from logits, its gradient and the accuracy, in one pass by one workgroup.
//
// One logit a row is a sigmoid classifier of labels 0 and 1: loss log(1 + exp(∓z)); several are a softmax classifier:
// loss log Σ exp(z) - z[label]. Lanes take rows in turn; the sums are then added pairwise in a fixed order.

import package::activations::{sigmoid};

override WORKGROUP: u32 = 64u;
// Whether each row's gradient is multiplied by a weight; loss and accuracy never are.
override WEIGHTED: bool = false;

struct Shape {
  batch: u32,
  classes: u32, // logits of a row
}

@group(0) @binding(0) var<storage, read> logits: array<f32>; // [batch, classes]
@group(0) @binding(1) var<storage, read> labels: array<i32>; // [batch]
@group(0) @binding(2) var<storage, read> row_weights: array<f32>; // [batch]
@group(0) @binding(3) var<storage, read_write> loss: array<f32>;
@group(0) @binding(4) var<storage, read_write> accuracy: array<f32>;
@group(0) @binding(5) var<storage, read_write> d_logits: array<f32>; // [batch, classes]
@group(0) @binding(6) var<uniform> shape: Shape;

var<workgroup> sums: array<vec2f, WORKGROUP>; // loss, correct rows

// log(1 + v) for v ≥ 0; by its series where 1 + v would round v away.
fn log_of_one_plus(v: f32) -> f32 {
  let series = v * (1.0 - v * (0.5 - v * (1.0 / 3.0 - v * 0.25)));
  return select(log(1.0 + v), series, v < 0.03);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(local_invocation_index) lane: u32) {
  let scale = 1.0 / f32(shape.batch);
  let classes = shape.classes;
  var sum = vec2f(0.0);
  for (var row = lane; row < shape.batch; row += WORKGROUP) {
    let base = row * classes;
    let label = labels[row];
    var weight = 1.0;
    if (WEIGHTED) { weight = row_weights[row]; }
    if (classes == 1u) {
      let z = logits[base];
      let target_value = f32(label);
      sum.x += max(z, 0.0) - z * target_value + log_of_one_plus(exp(-abs(z)));
      if (select(0, 1, z > 0.0) == label) { sum.y += 1.0; }
      d_logits[base] = (sigmoid(vec4f(z)).x - target_value) * scale * weight;
    } else {
      var best = 0u;
      for (var k = 1u; k < classes; k++) {
        if (logits[base + k] > logits[base + best]) { best = k; }
      }
      let largest = logits[base + best];
      // Σ exp(z - largest) is 1 and what the other classes add.
      var others = 0.0;
      for (var k = 0u; k < classes; k++) {
        if (k != best) { others += exp(logits[base + k] - largest); }
      }
      for (var k = 0u; k < classes; k++) {
        let probability = exp(logits[base + k] - largest) / (1.0 + others);
        d_logits[base + k] = (probability - select(0.0, 1.0, i32(k) == label)) * scale * weight;
      }
      sum.x += (largest - logits[base + u32(label)]) + log_of_one_plus(others);
      if (i32(best) == label) { sum.y += 1.0; }
    }
  }
  sums[lane] = sum;
  for (var half = WORKGROUP / 2u; half > 0u; half /= 2u) {
    // The lanes above `half` must have stored their sums before those below read them.
    workgroupBarrier();
    if (lane < half) { sums[lane] += sums[lane + half]; }
  }
  if (lane == 0u) {
    loss[0] = sums[0].x * scale;
    accuracy[0] = sums[0].y * scale;
  }
}
