// Packs the weights of additive attention, attention units padded to fours with zeros:
//
//   forward:               [features of the kernel, the bias, the query][unit]
//   TRANSPOSED, backward:  [unit][feature] of the kernel, then the query [unit]

override WORKGROUP: u32 = 64u;
override TRANSPOSED: bool = false;

struct Shape {
  features: u32,
  units: u32,
}

@group(0) @binding(0) var<storage, read> kernel: array<f32>; // [features, attentionUnits]
@group(0) @binding(1) var<storage, read> bias: array<f32>; // [attentionUnits]
@group(0) @binding(2) var<storage, read> query: array<f32>; // [attentionUnits]
@group(0) @binding(3) var<storage, read_write> packed: array<f32>;
@group(0) @binding(4) var<uniform> shape: Shape;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.x + id.y * groups.x * WORKGROUP;
  let padded = (shape.units + 3u) / 4u * 4u;
  // Where in [features of the kernel, the bias, the query][unit] the value comes from
  var row = index / padded;
  var unit = index % padded;
  if (TRANSPOSED) {
    if (index >= (shape.features + 1u) * padded) { return; }
    if (index < shape.features * padded) {
      row = index % shape.features;
      unit = index / shape.features;
    } else {
      row = shape.features + 1u;
    }
  } else if (index >= (shape.features + 2u) * padded) {
    return;
  }
  var value = 0.0;
  if (unit < shape.units) {
    if (row < shape.features) {
      value = kernel[row * shape.units + unit];
    } else if (row == shape.features) {
      value = bias[unit];
    } else {
      value = query[unit];
    }
  }
  packed[index] = value;
}
