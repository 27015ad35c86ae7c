// A recurrent layer forward, step family: one dispatch is one time step of all rows, units and directions.
//
// The end of a dispatch is the barrier across workgroups that WGSL lacks inside one, so this works at any size. An
// invocation computes one unit of four batch rows. h is kept twice in `carry`: a step reads the half that the step
// before it wrote; c is touched by its own invocation alone. A cell with two phases takes a dispatch for each.
//
//   carry[h of even steps, h of odd steps, c][direction][unit][row / 4]; with two phases, instead of c: what is exchanged, and
//   the sums that the first phase leaves for the second
//
// Work and traffic: as in recurrent_rows.wgsl.

import package::cell::{HIDDEN_GATES, GATES, STATES, add_exchanged, add_hidden, add_input, cell_step, exchanged};
import package::reserve::{CELL_ROW, INPUT_DIM, INPUT_ROW, KEPT_ROW, ONE_ROW, RESERVE_ROWS, UNITS};

const TWO_PHASES: bool = HIDDEN_GATES < GATES;

override WORKGROUP: u32 = 64u;
override DIRECTIONS: u32 = 2u;
override BACKWARDS: bool = false;
override HAS_LENGTHS: bool = false;
override TRAINING: bool = true;

struct Step {
  batch: u32,
  time: u32,
  step: u32, // in walking order
  phase: u32,
}

@group(0) @binding(0) var<storage, read> weights: array<vec4f>; // see recurrent_pack.wgsl
@group(0) @binding(1) var<storage, read> x: array<f32>; // [batch, time, inputDim]
@group(0) @binding(2) var<storage, read> lengths: array<i32>; // [batch]
@group(0) @binding(3) var<storage, read_write> outputs: array<f32>; // [batch, time, directions · units]
@group(0) @binding(4) var<storage, read_write> state: array<f32>; // [initial h, (c,) final h, (c)][direction, batch, units]
@group(0) @binding(5) var<storage, read_write> carry: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> reserve: array<vec4f>;
@group(0) @binding(7) var<uniform> now: Step;

fn state_at(at: vec4u) -> vec4f {
  return vec4f(state[at.x], state[at.y], state[at.z], state[at.w]);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let u = id.x;
  if (u >= UNITS) { return; }
  let row_groups = (now.batch + 3u) / 4u;
  let row_group = id.y;
  let direction = id.z;
  let reverse = BACKWARDS || direction == 1u;
  let step = now.step;
  let weight_base = direction * (INPUT_DIM + UNITS + 1u) * UNITS;
  let state_size = DIRECTIONS * now.batch * UNITS;
  let reserve_base = direction * (now.time + 1u) * RESERVE_ROWS * row_groups + row_group;
  let slot = reserve_base + step * RESERVE_ROWS * row_groups;
  let carry_size = DIRECTIONS * UNITS * row_groups;
  let carry_base = direction * UNITS * row_groups + row_group;
  let previous_half = ((step + 1u) % 2u) * carry_size + carry_base;

  // Rows past the end of the batch repeat the last one: computed, so that the reserve is finite, but never put out.
  let rows_left = now.batch - 4u * row_group;
  let row = 4u * row_group + min(vec4u(0u, 1u, 2u, 3u), vec4u(rows_left - 1u));
  var steps = vec4u(now.time);
  if (HAS_LENGTHS) {
    steps = min(
      vec4u(u32(lengths[row.x]), u32(lengths[row.y]), u32(lengths[row.z]), u32(lengths[row.w])),
      vec4u(now.time));
  }
  let valid = vec4u(step) < steps;
  // The reverse direction starts at each row's last valid step.
  var t = vec4u(step);
  if (reverse) { t = select(t, steps - 1u - t, valid); }
  let input_row = (row * now.time + t) * INPUT_DIM;
  let state_row = (direction * now.batch + row) * UNITS;

  let kept_c = 2u * carry_size + carry_base + u * row_groups;
  let kept_sums = kept_c + carry_size;
  var previous_h: vec4f;
  var previous_c: vec4f;
  if (step == 0u) {
    previous_h = state_at(state_row + u);
    if (STATES == 2u) { previous_c = state_at(state_size + state_row + u); }
  } else {
    previous_h = carry[previous_half + u * row_groups];
    if (STATES == 2u) { previous_c = carry[kept_c]; }
  }

  var a: mat4x4f;
  if (!TWO_PHASES || now.phase == 0u) {
    // a = x_t·W + h·U + b
    let bias = weights[weight_base + (INPUT_DIM + UNITS) * UNITS + u];
    a = mat4x4f(vec4f(bias.x), vec4f(bias.y), vec4f(bias.z), vec4f(bias.w));
    for (var k = 0u; k < INPUT_DIM; k++) {
      let w = weights[weight_base + k * UNITS + u];
      let value = vec4f(x[input_row.x + k], x[input_row.y + k], x[input_row.z + k], x[input_row.w + k]);
      // Whatever the padding holds, NaN too: times a da of 0 it must add 0 to the weight gradients.
      if (TRAINING && u == 0u) { reserve[slot + (INPUT_ROW + k) * row_groups] = select(vec4f(0.0), value, valid); }
      a = add_input(a, value, w);
    }
    if (TRAINING && u == 0u) { reserve[slot + ONE_ROW * row_groups] = vec4f(1.0); }
    for (var k = 0u; k < UNITS; k++) {
      let w = weights[weight_base + (INPUT_DIM + k) * UNITS + u];
      var value: vec4f;
      if (step == 0u) { value = state_at(state_row + k); } else { value = carry[previous_half + k * row_groups]; }
      a = add_hidden(a, value, w);
    }
  }
  if (TWO_PHASES) {
    if (now.phase == 0u) {
      carry[kept_c] = exchanged(a, previous_h);
      carry[kept_sums] = a[0];
      carry[kept_sums + carry_size] = a[1];
      carry[kept_sums + 2u * carry_size] = a[2];
      return;
    }
    a = mat4x4f(carry[kept_sums], carry[kept_sums + carry_size], carry[kept_sums + 2u * carry_size], vec4f(0.0));
    for (var k = 0u; k < UNITS; k++) {
      let value = carry[2u * carry_size + carry_base + k * row_groups];
      a = add_exchanged(a, value, weights[weight_base + (INPUT_DIM + k) * UNITS + u]);
    }
  }

  let cell = cell_step(a, previous_h, previous_c);
  if (TRAINING) {
    reserve[slot + u * row_groups] = previous_h;
    if (STATES == 2u) { reserve[slot + (CELL_ROW + u) * row_groups] = previous_c; }
    // What is exchanged is an operand of the weight gradients, as x is: 0 at padding.
    var first = cell.kept[0];
    if (TWO_PHASES) { first = select(vec4f(0.0), first, valid); }
    reserve[slot + (KEPT_ROW + u) * row_groups] = first;
    reserve[slot + (KEPT_ROW + UNITS + u) * row_groups] = cell.kept[1];
    reserve[slot + (KEPT_ROW + 2u * UNITS + u) * row_groups] = cell.kept[2];
    reserve[slot + (KEPT_ROW + 3u * UNITS + u) * row_groups] = cell.kept[3];
  }
  // A padded step leaves the state alone and puts out 0.
  let last_h = select(previous_h, cell.h, valid);
  let last_c = select(previous_c, cell.c, valid);
  carry[(step % 2u) * carry_size + carry_base + u * row_groups] = last_h;
  if (STATES == 2u) { carry[kept_c] = last_c; }
  let visible = select(vec4f(0.0), cell.h, valid);
  let out = ((row * now.time + t) * DIRECTIONS + direction) * UNITS + u;
  outputs[out.x] = visible.x;
  if (rows_left > 1u) { outputs[out.y] = visible.y; }
  if (rows_left > 2u) { outputs[out.z] = visible.z; }
  if (rows_left > 3u) { outputs[out.w] = visible.w; }
  if (step + 1u == now.time) {
    let last = STATES * state_size + state_row + u;
    state[last.x] = last_h.x;
    if (rows_left > 1u) { state[last.y] = last_h.y; }
    if (rows_left > 2u) { state[last.z] = last_h.z; }
    if (rows_left > 3u) { state[last.w] = last_h.w; }
    if (STATES == 2u) {
      state[state_size + last.x] = last_c.x;
      if (rows_left > 1u) { state[state_size + last.y] = last_c.y; }
      if (rows_left > 2u) { state[state_size + last.z] = last_c.z; }
      if (rows_left > 3u) { state[state_size + last.w] = last_c.w; }
    }
    // The last slot holds c after the last step.
    if (TRAINING && STATES == 2u) { reserve[slot + (RESERVE_ROWS + CELL_ROW + u) * row_groups] = last_c; }
  }
}
