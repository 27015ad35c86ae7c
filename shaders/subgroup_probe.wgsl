// Whom shuffles reach in a workgroup: see subgroups.ts.

enable subgroups;

@group(0) @binding(0) var<storage, read_write> reached: array<u32>; // [lane][by 1, by 2]

@compute @workgroup_size(64)
fn main(@builtin(local_invocation_index) lane: u32) {
  reached[2u * lane] = subgroupShuffleXor(lane, 1u);
  reached[2u * lane + 1u] = subgroupShuffleXor(lane, 2u);
}
