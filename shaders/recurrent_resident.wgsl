// A recurrent layer forward, sequence family, resident layout: the weights never leave the registers.
//
// A workgroup walks `chunk.count` time steps of ROWS batch rows of one direction; SHARES lanes share each unit of a row. A lane
// holds its share of the unit's weights, of all gates, in registers for the whole walk. In each step it multiplies them by its
// share of the step's operand (h, x, 1), which lies in workgroup memory; the lanes of a unit add their sums up (`share_sum`), and
// each then computes the whole cell, which takes no longer than handing its gates around. A step takes as long as its chain of
// dependent operations, whatever the batch, as long as the device has room for a workgroup for each row and direction.
//
// The operand is there twice: step s reads one half and writes h of the next step into the other; x of the next step goes there,
// too, and that of the one after it is fetched meanwhile. So one barrier a step is enough, besides that of `share_sum`.
//
// Work: 2 · gates·units · (inputDim + units) operations per row and step; traffic: the inputs, the outputs and the reserve.

import package::cell::{STATES, add_hidden, add_input, cell_step};
import package::resident::{
  BEYOND, CELL_VALUE, INPUT_DIM, KEPT_VALUE, OPERAND, ROWS, ROW_LANES, SHARES, SLOT, UNITS, WORKGROUP,
};
import package::share_sum::{sum_of_shares};

const SHARE: u32 = (OPERAND + SHARES - 1u) / SHARES; // values of the operand of a lane
const PADDED: u32 = SHARE * SHARES; // what is past the operand stays 0 and has weight 0
const INPUTS_OF_A_LANE: u32 = (INPUT_DIM + ROW_LANES - 1u) / ROW_LANES;

override DIRECTIONS: u32 = 2u;
override BACKWARDS: bool = false; // a single direction that walks from the end
override HAS_LENGTHS: bool = false;
override TRAINING: bool = true;

struct Chunk {
  batch: u32,
  time: u32,
  start: u32, // the first step of this dispatch, counted in walking order
  count: u32,
}

// See recurrent_pack.wgsl. Writable, though nothing is written, so that no compiler may load a weight again in place of
// keeping it.
@group(0) @binding(0) var<storage, read_write> weights: array<vec4f>;
@group(0) @binding(1) var<storage, read> x: array<f32>; // [batch, time, inputDim]
@group(0) @binding(2) var<storage, read> lengths: array<i32>; // [batch]
@group(0) @binding(3) var<storage, read_write> outputs: array<f32>; // [batch, time, directions · units]
@group(0) @binding(4) var<storage, read_write> state: array<f32>; // [h and, where there is one, c][direction, batch, units]
@group(0) @binding(5) var<storage, read_write> reserve: array<f32>; // see resident.wgsl
@group(0) @binding(6) var<uniform> chunk: Chunk;

var<workgroup> operand: array<f32, 2u * ROWS * PADDED>; // [half][row][value]

// The weights of one value of the operand, one for each of the unit's sums.
fn weight_of(direction: u32, value: u32, unit: u32) -> vec4f {
  let base = direction * OPERAND * UNITS + unit;
  if (value < UNITS) { return add_hidden(vec4f(0.0), 1.0, weights[base + (INPUT_DIM + value) * UNITS]); }
  if (value < UNITS + INPUT_DIM) { return add_input(vec4f(0.0), 1.0, weights[base + (value - UNITS) * UNITS]); }
  if (value == UNITS + INPUT_DIM) { return weights[base + value * UNITS]; }
  return vec4f(0.0);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) workgroup: vec3u, @builtin(local_invocation_index) lane: u32) {
  let direction = workgroup.y;
  let reverse = BACKWARDS || direction == 1u;
  let local_row = lane / ROW_LANES;
  let row_lane = lane % ROW_LANES;
  let unit = row_lane / SHARES;
  let share = row_lane % SHARES;
  // Rows past the end of the batch repeat the last one, and store nothing.
  let wanted_row = workgroup.x * ROWS + local_row;
  let present = wanted_row < chunk.batch;
  let row = min(wanted_row, chunk.batch - 1u);
  var steps = chunk.time;
  if (HAS_LENGTHS) { steps = min(u32(lengths[row]), chunk.time); }
  let end = chunk.start + min(chunk.count, workgroup.x + BEYOND);

  var w: array<vec4f, SHARE>; // registers
  for (var i = 0u; i < SHARE; i++) { // unroll
    w[i] = weight_of(direction, share * SHARE + i, unit);
  }
  let state_at = (direction * chunk.batch + row) * UNITS + unit;
  let state_size = DIRECTIONS * chunk.batch * UNITS;
  var h = state[state_at];
  var c = 0.0;
  if (STATES == 2u) { c = state[state_size + state_at]; }

  // Where the first step finds its operand, and the second one its own.
  let first = ((chunk.start % 2u) * ROWS + local_row) * PADDED;
  let second = (((chunk.start + 1u) % 2u) * ROWS + local_row) * PADDED;
  if (share == 0u) { operand[first + unit] = h; }
  if (row_lane == 0u) {
    operand[first + OPERAND - 1u] = 1.0;
    operand[second + OPERAND - 1u] = 1.0;
  }
  // Padding is never looked at, for it may hold anything.
  let last_step = max(steps, 1u) - 1u;
  let x_base = row * chunk.time;
  var next_x: array<f32, INPUTS_OF_A_LANE>; // registers: of the step after the one at hand
  for (var i = 0u; i < INPUTS_OF_A_LANE; i++) { // unroll
    let value = row_lane + i * ROW_LANES;
    if (value < INPUT_DIM) {
      let now = min(chunk.start, last_step);
      let next = min(chunk.start + 1u, last_step);
      operand[first + UNITS + value] = x[(x_base + select(now, last_step - now, reverse)) * INPUT_DIM + value];
      next_x[i] = x[(x_base + select(next, last_step - next, reverse)) * INPUT_DIM + value];
    }
  }

  let reserve_base = (direction * chunk.batch + row) * (chunk.time + 1u) * SLOT + unit;
  for (var step = chunk.start; step < end; step++) {
    // The whole operand must have been written, and every reader of the other half must be done, before this step.
    workgroupBarrier();
    let now = ((step % 2u) * ROWS + local_row) * PADDED;
    let next = (((step + 1u) % 2u) * ROWS + local_row) * PADDED;
    let ahead = min(step + 2u, last_step);
    for (var i = 0u; i < INPUTS_OF_A_LANE; i++) { // unroll
      let value = row_lane + i * ROW_LANES;
      if (value < INPUT_DIM) {
        operand[next + UNITS + value] = next_x[i];
        next_x[i] = x[(x_base + select(ahead, last_step - ahead, reverse)) * INPUT_DIM + value];
      }
    }

    // a = x_t·W + h·U + b
    var sum = vec4f(0.0);
    for (var i = 0u; i < SHARE; i++) { // unroll
      sum += operand[now + share * SHARE + i] * w[i];
    }
    let cell = cell_step(sum_of_shares(sum, lane), h, c);

    let valid = step < steps;
    if (TRAINING && present) {
      let slot = reserve_base + step * SLOT;
      if (share == 0u) { reserve[slot] = h; }
      if (STATES == 2u && share == CELL_VALUE % SHARES) { reserve[slot + CELL_VALUE * UNITS] = c; }
      for (var i = 0u; i < 4u; i++) { // unroll
        if (share == (KEPT_VALUE + i) % SHARES) { reserve[slot + (KEPT_VALUE + i) * UNITS] = cell.kept[i]; }
      }
    }
    // A padded step leaves the state alone and puts out 0.
    h = select(h, cell.h, valid);
    c = select(c, cell.c, valid);
    if (share == 0u) {
      operand[next + unit] = h;
      // The reverse direction starts at the row's last valid step.
      let t = select(step, last_step - step, reverse && valid);
      if (present) {
        outputs[((x_base + t) * DIRECTIONS + direction) * UNITS + unit] = select(0.0, cell.h, valid);
      }
    }
  }

  if (share == 0u && present) {
    state[state_at] = h;
    if (STATES == 2u) {
      state[state_size + state_at] = c;
      // The last slot holds c after the last step.
      if (TRAINING) { reserve[reserve_base + end * SLOT + CELL_VALUE * UNITS] = c; }
    }
  }
}
