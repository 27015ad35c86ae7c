// Adds partial sums of matrices: total[block][row][column] = Σ_part partial[block][part][row][column], always in the same
// order. Rows of a part may be padded: `row_length` elements, of which the first `columns` count.

override WORKGROUP: u32 = 64u;

struct Shape {
  blocks: u32,
  parts: u32,
  part_size: u32, // elements from one part to the next
  rows: u32,
  columns: u32,
  row_length: u32,
}

@group(0) @binding(0) var<storage, read> partial: array<f32>;
@group(0) @binding(1) var<storage, read_write> total: array<f32>;
@group(0) @binding(2) var<uniform> shape: Shape;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let index = id.x + id.y * groups.x * WORKGROUP;
  let size = shape.rows * shape.columns;
  if (index >= shape.blocks * size) { return; }
  let block = index / size;
  let row = (index % size) / shape.columns;
  let column = index % shape.columns;
  var at = block * shape.parts * shape.part_size + row * shape.row_length + column;
  var sum = 0.0;
  // Eight at a time, whose loads are on their way together, and which are one turn of those that llvmpipe counts.
  let eights = shape.parts / 8u;
  let left_over = shape.parts % 8u;
  let size_of_part = shape.part_size;
  for (var eight = 0u; eight < eights; eight++) {
    for (var i = 0u; i < 8u; i++) { // unroll
      sum += partial[at + i * size_of_part];
    }
    at += 8u * size_of_part;
  }
  for (var part = 0u; part < left_over; part++) {
    sum += partial[at];
    at += size_of_part;
  }
  total[index] = sum;
}
