// A recurrent layer forward, sequence family, streamed layout: for layers whose weights do not all fit into the registers.
//
// A workgroup walks `chunk.count` time steps of GROUPS values of batch rows of one direction; SHARES lanes share each unit. A lane
// keeps the weights of KEPT values of its share of h in registers for the whole walk; the others it loads in every step, each once
// for all rows of the workgroup, coalesced over units. The fewer are left to be loaded, the shorter is a step of a wide layer,
// which waits for nothing else as long. The lanes of a unit hand their sums to the one that computes the cell, through workgroup
// memory.
//
// h and x are there twice: step s reads one half and writes h of the next step into the other; x of the next step goes there,
// too, and that of the one after it is fetched meanwhile. So one barrier a step is enough, and one more where lanes share a unit.
//
// Work and traffic: as in recurrent_rows.wgsl.

import package::cell::{STATES, add_hidden, add_input, cell_step};
import package::reserve::{CELL_ROW, INPUT_DIM, INPUT_ROW, KEPT_ROW, ONE_ROW, RESERVE_ROWS, UNITS};
import package::streamed::{BEYOND, Chunk, GROUPS, SHARES, columns_of, rows_left, rows_of_column};
import package::values::{FourValues, VALUE_ROWS, Value, choice_of, rows_of, value_of};

const KEPT: u32 = 4u; // at least 1, at most SHARE

const WORKGROUP: u32 = UNITS * SHARES;
const SHARE: u32 = (UNITS + SHARES - 1u) / SHARES; // values of h of a lane
const PADDED: u32 = SHARE * SHARES; // what is past the units stays 0 and has weight 0
const HALF: u32 = GROUPS * (PADDED + INPUT_DIM);
const INPUTS: u32 = GROUPS * INPUT_DIM;
const INPUTS_OF_A_LANE: u32 = (INPUTS + WORKGROUP - 1u) / WORKGROUP;

override DIRECTIONS: u32 = 2u;
override BACKWARDS: bool = false;
override HAS_LENGTHS: bool = false;
override TRAINING: bool = true;

// See recurrent_pack.wgsl. Writable, though nothing is written, so that no compiler may load a kept weight again.
@group(0) @binding(0) var<storage, read_write> weights: array<vec4f>;
@group(0) @binding(1) var<storage, read> x: array<f32>; // [batch, time, inputDim]
@group(0) @binding(2) var<storage, read> lengths: array<i32>; // [batch]
@group(0) @binding(3) var<storage, read_write> outputs: array<f32>; // [batch, time, directions · units]
@group(0) @binding(4) var<storage, read_write> state: array<f32>; // [h and, where there is one, c][direction, batch, units]
@group(0) @binding(5) var<storage, read_write> reserve: array<Value>; // see reserve.wgsl and streamed.wgsl
@group(0) @binding(6) var<uniform> chunk: Chunk;

var<workgroup> operand: array<Value, 2u * HALF>; // [half][h of group and unit, x of group and channel]
var<workgroup> partial: array<Value, select(1u, GROUPS * (SHARES - 1u) * 4u * UNITS, SHARES > 1u)>; // [group][lane][sum][unit]

fn steps_of(row: vec4u) -> vec4u {
  if (!HAS_LENGTHS) { return vec4u(chunk.time); }
  return min(
    vec4u(u32(lengths[row.x]), u32(lengths[row.y]), u32(lengths[row.z]), u32(lengths[row.w])),
    vec4u(chunk.time));
}

// x of a step. Padding is never looked at, for it may hold anything: what is fetched there is the last valid step's.
fn input(group: u32, channel: u32, column: u32, step: u32, reverse: bool) -> Value {
  let row = rows_of_column(column + group, chunk.batch);
  let last = max(steps_of(row), vec4u(1u)) - 1u;
  let now = min(vec4u(step), last);
  let at = (row * chunk.time + select(now, last - now, vec4<bool>(reverse))) * INPUT_DIM + channel;
  return value_of(vec4f(x[at.x], x[at.y], x[at.z], x[at.w]));
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) workgroup: vec3u, @builtin(local_invocation_index) lane: u32) {
  let direction = workgroup.y;
  let reverse = BACKWARDS || direction == 1u;
  let unit = lane % UNITS;
  let share = lane / UNITS;
  let first_unit = share * SHARE;
  let last_unit = min(first_unit + SHARE, UNITS);
  let columns = columns_of(chunk.batch);
  let column = workgroup.x * GROUPS;
  let weight_base = direction * (INPUT_DIM + UNITS + 1u) * UNITS + unit;
  let state_base = direction * chunk.batch * UNITS + unit;
  let state_size = DIRECTIONS * chunk.batch * UNITS;
  let reserve_base = direction * (chunk.time + 1u) * RESERVE_ROWS;

  var w: array<vec4f, KEPT>; // registers
  for (var i = 0u; i < KEPT; i++) { // unroll
    if (first_unit + i < UNITS) { w[i] = weights[weight_base + (INPUT_DIM + first_unit + i) * UNITS]; }
  }

  // The lane `group % SHARES` of a unit computes the cell of a group.
  var c: array<Value, GROUPS>; // registers
  for (var g = 0u; g < GROUPS; g++) { // unroll
    if (share == g % SHARES) {
      let at = state_base + rows_of_column(column + g, chunk.batch) * UNITS;
      operand[(chunk.start % 2u) * HALF + g * PADDED + unit] =
        value_of(vec4f(state[at.x], state[at.y], state[at.z], state[at.w]));
      if (STATES == 2u) {
        let cell = state_size + at;
        c[g] = value_of(vec4f(state[cell.x], state[cell.y], state[cell.z], state[cell.w]));
      }
    }
  }
  var next_x: array<Value, INPUTS_OF_A_LANE>; // registers: of the step after the one at hand
  for (var i = 0u; i < INPUTS_OF_A_LANE; i++) { // unroll
    let which = lane + i * WORKGROUP;
    if (which < INPUTS) {
      let g = which / INPUT_DIM;
      let channel = which % INPUT_DIM;
      operand[(chunk.start % 2u) * HALF + GROUPS * PADDED + which] = input(g, channel, column, chunk.start, reverse);
      next_x[i] = input(g, channel, column, chunk.start + 1u, reverse);
    }
  }

  let end = chunk.start + min(chunk.count, workgroup.x + BEYOND);
  for (var step = chunk.start; step < end; step++) {
    // The whole operand must have been written, and every reader of the other half must be done, before this step.
    workgroupBarrier();
    let now = (step % 2u) * HALF;
    let next = HALF - now;
    for (var i = 0u; i < INPUTS_OF_A_LANE; i++) { // unroll
      let which = lane + i * WORKGROUP;
      if (which < INPUTS) {
        let g = which / INPUT_DIM;
        let channel = which % INPUT_DIM;
        if (TRAINING && column + g < columns) {
          // At padding it must add 0 to the weight gradients.
          let valid = vec4u(step) < steps_of(rows_of_column(column + g, chunk.batch));
          let value = select(Value(0.0), operand[now + GROUPS * PADDED + which], choice_of(valid));
          reserve[(reserve_base + step * RESERVE_ROWS + INPUT_ROW + channel) * columns + column + g] = value;
        }
        operand[next + GROUPS * PADDED + which] = next_x[i];
        next_x[i] = input(g, channel, column, step + 2u, reverse);
      }
    }

    // a = x_t·W + h·U + b
    var bias = vec4f(0.0);
    if (share == 0u) { bias = weights[weight_base + (INPUT_DIM + UNITS) * UNITS]; }
    var a: array<FourValues, GROUPS>; // registers
    for (var g = 0u; g < GROUPS; g++) { // unroll
      a[g] = FourValues(Value(bias.x), Value(bias.y), Value(bias.z), Value(bias.w));
    }
    for (var channel = share; channel < INPUT_DIM; channel += SHARES) {
      let weight = weights[weight_base + channel * UNITS];
      for (var g = 0u; g < GROUPS; g++) { // unroll
        a[g] = add_input(a[g], operand[now + GROUPS * PADDED + g * INPUT_DIM + channel], weight);
      }
    }
    for (var i = 0u; i < KEPT; i++) { // unroll
      for (var g = 0u; g < GROUPS; g++) { // unroll
        a[g] = add_hidden(a[g], operand[now + g * PADDED + first_unit + i], w[i]);
      }
    }
    // Eight at a time, whose loads are on their way together.
    let streamed = max(last_unit, first_unit + KEPT) - first_unit - KEPT;
    let eights = streamed / 8u;
    var k = first_unit + KEPT;
    for (var eight = 0u; eight < eights; eight++) {
      for (var i = 0u; i < 8u; i++) { // unroll
        let weight = weights[weight_base + (INPUT_DIM + k + i) * UNITS];
        for (var g = 0u; g < GROUPS; g++) { // unroll
          a[g] = add_hidden(a[g], operand[now + g * PADDED + k + i], weight);
        }
      }
      k += 8u;
    }
    for (; k < last_unit; k++) {
      let weight = weights[weight_base + (INPUT_DIM + k) * UNITS];
      for (var g = 0u; g < GROUPS; g++) { // unroll
        a[g] = add_hidden(a[g], operand[now + g * PADDED + k], weight);
      }
    }

    if (SHARES > 1u) {
      for (var g = 0u; g < GROUPS; g++) { // unroll
        let place = (share + SHARES - g % SHARES) % SHARES;
        if (place > 0u) {
          let at = (g * (SHARES - 1u) + place - 1u) * 4u * UNITS + unit;
          for (var sum = 0u; sum < 4u; sum++) { // unroll
            partial[at + sum * UNITS] = a[g][sum];
          }
        }
      }
      // They are overwritten behind the next step's own barrier.
      workgroupBarrier();
    }

    for (var g = 0u; g < GROUPS; g++) { // unroll
      if (share == g % SHARES) {
        for (var other = 0u; other < SHARES - 1u; other++) { // unroll
          let at = (g * (SHARES - 1u) + other) * 4u * UNITS + unit;
          a[g] = a[g] + FourValues(partial[at], partial[at + UNITS], partial[at + 2u * UNITS], partial[at + 3u * UNITS]);
        }
        let row = rows_of_column(column + g, chunk.batch);
        let steps = steps_of(row);
        let valid = vec4u(step) < steps;
        let previous_h = operand[now + g * PADDED + unit];
        let previous_c = c[g];
        let cell = cell_step(a[g], previous_h, previous_c);
        if (TRAINING && column + g < columns) {
          let at = (reserve_base + step * RESERVE_ROWS + unit) * columns + column + g;
          reserve[at] = previous_h;
          if (STATES == 2u) { reserve[at + CELL_ROW * columns] = previous_c; }
          for (var i = 0u; i < 4u; i++) { // unroll
            reserve[at + (KEPT_ROW + i * UNITS) * columns] = cell.kept[i];
          }
          if (unit == 0u) { reserve[at + ONE_ROW * columns] = Value(1.0); }
        }
        // A padded step leaves the state alone and puts out 0.
        operand[next + g * PADDED + unit] = select(previous_h, cell.h, choice_of(valid));
        c[g] = select(previous_c, cell.c, choice_of(valid));
        // The reverse direction starts at each row's last valid step.
        let t = select(vec4u(step), steps - 1u - step, valid & vec4<bool>(reverse));
        let out = ((row * chunk.time + t) * DIRECTIONS + direction) * UNITS + unit;
        let visible = rows_of(select(Value(0.0), cell.h, choice_of(valid)));
        let left = rows_left(column + g, chunk.batch);
        if (left > 0u) { outputs[out.x] = visible.x; }
        if (left > 1u) { outputs[out.y] = visible.y; }
        if (left > 2u) { outputs[out.z] = visible.z; }
        if (left > 3u) { outputs[out.w] = visible.w; }
      }
    }
  }

  for (var g = 0u; g < GROUPS; g++) { // unroll
    if (share == g % SHARES) {
      // A lane reads back only what it wrote itself, so no barrier is needed here.
      let last_h = rows_of(operand[(end % 2u) * HALF + g * PADDED + unit]);
      let last_c = rows_of(c[g]);
      let at = state_base + rows_of_column(column + g, chunk.batch) * UNITS;
      let left = rows_left(column + g, chunk.batch);
      if (left > 0u) { state[at.x] = last_h.x; }
      if (left > 1u) { state[at.y] = last_h.y; }
      if (left > 2u) { state[at.z] = last_h.z; }
      if (left > 3u) { state[at.w] = last_h.w; }
      if (STATES == 2u) {
        if (left > 0u) { state[state_size + at.x] = last_c.x; }
        if (left > 1u) { state[state_size + at.y] = last_c.y; }
        if (left > 2u) { state[state_size + at.z] = last_c.z; }
        if (left > 3u) { state[state_size + at.w] = last_c.w; }
        // The last slot holds c after the last step.
        if (TRAINING && column + g < columns) {
          reserve[(reserve_base + end * RESERVE_ROWS + CELL_ROW + unit) * columns + column + g] = c[g];
        }
      }
    }
  }
}
