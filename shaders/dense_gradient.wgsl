// The gradients of a dense layer, in one dispatch: the first invocations make those of x, the next ones those of the kernel,
// the last ones those of the bias.
//
//   dx = dy·Wᵀ ⊙ kept   dW = (x ⊙ kept)ᵀ·dy   db = Σ_rows dy

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
@group(0) @binding(3) var<storage, read> dy: array<f32>; // [rows, columns]
@group(0) @binding(4) var<storage, read_write> dx: array<f32>; // [rows, features]
@group(0) @binding(5) var<storage, read_write> d_kernel: array<f32>; // [features, columns]
@group(0) @binding(6) var<storage, read_write> d_bias: array<f32>; // [columns]
@group(0) @binding(7) var<uniform> shape: Shape;

// See recurrent_rows.wgsl.
const BEYOND: u32 = 1048576u;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.x + id.y * groups.x * WORKGROUP;
  let features = shape.features;
  let columns = min(shape.columns, index + BEYOND);
  let rows = min(shape.rows, index + BEYOND);
  let of_x = rows * features;
  let of_kernel = features * columns;
  if (index < of_x) {
    let row = index / features;
    let f = index % features;
    var sum = 0.0;
    for (var k = 0u; k < columns; k++) { sum += dy[row * columns + k] * kernel[f * columns + k]; }
    if (DROPOUT) { sum *= kept[index]; }
    dx[index] = sum;
  } else if (index < of_x + of_kernel) {
    let at = index - of_x;
    let f = at / columns;
    let column = at % columns;
    var sum = 0.0;
    for (var row = 0u; row < rows; row++) {
      var value = x[row * features + f];
      if (DROPOUT) { value *= kept[row * features + f]; }
      sum += value * dy[row * columns + column];
    }
    d_kernel[at] = sum;
  } else if (index < of_x + of_kernel + columns) {
    let column = index - of_x - of_kernel;
    var sum = 0.0;
    for (var row = 0u; row < rows; row++) { sum += dy[row * columns + column]; }
    d_bias[column] = sum;
  }
}
