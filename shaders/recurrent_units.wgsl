// A recurrent layer forward, sequence family, lanes over units.
//
// A workgroup walks `chunk.count` time steps of four batch rows of one direction; each lane owns the units
// lane, lane + WORKGROUP, … . h of all units is in workgroup memory, twice, so that one barrier a step suffices: step s
// reads the half that step s - 1 wrote and writes the other. A weight is loaded once for the four rows, coalesced over
// units. Best for small batches on a GPU, where each step needs all lanes that there are.
//
// Work and traffic: as in recurrent_rows.wgsl.

import package::cell::{HIDDEN_GATES, GATES, STATES, add_exchanged, add_hidden, add_input, cell_step, exchanged};
import package::reserve::{CELL_ROW, INPUT_DIM, INPUT_ROW, KEPT_ROW, ONE_ROW, RESERVE_ROWS, UNITS};

const UNITS_PER_LANE: u32 = 1u;
const TWO_PHASES: bool = HIDDEN_GATES < GATES;

override WORKGROUP: u32 = 32u;
override DIRECTIONS: u32 = 2u;
override BACKWARDS: bool = false;
override HAS_LENGTHS: bool = false;
override TRAINING: bool = true;

struct Chunk {
  batch: u32,
  time: u32,
  start: u32, // the first step of this dispatch, counted in walking order
  count: u32,
}

@group(0) @binding(0) var<storage, read> weights: array<vec4f>; // see recurrent_pack.wgsl
@group(0) @binding(1) var<storage, read> x: array<f32>; // [batch, time, inputDim]
@group(0) @binding(2) var<storage, read> lengths: array<i32>; // [batch]
@group(0) @binding(3) var<storage, read_write> outputs: array<f32>; // [batch, time, directions · units]
@group(0) @binding(4) var<storage, read_write> state: array<f32>; // [h and, where there is one, c][direction, batch, units]
@group(0) @binding(5) var<storage, read_write> reserve: array<vec4f>;
@group(0) @binding(6) var<uniform> chunk: Chunk;

// [half][unit]; then what the second phase of a step multiplies, [unit].
var<workgroup> hidden: array<vec4f, select(2u, 3u, TWO_PHASES) * UNITS>;
const EXCHANGE = 2u * UNITS;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) workgroup: vec3u, @builtin(local_invocation_index) lane: u32) {
  let row_groups = (chunk.batch + 3u) / 4u;
  let row_group = workgroup.x;
  let direction = workgroup.y;
  let reverse = BACKWARDS || direction == 1u;
  let weight_base = direction * (INPUT_DIM + UNITS + 1u) * UNITS;
  let state_size = DIRECTIONS * chunk.batch * UNITS;
  let reserve_base = direction * (chunk.time + 1u) * RESERVE_ROWS * row_groups + row_group;

  // Rows past the end of the batch repeat the last one: computed, so that the reserve is finite, but never put out.
  let rows_left = chunk.batch - 4u * row_group;
  let row = 4u * row_group + min(vec4u(0u, 1u, 2u, 3u), vec4u(rows_left - 1u));
  var steps = vec4u(chunk.time);
  if (HAS_LENGTHS) {
    steps = min(
      vec4u(u32(lengths[row.x]), u32(lengths[row.y]), u32(lengths[row.z]), u32(lengths[row.w])),
      vec4u(chunk.time));
  }

  let state_row = (direction * chunk.batch + row) * UNITS;
  var c: array<vec4f, UNITS_PER_LANE>;
  var sums: array<mat4x4f, UNITS_PER_LANE>;
  for (var n = 0u; n < UNITS_PER_LANE; n++) {
    let u = lane + n * WORKGROUP;
    if (u < UNITS) {
      hidden[(chunk.start % 2u) * UNITS + u] =
        vec4f(state[state_row.x + u], state[state_row.y + u], state[state_row.z + u], state[state_row.w + u]);
      if (STATES == 2u) {
        let at = state_size + state_row + u;
        c[n] = vec4f(state[at.x], state[at.y], state[at.z], state[at.w]);
      }
    }
  }

  let end = chunk.start + chunk.count;
  for (var step = chunk.start; step < end; step++) {
    // Every unit of h must have been written, and every reader of the other half must be done, before this step.
    workgroupBarrier();
    let now = (step % 2u) * UNITS;
    let next = UNITS - now;
    let valid = vec4u(step) < steps;
    // The reverse direction starts at each row's last valid step.
    var t = vec4u(step);
    if (reverse) { t = select(t, steps - 1u - t, valid); }
    let slot = reserve_base + step * RESERVE_ROWS * row_groups;
    let input_row = (row * chunk.time + t) * INPUT_DIM;
    if (TRAINING) {
      for (var k = lane; k < INPUT_DIM; k += WORKGROUP) {
        let value = vec4f(x[input_row.x + k], x[input_row.y + k], x[input_row.z + k], x[input_row.w + k]);
        // Whatever the padding holds, NaN too: times a da of 0 it must add 0 to the weight gradients.
        reserve[slot + (INPUT_ROW + k) * row_groups] = select(vec4f(0.0), value, valid);
      }
      if (lane == 0u) { reserve[slot + ONE_ROW * row_groups] = vec4f(1.0); }
    }

    for (var n = 0u; n < UNITS_PER_LANE; n++) {
      let u = lane + n * WORKGROUP;
      if (u < UNITS) {
        // a = x_t·W + h·U + b
        let bias = weights[weight_base + (INPUT_DIM + UNITS) * UNITS + u];
        var a = mat4x4f(vec4f(bias.x), vec4f(bias.y), vec4f(bias.z), vec4f(bias.w));
        for (var k = 0u; k < INPUT_DIM; k++) {
          let w = weights[weight_base + k * UNITS + u];
          let value = vec4f(x[input_row.x + k], x[input_row.y + k], x[input_row.z + k], x[input_row.w + k]);
          a = add_input(a, value, w);
        }
        for (var k = 0u; k < UNITS; k++) {
          a = add_hidden(a, hidden[now + k], weights[weight_base + (INPUT_DIM + k) * UNITS + u]);
        }
        sums[n] = a;
        if (TWO_PHASES) { hidden[EXCHANGE + u] = exchanged(a, hidden[now + u]); }
      }
    }
    // The second phase reads what all units have exchanged. It is overwritten only after the next step's barrier.
    if (TWO_PHASES) { workgroupBarrier(); }

    for (var n = 0u; n < UNITS_PER_LANE; n++) {
      let u = lane + n * WORKGROUP;
      if (u < UNITS) {
        var a = sums[n];
        if (TWO_PHASES) {
          for (var k = 0u; k < UNITS; k++) {
            a = add_exchanged(a, hidden[EXCHANGE + k], weights[weight_base + (INPUT_DIM + k) * UNITS + u]);
          }
        }
        let previous_h = hidden[now + u];
        let previous_c = c[n];
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
        hidden[next + u] = select(previous_h, cell.h, valid);
        c[n] = select(previous_c, cell.c, valid);
        let visible = select(vec4f(0.0), cell.h, valid);
        let out = ((row * chunk.time + t) * DIRECTIONS + direction) * UNITS + u;
        outputs[out.x] = visible.x;
        if (rows_left > 1u) { outputs[out.y] = visible.y; }
        if (rows_left > 2u) { outputs[out.z] = visible.z; }
        if (rows_left > 3u) { outputs[out.w] = visible.w; }
      }
    }
  }

  // A lane reads back only what it wrote itself, so no barrier is needed here.
  for (var n = 0u; n < UNITS_PER_LANE; n++) {
    let u = lane + n * WORKGROUP;
    if (u < UNITS) {
      let last_h = hidden[(end % 2u) * UNITS + u];
      let at = state_row + u;
      state[at.x] = last_h.x;
      if (rows_left > 1u) { state[at.y] = last_h.y; }
      if (rows_left > 2u) { state[at.z] = last_h.z; }
      if (rows_left > 3u) { state[at.w] = last_h.w; }
      if (STATES == 2u) {
        state[state_size + at.x] = c[n].x;
        if (rows_left > 1u) { state[state_size + at.y] = c[n].y; }
        if (rows_left > 2u) { state[state_size + at.z] = c[n].z; }
        if (rows_left > 3u) { state[state_size + at.w] = c[n].w; }
      }
      // The last slot holds c after the last step.
      if (TRAINING && STATES == 2u) { reserve[reserve_base + (end * RESERVE_ROWS + CELL_ROW + u) * row_groups] = c[n]; }
    }
  }
}
