// Adds partial sums: total[block][i] = Σ_part partial[block][part][i], always in the same order.

override WORKGROUP: u32 = 64u;

struct Shape {
  blocks: u32,
  parts: u32,
  size: u32,
}

@group(0) @binding(0) var<storage, read> partial: array<f32>;
@group(0) @binding(1) var<storage, read_write> total: array<f32>;
@group(0) @binding(2) var<uniform> shape: Shape;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.x + id.y * groups.x * WORKGROUP;
  if (index >= shape.blocks * shape.size) { return; }
  let block = index / shape.size;
  let i = index % shape.size;
  var sum = 0.0;
  for (var part = 0u; part < shape.parts; part++) {
    sum += partial[(block * shape.parts + part) * shape.size + i];
  }
  total[index] = sum;
}
