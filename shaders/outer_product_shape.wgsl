// The sizes of a sum of outer products, and where its operands lie: for both kernels, see outer_product.wgsl.

struct Shape {
  m: u32,
  n: u32,
  steps: u32,
  row_groups: u32,
  left_offset: u32,
  left_block: u32,
  left_step: u32,
  right_offset: u32,
  right_block: u32,
  right_step: u32,
  splits: u32,
  matrices: u32, // MATRICES, hidden from the compiler so that it leaves the loop of the stores rolled up
  first_split: u32, // of this dispatch; a long product is cut into several
}
