// A recurrent layer backward, step family: one dispatch is one time step, from the last to the first, and one more for the
// gradient of the initial state.
//
// An invocation owns one unit of four batch rows. It first finishes the step after this one, dh = da·Uᵀ over the da of
// all units which the dispatch before left in `d_gates`, then makes this step's da. dh and dc live in `d_state`. A cell with two
// phases takes a second dispatch, which makes the da that waits for those of the first.
//
//   d_gates[direction][step][sum · units + unit][row / 4], in walking order
//
// Work: 2 · gates·units · units operations per row and step.

import package::cell::{
  DIRECT, GATES, GRADIENTS, HIDDEN_GATES, STATES, add_back, add_back_exchanged, cell_gradient, exchange_gradient,
};
import package::reserve::{CELL_ROW, KEPT_ROW, RESERVE_ROWS, UNITS};

const TWO_PHASES: bool = HIDDEN_GATES < GATES;

override WORKGROUP: u32 = 64u;
override DIRECTIONS: u32 = 2u;
override BACKWARDS: bool = false;
override HAS_LENGTHS: bool = false;

struct Step {
  batch: u32,
  time: u32,
  next: u32, // the step after this one: `time` in the first dispatch, 0 in the last, which makes no da
  phase: u32,
}

@group(0) @binding(0) var<storage, read> weights: array<vec4f>; // transposed: see recurrent_pack.wgsl
@group(0) @binding(1) var<storage, read> lengths: array<i32>; // [batch]
@group(0) @binding(2) var<storage, read> reserve: array<vec4f>; // see reserve.wgsl
@group(0) @binding(3) var<storage, read> d_outputs: array<f32>; // [batch, time, directions · units]
@group(0) @binding(4) var<storage, read_write> d_state: array<f32>; // [dh and, where there is one, dc][direction, batch, units]
@group(0) @binding(5) var<storage, read_write> d_gates: array<vec4f>;
@group(0) @binding(6) var<uniform> now: Step;

fn kept_values(at: u32, row_groups: u32) -> mat4x4f {
  return mat4x4f(
    reserve[at],
    reserve[at + UNITS * row_groups],
    reserve[at + 2u * UNITS * row_groups],
    reserve[at + 3u * UNITS * row_groups]);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let u = id.x;
  if (u >= UNITS) { return; }
  let row_groups = (now.batch + 3u) / 4u;
  let row_group = id.y;
  let direction = id.z;
  let reverse = BACKWARDS || direction == 1u;
  let weight_base = direction * UNITS * UNITS;
  let state_size = DIRECTIONS * now.batch * UNITS;
  let gate_base = direction * now.time * GRADIENTS * UNITS * row_groups + row_group;

  let rows_left = now.batch - 4u * row_group;
  let row = 4u * row_group + min(vec4u(0u, 1u, 2u, 3u), vec4u(rows_left - 1u));
  var steps = vec4u(now.time);
  if (HAS_LENGTHS) {
    steps = min(
      vec4u(u32(lengths[row.x]), u32(lengths[row.y]), u32(lengths[row.z]), u32(lengths[row.w])),
      vec4u(now.time));
  }
  // Rows past the end of the batch have no valid step, so their da is 0 and adds nothing to the weight gradients.
  steps = select(vec4u(0u), steps, vec4u(0u, 1u, 2u, 3u) < vec4u(rows_left));

  let at = (direction * now.batch + row) * UNITS + u;
  let cell = state_size + at;
  var dh = vec4f(d_state[at.x], d_state[at.y], d_state[at.z], d_state[at.w]);
  var dc = vec4f();
  if (STATES == 2u) { dc = vec4f(d_state[cell.x], d_state[cell.y], d_state[cell.z], d_state[cell.w]); }
  if (now.next < now.time && (!TWO_PHASES || now.phase == 0u)) {
    // dh_{t-1} = da·Uᵀ
    var back = vec4f(0.0);
    let next_gates = gate_base + now.next * GRADIENTS * UNITS * row_groups;
    for (var to = 0u; to < UNITS; to++) {
      var d_3 = vec4f();
      if (GRADIENTS == 4u) { d_3 = d_gates[next_gates + (3u * UNITS + to) * row_groups]; }
      let da = mat4x4f(
        d_gates[next_gates + to * row_groups],
        d_gates[next_gates + (UNITS + to) * row_groups],
        d_gates[next_gates + (2u * UNITS + to) * row_groups],
        d_3);
      back = add_back(back, da, weights[weight_base + to * UNITS + u]);
    }
    if (DIRECT) { back = dh + back; }
    dh = select(dh, back, vec4u(now.next) < steps);
  }

  if (now.next > 0u) {
    let step = now.next - 1u;
    let valid = vec4u(step) < steps;
    var t = vec4u(step);
    if (reverse) { t = select(t, steps - 1u - t, valid); }
    let slot = (direction * (now.time + 1u) + step) * RESERVE_ROWS * row_groups + row_group;
    let next_slot = slot + RESERVE_ROWS * row_groups;
    let gates = gate_base + step * GRADIENTS * UNITS * row_groups;
    let kept = kept_values(slot + (KEPT_ROW + u) * row_groups, row_groups);
    var previous_h = vec4f();
    if (DIRECT) { previous_h = reserve[slot + u * row_groups]; }
    if (!TWO_PHASES || now.phase == 0u) {
      let out = ((row * now.time + t) * DIRECTIONS + direction) * UNITS + u;
      let d_output = vec4f(d_outputs[out.x], d_outputs[out.y], d_outputs[out.z], d_outputs[out.w]);
      var previous_c = vec4f();
      var next_c = vec4f();
      if (STATES == 2u) {
        previous_c = reserve[slot + (CELL_ROW + u) * row_groups];
        next_c = reserve[next_slot + (CELL_ROW + u) * row_groups];
      }
      let gradient = cell_gradient(kept, previous_h, previous_c, next_c, dh + d_output, dc);
      dc = select(dc, gradient.dc, valid);
      if (DIRECT) { dh = select(dh, gradient.dh, valid); }
      let gate = gates + u * row_groups;
      d_gates[gate] = select(vec4f(0.0), gradient.da[0], valid);
      if (!TWO_PHASES) { d_gates[gate + UNITS * row_groups] = select(vec4f(0.0), gradient.da[1], valid); }
      d_gates[gate + 2u * UNITS * row_groups] = select(vec4f(0.0), gradient.da[2], valid);
      if (GRADIENTS == 4u) {
        d_gates[gate + 3u * UNITS * row_groups] = select(vec4f(0.0), gradient.da[3], valid);
      }
    } else {
      var back = vec4f(0.0);
      for (var to = 0u; to < UNITS; to++) {
        let da = d_gates[gates + (2u * UNITS + to) * row_groups];
        back = add_back_exchanged(back, da, weights[weight_base + to * UNITS + u]);
      }
      let gradient = exchange_gradient(kept, previous_h, back);
      dh = select(dh, dh + gradient.dh, valid);
      d_gates[gates + (UNITS + u) * row_groups] = select(vec4f(0.0), gradient.da, valid);
    }
  }

  d_state[at.x] = dh.x;
  if (rows_left > 1u) { d_state[at.y] = dh.y; }
  if (rows_left > 2u) { d_state[at.z] = dh.z; }
  if (rows_left > 3u) { d_state[at.w] = dh.w; }
  if (STATES == 2u) {
    d_state[cell.x] = dc.x;
    if (rows_left > 1u) { d_state[cell.y] = dc.y; }
    if (rows_left > 2u) { d_state[cell.z] = dc.z; }
    if (rows_left > 3u) { d_state[cell.w] = dc.w; }
  }
}
