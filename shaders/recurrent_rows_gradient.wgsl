// A recurrent layer backward, sequence family, lanes over batch rows: the walk of recurrent_rows.wgsl in reverse.
//
// An invocation carries dh and dc of 4·ROWS_TILE batch rows from the last step to the first, with no barrier at all, and
// writes the gradients da of the sums before their activations. The gradients of the weights (`outer_product.wgsl`) and of
// x (`recurrent_input_gradient.wgsl`) are products of these. dh of the step before is made in register tiles of 4·UNITS_TILE
// units, as 4 × 4 matrices: a column for each unit, a row for each batch row.
//
//   d_gates[direction][step][sum · units + unit][row / 4], in walking order
//
// Work: 2 · gates·units · units operations per row and step.

import package::cell::{
  DIRECT, GATES, GRADIENTS, HIDDEN_GATES, SPLIT, STATES, cell_gradient, exchange_gradient,
};
import package::reserve::{CELL_ROW, KEPT_ROW, RESERVE_ROWS, UNITS};

const UNITS_TILE: u32 = 4u; // vec4s of units
const ROWS_TILE: u32 = 1u; // vec4s of rows, of which the batch has a multiple
const WEIGHT_COUNT: u32 = 2048u; // vec4s of weights of all directions
const TILE: u32 = UNITS_TILE * ROWS_TILE;
const CARRIED: u32 = UNITS * ROWS_TILE;
const ROW: u32 = GATES * UNITS / 4u; // vec4s of a row of the weights
const TWO_PHASES: bool = HIDDEN_GATES < GATES;

override WORKGROUP: u32 = 8u;
override DIRECTIONS: u32 = 2u;
override BACKWARDS: bool = false;
override HAS_LENGTHS: bool = false;

struct Chunk {
  batch: u32,
  time: u32,
  start: u32,
  count: u32,
  units: u32, // UNITS, hidden from the compiler: see recurrent_rows.wgsl
}

// [direction][unit before][gate][unit / 4], as Keras has the recurrent kernel
@group(0) @binding(0) var<uniform> weights: array<vec4f, WEIGHT_COUNT>;
@group(0) @binding(1) var<storage, read> lengths: array<i32>; // [batch]
@group(0) @binding(2) var<storage, read> reserve: array<vec4f>; // see reserve.wgsl
@group(0) @binding(3) var<storage, read> d_outputs: array<f32>; // [batch, time, directions · units]
@group(0) @binding(4) var<storage, read_write> d_state: array<f32>; // [dh and, where there is one, dc][direction, batch, units]
@group(0) @binding(5) var<storage, read_write> d_gates: array<vec4f>;
@group(0) @binding(6) var<uniform> chunk: Chunk;

// See recurrent_rows.wgsl.
const BEYOND: u32 = 1048576u;

fn kept_values(at: u32, row_groups: u32) -> mat4x4f {
  return mat4x4f(
    reserve[at],
    reserve[at + UNITS * row_groups],
    reserve[at + 2u * UNITS * row_groups],
    reserve[at + 3u * UNITS * row_groups]);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(workgroup_id) workgroup: vec3u) {
  let units = min(chunk.units, workgroup.x + BEYOND);
  let count = min(chunk.count, workgroup.x + BEYOND);
  let row_groups = (chunk.batch + 3u) / 4u;
  let row_group = id.x * ROWS_TILE;
  if (row_group >= row_groups) { return; }
  let direction = id.y;
  let reverse = BACKWARDS || direction == 1u;
  let weight_base = direction * UNITS * ROW;
  let state_size = DIRECTIONS * chunk.batch * UNITS;
  let reserve_base = direction * (chunk.time + 1u) * RESERVE_ROWS * row_groups + row_group;
  let gate_base = direction * chunk.time * GRADIENTS * UNITS * row_groups + row_group;
  let four = vec4u(0u, 1u, 2u, 3u);

  var row: array<vec4u, ROWS_TILE>; // registers
  var steps: array<vec4u, ROWS_TILE>; // registers
  var t: array<vec4u, ROWS_TILE>; // registers
  var dh: array<vec4f, CARRIED>; // [unit][row group]
  var dc: array<vec4f, CARRIED>;
  for (var r = 0u; r < ROWS_TILE; r++) { // unroll
    row[r] = min(4u * (row_group + r) + four, vec4u(chunk.batch - 1u));
    steps[r] = vec4u(chunk.time);
    if (HAS_LENGTHS) {
      steps[r] = min(
        vec4u(
          u32(lengths[row[r].x]), u32(lengths[row[r].y]), u32(lengths[row[r].z]), u32(lengths[row[r].w])),
        vec4u(chunk.time));
    }
    // Rows past the end of the batch have no valid step, so their da is 0 and adds nothing to the weight gradients.
    steps[r] = select(vec4u(0u), steps[r], 4u * (row_group + r) + four < vec4u(chunk.batch));
    for (var u = 0u; u < units; u++) {
      let at = (direction * chunk.batch + row[r]) * UNITS + u;
      dh[u * ROWS_TILE + r] = vec4f(d_state[at.x], d_state[at.y], d_state[at.z], d_state[at.w]);
      if (STATES == 2u) {
        dc[u * ROWS_TILE + r] = vec4f(
          d_state[state_size + at.x], d_state[state_size + at.y], d_state[state_size + at.z], d_state[state_size + at.w]);
      }
    }
  }

  var da: array<mat4x4f, ROWS_TILE>; // registers: of four units of a gate
  var back: array<mat4x4f, TILE>; // registers
  for (var turn = 0u; turn < count; turn++) {
    let step = chunk.start + chunk.count - 1u - turn;
    let slot = reserve_base + step * RESERVE_ROWS * row_groups;
    let next_slot = slot + RESERVE_ROWS * row_groups;
    let gates = gate_base + step * GRADIENTS * UNITS * row_groups;
    for (var r = 0u; r < ROWS_TILE; r++) { // unroll
      t[r] = vec4u(step);
      if (reverse) { t[r] = select(t[r], steps[r] - 1u - t[r], t[r] < steps[r]); }
    }

    for (var u = 0u; u < units; u++) {
      for (var r = 0u; r < ROWS_TILE; r++) { // unroll
        let valid = vec4u(step) < steps[r];
        let out = ((row[r] * chunk.time + t[r]) * DIRECTIONS + direction) * UNITS + u;
        let d_output = vec4f(d_outputs[out.x], d_outputs[out.y], d_outputs[out.z], d_outputs[out.w]);
        var previous_h = vec4f();
        if (DIRECT) { previous_h = reserve[slot + u * row_groups + r]; }
        var previous_c = vec4f();
        var next_c = vec4f();
        if (STATES == 2u) {
          previous_c = reserve[slot + (CELL_ROW + u) * row_groups + r];
          next_c = reserve[next_slot + (CELL_ROW + u) * row_groups + r];
        }
        let kept = kept_values(slot + (KEPT_ROW + u) * row_groups + r, row_groups);
        let carried_dh = dh[u * ROWS_TILE + r];
        let carried_dc = dc[u * ROWS_TILE + r];
        let cell = cell_gradient(kept, previous_h, previous_c, next_c, carried_dh + d_output, carried_dc);
        if (STATES == 2u) { dc[u * ROWS_TILE + r] = select(carried_dc, cell.dc, valid); }
        if (DIRECT) { dh[u * ROWS_TILE + r] = select(carried_dh, cell.dh, valid); }
        let zero = vec4f(0.0);
        let at = gates + u * row_groups + r;
        d_gates[at] = select(zero, cell.da[0], valid);
        if (!TWO_PHASES) { d_gates[at + UNITS * row_groups] = select(zero, cell.da[1], valid); }
        d_gates[at + 2u * UNITS * row_groups] = select(zero, cell.da[2], valid);
        if (GRADIENTS == 4u) { d_gates[at + 3u * UNITS * row_groups] = select(zero, cell.da[3], valid); }
      }
    }

    if (TWO_PHASES) {
      // The gradient of what was exchanged, from da of the candidate, and with it da of the gate that made it.
      for (var k = 0u; k < units; k += 4u * UNITS_TILE) {
        for (var i = 0u; i < TILE; i++) { // unroll
          back[i] = mat4x4f();
        }
        for (var j = 0u; j < units / 4u; j++) {
          for (var r = 0u; r < ROWS_TILE; r++) { // unroll
            let at = gates + (2u * UNITS + 4u * j) * row_groups + r;
            da[r] = mat4x4f(
              d_gates[at], d_gates[at + row_groups], d_gates[at + 2u * row_groups], d_gates[at + 3u * row_groups]);
          }
          for (var v = 0u; v < UNITS_TILE; v++) { // unroll
            let w = weight_base + (k + 4u * v) * ROW + 2u * UNITS / 4u + j;
            let kernel = mat4x4f(weights[w], weights[w + ROW], weights[w + 2u * ROW], weights[w + 3u * ROW]);
            for (var r = 0u; r < ROWS_TILE; r++) { // unroll
              back[v * ROWS_TILE + r] += da[r] * kernel;
            }
          }
        }
        for (var v = 0u; v < UNITS_TILE; v++) { // unroll
          for (var r = 0u; r < ROWS_TILE; r++) { // unroll
            let valid = vec4u(step) < steps[r];
            for (var n = 0u; n < 4u; n++) { // unroll
              let u = k + 4u * v + n;
              let kept = kept_values(slot + (KEPT_ROW + u) * row_groups + r, row_groups);
              let gradient =
                exchange_gradient(kept, reserve[slot + u * row_groups + r], back[v * ROWS_TILE + r][n]);
              let at = u * ROWS_TILE + r;
              dh[at] = select(dh[at], dh[at] + gradient.dh, valid);
              d_gates[gates + (UNITS + u) * row_groups + r] = select(vec4f(0.0), gradient.da, valid);
            }
          }
        }
      }
    }

    // dh_{t-1} = da·Uᵀ; the invocation reads back the da that it has stored itself.
    for (var k = 0u; k < units; k += 4u * UNITS_TILE) {
      for (var i = 0u; i < TILE; i++) { // unroll
        back[i] = mat4x4f();
      }
      for (var j = 0u; j < HIDDEN_GATES * units / 4u; j++) { // four units of a gate
        // A split candidate has a da of its own for the recurrent kernel, the last one.
        let sum = 4u * j + SPLIT * select(0u, UNITS, 4u * j >= 2u * UNITS);
        for (var r = 0u; r < ROWS_TILE; r++) { // unroll
          let at = gates + sum * row_groups + r;
          da[r] = mat4x4f(
            d_gates[at], d_gates[at + row_groups], d_gates[at + 2u * row_groups], d_gates[at + 3u * row_groups]);
        }
        for (var v = 0u; v < UNITS_TILE; v++) { // unroll
          let w = weight_base + (k + 4u * v) * ROW + j;
          let kernel = mat4x4f(weights[w], weights[w + ROW], weights[w + 2u * ROW], weights[w + 3u * ROW]);
          for (var r = 0u; r < ROWS_TILE; r++) { // unroll
            back[v * ROWS_TILE + r] += da[r] * kernel;
          }
        }
      }
      for (var v = 0u; v < UNITS_TILE; v++) { // unroll
        for (var r = 0u; r < ROWS_TILE; r++) { // unroll
          let valid = vec4u(step) < steps[r];
          for (var n = 0u; n < 4u; n++) { // unroll
            let at = (k + 4u * v + n) * ROWS_TILE + r;
            var before = back[v * ROWS_TILE + r][n];
            if (DIRECT) { before = dh[at] + before; }
            dh[at] = select(dh[at], before, valid);
          }
        }
      }
    }
  }

  for (var r = 0u; r < ROWS_TILE; r++) { // unroll
    let rows_left = chunk.batch - 4u * (row_group + r);
    for (var u = 0u; u < units; u++) {
      let last_h = dh[u * ROWS_TILE + r];
      let last_c = dc[u * ROWS_TILE + r];
      let at = (direction * chunk.batch + 4u * (row_group + r)) * UNITS + u;
      let cell = state_size + at;
      d_state[at] = last_h.x;
      if (rows_left > 1u) { d_state[at + UNITS] = last_h.y; }
      if (rows_left > 2u) { d_state[at + 2u * UNITS] = last_h.z; }
      if (rows_left > 3u) { d_state[at + 3u * UNITS] = last_h.w; }
      if (STATES == 2u) {
        d_state[cell] = last_c.x;
        if (rows_left > 1u) { d_state[cell + UNITS] = last_c.y; }
        if (rows_left > 2u) { d_state[cell + 2u * UNITS] = last_c.z; }
        if (rows_left > 3u) { d_state[cell + 3u * UNITS] = last_c.w; }
      }
    }
  }
}
