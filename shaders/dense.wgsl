// A dense layer: y = x·W + b, where x may be multiplied with what dropout keeps of it. An invocation makes one element.

override WORKGROUP: u32 = 64u;
override DROPOUT: bool = false;

struct Shape {
  rows: u32,
  features: u32,
  columns: u32,
}

@group(0) @binding(0) var<storage, read> x: array<f32>; // [rows, features]
@group(0) @binding(1) var<storage, read> kept: array<f32>; // [rows, features]
@group(0) @binding(2) var<storage, read> kernel: array<f32>; // [features, columns]
@group(0) @binding(3) var<storage, read> bias: array<f32>; // [columns]
@group(0) @binding(4) var<storage, read_write> y: array<f32>; // [rows, columns]
@group(0) @binding(5) var<uniform> shape: Shape;

// See recurrent_rows.wgsl.
const BEYOND: u32 = 1048576u;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.x + id.y * groups.x * WORKGROUP;
  if (index >= shape.rows * shape.columns) { return; }
  let row = index / shape.columns;
  let column = index % shape.columns;
  let base = row * shape.features;
  let features = min(shape.features, index + BEYOND);
  var sum = bias[column];
  for (var f = 0u; f < features; f++) {
    var value = x[base + f];
    if (DROPOUT) { value *= kept[base + f]; }
    sum += value * kernel[f * shape.columns + column];
  }
  y[index] = sum;
}
