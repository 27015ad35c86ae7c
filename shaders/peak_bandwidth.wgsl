// The rate of a copy, four vec4s an invocation: what a kernel that only moves data could reach at best.
//
// Neighbouring invocations copy neighbouring vec4s. The buffers are larger than the caches.

override WORKGROUP: u32 = 256u;

@group(0) @binding(0) var<storage, read> source: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> copied: array<vec4f>;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let stride = groups.x * groups.y * WORKGROUP;
  let i = id.x + id.y * groups.x * WORKGROUP;
  copied[i] = source[i];
  copied[i + stride] = source[i + stride];
  copied[i + 2u * stride] = source[i + 2u * stride];
  copied[i + 3u * stride] = source[i + 3u * stride];
}
