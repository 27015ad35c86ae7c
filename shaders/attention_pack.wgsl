// Packs the weights of additive attention, four attention units to a vec4, padded with zeros:
//
//   packed[row][unit / 4],  rows: `features` of the kernel, the bias, the query

override WORKGROUP: u32 = 64u;

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
  if (index >= (shape.features + 2u) * padded) { return; }
  let row = index / padded;
  let unit = index % padded;
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
