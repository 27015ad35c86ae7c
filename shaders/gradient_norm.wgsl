// The global norm of all gradients, one flat vector, by one workgroup: ‖g‖₂ = √Σ g².
//
// Lanes take elements in turn and their sums are added pairwise, always in the same order.

override WORKGROUP: u32 = 256u;

struct Shape {
  size: u32,
}

@group(0) @binding(0) var<storage, read> gradients: array<f32>;
@group(0) @binding(1) var<storage, read_write> norm: array<f32>;
@group(0) @binding(2) var<uniform> shape: Shape;

var<workgroup> sums: array<f32, WORKGROUP>;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(local_invocation_index) lane: u32) {
  var sum = 0.0;
  for (var i = lane; i < shape.size; i += WORKGROUP) {
    sum += gradients[i] * gradients[i];
  }
  sums[lane] = sum;
  for (var half = WORKGROUP / 2u; half > 0u; half /= 2u) {
    // The lanes above `half` must have stored their sums before those below read them.
    workgroupBarrier();
    if (lane < half) { sums[lane] += sums[lane + half]; }
  }
  if (lane == 0u) { norm[0] = sqrt(sums[0]); }
}
