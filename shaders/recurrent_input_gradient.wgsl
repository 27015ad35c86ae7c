// The gradient of a recurrent layer's input, dx = Σ over directions of da·Wᵀ, from the da that the backward pass left.
//
// An invocation makes one element of dx. `d_gates` is in walking order, so the reverse direction is read from a row's
// length down; padded steps get 0.

const UNITS: u32 = 32u;
const INPUT_DIM: u32 = 1u;
const GATES: u32 = 4u;

override WORKGROUP: u32 = 64u;
override DIRECTIONS: u32 = 2u;
override BACKWARDS: bool = false;
override HAS_LENGTHS: bool = false;

struct Shape {
  batch: u32,
  time: u32,
  // From one to the next in `d_gates`, whose order depends on the layout of the walk.
  direction_stride: u32,
  step_stride: u32,
  row_stride: u32,
  sum_stride: u32,
}

@group(0) @binding(0) var<storage, read> kernel0: array<f32>; // [inputDim, gates·units]
@group(0) @binding(1) var<storage, read> kernel1: array<f32>;
@group(0) @binding(2) var<storage, read> lengths: array<i32>; // [batch]
@group(0) @binding(3) var<storage, read> d_gates: array<f32>; // of each direction, step, row and sum · units + unit
@group(0) @binding(4) var<storage, read_write> d_x: array<f32>; // [batch, time, inputDim]
@group(0) @binding(5) var<uniform> shape: Shape;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.x + id.y * groups.x * WORKGROUP;
  if (index >= shape.batch * shape.time * INPUT_DIM) { return; }
  let k = index % INPUT_DIM;
  let t = (index / INPUT_DIM) % shape.time;
  let row = index / (INPUT_DIM * shape.time);
  var length = shape.time;
  if (HAS_LENGTHS) { length = min(u32(lengths[row]), shape.time); }
  var sum = 0.0;
  if (t < length) {
    for (var direction = 0u; direction < DIRECTIONS; direction++) {
      var step = t;
      if (BACKWARDS || direction == 1u) { step = length - 1u - t; }
      let base = direction * shape.direction_stride + step * shape.step_stride + row * shape.row_stride;
      for (var n = 0u; n < GATES * UNITS; n++) {
        var w = kernel0[k * GATES * UNITS + n];
        if (direction == 1u) { w = kernel1[k * GATES * UNITS + n]; }
        sum += d_gates[base + n * shape.sum_stride] * w;
      }
    }
  }
  d_x[index] = sum;
}
