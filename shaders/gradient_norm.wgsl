// The global norm of all gradients, by one workgroup: ‖g‖₂ = √Σ g².
//
// The gradients lie in one buffer, each where its segment begins. Lanes take the elements of a segment in turn, segment by
// segment, and their sums are added pairwise: always in the same order, wherever the segments lie.

override WORKGROUP: u32 = 128u;
const SEGMENTS: u32 = 1u;

struct Shape {
  segments: array<vec4u, SEGMENTS>, // start, elements
}

@group(0) @binding(0) var<storage, read> gradients: array<f32>;
@group(0) @binding(1) var<storage, read_write> norm: array<f32>;
@group(0) @binding(2) var<uniform> shape: Shape;

var<workgroup> sums: array<f32, WORKGROUP>;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(local_invocation_index) lane: u32) {
  var sum = 0.0;
  for (var s = 0u; s < SEGMENTS; s++) {
    let start = shape.segments[s].x;
    let end = start + shape.segments[s].y;
    for (var i = start + lane; i < end; i += WORKGROUP) {
      sum += gradients[i] * gradients[i];
    }
  }
  sums[lane] = sum;
  for (var half = WORKGROUP / 2u; half > 0u; half /= 2u) {
    // The lanes above `half` must have stored their sums before those below read them.
    workgroupBarrier();
    if (lane < half) { sums[lane] += sums[lane + half]; }
  }
  if (lane == 0u) { norm[0] = sqrt(sums[0]); }
}
