// A recurrent layer backward, sequence family, lanes over units: the walk of recurrent_units.wgsl in reverse.
//
// A lane carries dh and dc of its units in registers. Each step it writes the gradients da of its units' sums to
// workgroup memory, for dh_{t-1} = da·Uᵀ needs those of all units, and to `d_gates` for the products that follow
// (`outer_product.wgsl`, `recurrent_input_gradient.wgsl`).
//
//   d_gates[direction][step][sum · units + unit][row / 4], in walking order
//
// Work: 2 · gates·units · units operations per row and step.

import package::cell::{
  DIRECT, GATES, GRADIENTS, HIDDEN_GATES, STATES, add_back, add_back_exchanged, cell_gradient, exchange_gradient,
};
import package::reserve::{CELL_ROW, KEPT_ROW, RESERVE_ROWS, UNITS};

const UNITS_PER_LANE: u32 = 1u;
const TWO_PHASES: bool = HIDDEN_GATES < GATES;

override WORKGROUP: u32 = 32u;
override DIRECTIONS: u32 = 2u;
override BACKWARDS: bool = false;
override HAS_LENGTHS: bool = false;

struct Chunk {
  batch: u32,
  time: u32,
  start: u32,
  count: u32,
}

@group(0) @binding(0) var<storage, read> weights: array<vec4f>; // transposed: see recurrent_pack.wgsl
@group(0) @binding(1) var<storage, read> lengths: array<i32>; // [batch]
@group(0) @binding(2) var<storage, read> reserve: array<vec4f>; // see reserve.wgsl
@group(0) @binding(3) var<storage, read> d_outputs: array<f32>; // [batch, time, directions · units]
@group(0) @binding(4) var<storage, read_write> d_state: array<f32>; // [dh and, where there is one, dc][direction, batch, units]
@group(0) @binding(5) var<storage, read_write> d_gates: array<vec4f>;
@group(0) @binding(6) var<uniform> chunk: Chunk;

var<workgroup> da: array<mat4x4f, UNITS>;

fn kept_values(at: u32, row_groups: u32) -> mat4x4f {
  return mat4x4f(
    reserve[at],
    reserve[at + UNITS * row_groups],
    reserve[at + 2u * UNITS * row_groups],
    reserve[at + 3u * UNITS * row_groups]);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) workgroup: vec3u, @builtin(local_invocation_index) lane: u32) {
  let row_groups = (chunk.batch + 3u) / 4u;
  let row_group = workgroup.x;
  let direction = workgroup.y;
  let reverse = BACKWARDS || direction == 1u;
  let weight_base = direction * UNITS * UNITS;
  let state_size = DIRECTIONS * chunk.batch * UNITS;
  let reserve_base = direction * (chunk.time + 1u) * RESERVE_ROWS * row_groups + row_group;
  let gate_base = direction * chunk.time * GRADIENTS * UNITS * row_groups + row_group;

  let rows_left = chunk.batch - 4u * row_group;
  let row = 4u * row_group + min(vec4u(0u, 1u, 2u, 3u), vec4u(rows_left - 1u));
  var steps = vec4u(chunk.time);
  if (HAS_LENGTHS) {
    steps = min(
      vec4u(u32(lengths[row.x]), u32(lengths[row.y]), u32(lengths[row.z]), u32(lengths[row.w])),
      vec4u(chunk.time));
  }
  // Rows past the end of the batch have no valid step, so their da is 0 and adds nothing to the weight gradients.
  steps = select(vec4u(0u), steps, vec4u(0u, 1u, 2u, 3u) < vec4u(rows_left));

  let state_row = (direction * chunk.batch + row) * UNITS;
  var dh: array<vec4f, UNITS_PER_LANE>;
  var dc: array<vec4f, UNITS_PER_LANE>;
  for (var n = 0u; n < UNITS_PER_LANE; n++) {
    let u = lane + n * WORKGROUP;
    if (u < UNITS) {
      let at = state_row + u;
      dh[n] = vec4f(d_state[at.x], d_state[at.y], d_state[at.z], d_state[at.w]);
      if (STATES == 2u) {
        let cell = state_size + at;
        dc[n] = vec4f(d_state[cell.x], d_state[cell.y], d_state[cell.z], d_state[cell.w]);
      }
    }
  }

  let count = chunk.count;
  for (var turn = 0u; turn < count; turn++) {
    let step = chunk.start + count - 1u - turn;
    let valid = vec4u(step) < steps;
    var t = vec4u(step);
    if (reverse) { t = select(t, steps - 1u - t, valid); }
    let slot = reserve_base + step * RESERVE_ROWS * row_groups;
    let next_slot = slot + RESERVE_ROWS * row_groups;
    for (var n = 0u; n < UNITS_PER_LANE; n++) {
      let u = lane + n * WORKGROUP;
      if (u < UNITS) {
        let out = ((row * chunk.time + t) * DIRECTIONS + direction) * UNITS + u;
        let d_output = vec4f(d_outputs[out.x], d_outputs[out.y], d_outputs[out.z], d_outputs[out.w]);
        var previous_h = vec4f();
        if (DIRECT) { previous_h = reserve[slot + u * row_groups]; }
        var previous_c = vec4f();
        var next_c = vec4f();
        if (STATES == 2u) {
          previous_c = reserve[slot + (CELL_ROW + u) * row_groups];
          next_c = reserve[next_slot + (CELL_ROW + u) * row_groups];
        }
        let kept = kept_values(slot + (KEPT_ROW + u) * row_groups, row_groups);
        let cell = cell_gradient(kept, previous_h, previous_c, next_c, dh[n] + d_output, dc[n]);
        let d_0 = select(vec4f(0.0), cell.da[0], valid);
        let d_1 = select(vec4f(0.0), cell.da[1], valid);
        let d_2 = select(vec4f(0.0), cell.da[2], valid);
        let d_3 = select(vec4f(0.0), cell.da[3], valid);
        dc[n] = select(dc[n], cell.dc, valid);
        if (DIRECT) { dh[n] = select(dh[n], cell.dh, valid); }
        da[u] = mat4x4f(d_0, d_1, d_2, d_3);
        let gate = gate_base + (step * GRADIENTS * UNITS + u) * row_groups;
        d_gates[gate] = d_0;
        if (!TWO_PHASES) { d_gates[gate + UNITS * row_groups] = d_1; }
        d_gates[gate + 2u * UNITS * row_groups] = d_2;
        if (GRADIENTS == 4u) { d_gates[gate + 3u * UNITS * row_groups] = d_3; }
      }
    }
    if (TWO_PHASES) {
      // The first product reads the da of every unit, and adds da of one more sum.
      workgroupBarrier();
      for (var n = 0u; n < UNITS_PER_LANE; n++) {
        let u = lane + n * WORKGROUP;
        if (u < UNITS) {
          var back = vec4f(0.0);
          for (var to = 0u; to < UNITS; to++) {
            back = add_back_exchanged(back, da[to][2], weights[weight_base + to * UNITS + u]);
          }
          let kept = kept_values(slot + (KEPT_ROW + u) * row_groups, row_groups);
          let gradient = exchange_gradient(kept, reserve[slot + u * row_groups], back);
          let d_1 = select(vec4f(0.0), gradient.da, valid);
          dh[n] = select(dh[n], dh[n] + gradient.dh, valid);
          // The first product reads only column 2.
          da[u][1] = d_1;
          d_gates[gate_base + ((step * GRADIENTS + 1u) * UNITS + u) * row_groups] = d_1;
        }
      }
    }
    // The product below reads the da of every unit.
    workgroupBarrier();
    for (var n = 0u; n < UNITS_PER_LANE; n++) {
      let k = lane + n * WORKGROUP;
      if (k < UNITS) {
        // dh_{t-1} = da·Uᵀ
        var back = vec4f(0.0);
        for (var u = 0u; u < UNITS; u++) {
          back = add_back(back, da[u], weights[weight_base + u * UNITS + k]);
        }
        if (DIRECT) { back = dh[n] + back; }
        dh[n] = select(dh[n], back, valid);
      }
    }
    // The next step overwrites da.
    workgroupBarrier();
  }

  for (var n = 0u; n < UNITS_PER_LANE; n++) {
    let u = lane + n * WORKGROUP;
    if (u < UNITS) {
      let at = state_row + u;
      d_state[at.x] = dh[n].x;
      if (rows_left > 1u) { d_state[at.y] = dh[n].y; }
      if (rows_left > 2u) { d_state[at.z] = dh[n].z; }
      if (rows_left > 3u) { d_state[at.w] = dh[n].w; }
      if (STATES == 2u) {
        d_state[state_size + at.x] = dc[n].x;
        if (rows_left > 1u) { d_state[state_size + at.y] = dc[n].y; }
        if (rows_left > 2u) { d_state[state_size + at.z] = dc[n].z; }
        if (rows_left > 3u) { d_state[state_size + at.w] = dc[n].w; }
      }
    }
  }
}
