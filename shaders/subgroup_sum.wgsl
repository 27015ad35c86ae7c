// Adds what the lanes of a unit have, by shuffles, and gives each lane the sum. It stands in for `share_sum.wgsl` on devices
// whose subgroups hold neighbouring lanes in fours, which `subgroups.ts` has tried out: WGSL does not promise it. The order of the
// additions is that of share_sum.wgsl, so the bits are the same.

enable subgroups;

import package::resident::{SHARES};

// One barrier a step is enough.
fn sum_of_shares(value: vec4f, lane: u32) -> vec4f {
  var sum = value;
  if (SHARES > 1u) { sum += subgroupShuffleXor(sum, 1u); }
  if (SHARES > 2u) { sum += subgroupShuffleXor(sum, 2u); }
  return sum;
}

fn sum_of_scalar_shares(value: f32, lane: u32) -> f32 {
  var sum = value;
  if (SHARES > 1u) { sum += subgroupShuffleXor(sum, 1u); }
  if (SHARES > 2u) { sum += subgroupShuffleXor(sum, 2u); }
  return sum;
}
