// Adds what the lanes of a unit have, through workgroup memory, and gives each lane the sum. Where a device has subgroups,
// subgroup_sum.wgsl stands in for this file. To be called once a step, behind the step's own barrier.

import package::resident::{SHARES, WORKGROUP};

var<workgroup> shares: array<vec4f, WORKGROUP>;

fn sum_of_shares(value: vec4f, lane: u32) -> vec4f {
  if (SHARES == 1u) { return value; }
  shares[lane] = value;
  // Each lane reads what the other lanes of its unit have stored. They are overwritten behind the next step's own barrier.
  workgroupBarrier();
  let first = lane - lane % SHARES;
  let half = shares[first] + shares[first + 1u];
  if (SHARES == 2u) { return half; }
  return half + (shares[first + 2u] + shares[first + 3u]);
}

fn sum_of_scalar_shares(value: f32, lane: u32) -> f32 {
  return sum_of_shares(vec4f(value, 0.0, 0.0, 0.0), lane).x;
}
