// The series of a batch from all that lie on the device: the first steps of each, up to the batch's length.

override WORKGROUP: u32 = 64u;

struct Shape {
  rows: u32,
  length: u32, // elements of a series in the batch
  stride: u32, // elements of a series in the data set
}

@group(0) @binding(0) var<storage, read> series: array<f32>; // [count, stride]
@group(0) @binding(1) var<storage, read> indices: array<u32>; // [rows]
@group(0) @binding(2) var<storage, read_write> x: array<f32>; // [rows, length]
@group(0) @binding(3) var<uniform> shape: Shape;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.x + id.y * groups.x * WORKGROUP;
  if (index >= shape.rows * shape.length) { return; }
  x[index] = series[indices[index / shape.length] * shape.stride + index % shape.length];
}
