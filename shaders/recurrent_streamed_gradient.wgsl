// A recurrent layer backward, sequence family, streamed layout: the walk of recurrent_streamed.wgsl in reverse.
//
// In each step lanes compute da of a unit and a group each, OWNED of them, and leave it in workgroup memory and in `d_gates`, as
// recurrent_units_gradient.wgsl does, for the products that follow. For dh_{t-1} = da·Uᵀ a lane adds up its share of the units for
// UNITS_TILE units that receive, so that each da, which comes from workgroup memory, serves as many products; of the weights, those
// of KEPT units stay in registers, and the others are loaded in every step, once for all rows of the workgroup. What a step reads of the
// reserve is fetched before the products of the step above it.
//
// Work: 2 · gates·units · units operations per row and step.

import package::cell::{DIRECT, GRADIENTS, STATES, add_back, cell_gradient};
import package::reserve::{CELL_ROW, KEPT_ROW, RESERVE_ROWS, UNITS};
import package::streamed::{BEYOND, Chunk, GROUPS, SHARES, columns_of, rows_left, rows_of_column};
import package::values::{FourValues, VALUE_ROWS, Value, choice_of, rows_of, value_of};

const KEPT: u32 = 4u; // at least 1, at most SHARE
const UNITS_TILE: u32 = 4u;

const TILES: u32 = (UNITS + UNITS_TILE - 1u) / UNITS_TILE;
const WORKGROUP: u32 = TILES * SHARES;
const SHARE: u32 = (UNITS + SHARES - 1u) / SHARES; // units whose da a lane multiplies
const PADDED: u32 = SHARE * SHARES; // what is past the units stays 0 and has weight 0
const OWNERS: u32 = GROUPS * UNITS;
const OWNED: u32 = (OWNERS + WORKGROUP - 1u) / WORKGROUP;

override DIRECTIONS: u32 = 2u;
override BACKWARDS: bool = false;
override HAS_LENGTHS: bool = false;

@group(0) @binding(0) var<storage, read_write> weights: array<vec4f>; // transposed: see recurrent_pack.wgsl; not written
@group(0) @binding(1) var<storage, read> lengths: array<i32>; // [batch]
@group(0) @binding(2) var<storage, read> reserve: array<Value>; // see reserve.wgsl and streamed.wgsl
@group(0) @binding(3) var<storage, read> d_outputs: array<f32>; // [batch, time, directions · units]
@group(0) @binding(4) var<storage, read_write> d_state: array<f32>; // [dh and, where there is one, dc][direction, batch, units]
@group(0) @binding(5) var<storage, read_write> d_gates: array<Value>;
@group(0) @binding(6) var<uniform> chunk: Chunk;

var<workgroup> da: array<FourValues, GROUPS * PADDED>; // [group][unit]
var<workgroup> partial: array<Value, SHARES * GROUPS * UNITS>; // [share][group][unit]

// What a step reads of a unit and a group.
struct Fetched {
  kept: FourValues,
  h: Value, // before the step, as c
  c: Value,
  d_output: Value,
}

// Rows past the end of the batch have no valid step, so their da is 0 and adds nothing to the weight gradients.
fn valid_steps(column: u32) -> vec4u {
  let row = rows_of_column(column, chunk.batch);
  var steps = vec4u(chunk.time);
  if (HAS_LENGTHS) {
    steps = min(
      vec4u(u32(lengths[row.x]), u32(lengths[row.y]), u32(lengths[row.z]), u32(lengths[row.w])),
      vec4u(chunk.time));
  }
  return select(vec4u(0u), steps, vec4u(0u, 1u, 2u, 3u) < vec4u(rows_left(column, chunk.batch)));
}

fn fetch(direction: u32, column: u32, unit: u32, step: u32) -> Fetched {
  let columns = columns_of(chunk.batch);
  // What is past the reserve repeats its last column, and is dropped.
  let base = (direction * (chunk.time + 1u) + step) * RESERVE_ROWS;
  let at = (base + unit) * columns + min(column, columns - 1u);
  let kept = at + KEPT_ROW * columns;
  var fetched: Fetched;
  fetched.kept = FourValues(
    reserve[kept],
    reserve[kept + UNITS * columns],
    reserve[kept + 2u * UNITS * columns],
    reserve[kept + 3u * UNITS * columns]);
  if (DIRECT) { fetched.h = reserve[at]; }
  if (STATES == 2u) { fetched.c = reserve[at + CELL_ROW * columns]; }
  let row = rows_of_column(column, chunk.batch);
  let steps = valid_steps(column);
  let reverse = (vec4u(step) < steps) & vec4<bool>(BACKWARDS || direction == 1u);
  let t = select(vec4u(step), steps - 1u - step, reverse);
  let out = ((row * chunk.time + t) * DIRECTIONS + direction) * UNITS + unit;
  fetched.d_output = value_of(vec4f(d_outputs[out.x], d_outputs[out.y], d_outputs[out.z], d_outputs[out.w]));
  return fetched;
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) workgroup: vec3u, @builtin(local_invocation_index) lane: u32) {
  let direction = workgroup.y;
  let tile = lane % TILES;
  let share = lane / TILES;
  let first_unit = share * SHARE;
  let last_unit = min(first_unit + SHARE, UNITS);
  let columns = columns_of(chunk.batch);
  let column = workgroup.x * GROUPS;
  let weight_base = direction * UNITS * UNITS;
  let state_size = DIRECTIONS * chunk.batch * UNITS;
  let gate_base = direction * chunk.time * GRADIENTS * UNITS;
  let end = chunk.start + chunk.count;

  var w: array<vec4f, KEPT * UNITS_TILE>; // registers
  for (var i = 0u; i < KEPT; i++) { // unroll
    for (var n = 0u; n < UNITS_TILE; n++) { // unroll
      if (first_unit + i < UNITS) {
        w[i * UNITS_TILE + n] = weights[weight_base + (first_unit + i) * UNITS + min(tile + n * TILES, UNITS - 1u)];
      }
    }
  }

  var dh: array<Value, OWNED>; // registers
  var dc: array<Value, OWNED>; // registers
  var next_c: array<Value, OWNED>; // registers
  var now: array<Fetched, OWNED>; // registers
  for (var i = 0u; i < OWNED; i++) { // unroll
    let owner = lane + i * WORKGROUP;
    if (owner < OWNERS) {
      let own_column = column + owner / UNITS;
      let unit = owner % UNITS;
      let at = (direction * chunk.batch + rows_of_column(own_column, chunk.batch)) * UNITS + unit;
      dh[i] = value_of(vec4f(d_state[at.x], d_state[at.y], d_state[at.z], d_state[at.w]));
      if (STATES == 2u) {
        let cell = state_size + at;
        dc[i] = value_of(vec4f(d_state[cell.x], d_state[cell.y], d_state[cell.z], d_state[cell.w]));
        let last = (direction * (chunk.time + 1u) + end) * RESERVE_ROWS + CELL_ROW + unit;
        next_c[i] = reserve[last * columns + min(own_column, columns - 1u)];
      }
      now[i] = fetch(direction, own_column, unit, end - 1u);
    }
  }

  let count = min(chunk.count, workgroup.x + BEYOND);
  for (var turn = 0u; turn < count; turn++) {
    let step = end - 1u - turn;
    for (var i = 0u; i < OWNED; i++) { // unroll
      let owner = lane + i * WORKGROUP;
      if (owner < OWNERS) {
        let own_column = column + owner / UNITS;
        let unit = owner % UNITS;
        let valid = choice_of(vec4u(step) < valid_steps(own_column));
        let cell = cell_gradient(now[i].kept, now[i].h, now[i].c, next_c[i], dh[i] + now[i].d_output, dc[i]);
        let zero = Value(0.0);
        let gradients = FourValues(
          select(zero, cell.da[0], valid),
          select(zero, cell.da[1], valid),
          select(zero, cell.da[2], valid),
          select(zero, cell.da[3], valid));
        dc[i] = select(dc[i], cell.dc, valid);
        if (DIRECT) { dh[i] = select(dh[i], cell.dh, valid); }
        next_c[i] = now[i].c;
        da[(owner / UNITS) * PADDED + unit] = gradients;
        if (own_column < columns) {
          let at = (gate_base + step * GRADIENTS * UNITS + unit) * columns + own_column;
          for (var sum = 0u; sum < 4u; sum++) { // unroll
            d_gates[at + sum * UNITS * columns] = gradients[sum];
          }
        }
        now[i] = fetch(direction, own_column, unit, max(step, chunk.start + 1u) - 1u);
      }
    }
    // The product below reads the da of every unit.
    workgroupBarrier();

    var back: array<Value, GROUPS * UNITS_TILE>; // registers
    for (var i = 0u; i < GROUPS * UNITS_TILE; i++) { // unroll
      back[i] = Value(0.0);
    }
    for (var i = 0u; i < KEPT; i++) { // unroll
      for (var g = 0u; g < GROUPS; g++) { // unroll
        let d = da[g * PADDED + first_unit + i];
        for (var n = 0u; n < UNITS_TILE; n++) { // unroll
          back[g * UNITS_TILE + n] = add_back(back[g * UNITS_TILE + n], d, w[i * UNITS_TILE + n]);
        }
      }
    }
    for (var from_unit = first_unit + KEPT; from_unit < last_unit; from_unit++) {
      var weight: array<vec4f, UNITS_TILE>; // registers
      for (var n = 0u; n < UNITS_TILE; n++) { // unroll
        weight[n] = weights[weight_base + from_unit * UNITS + min(tile + n * TILES, UNITS - 1u)];
      }
      for (var g = 0u; g < GROUPS; g++) { // unroll
        let d = da[g * PADDED + from_unit];
        for (var n = 0u; n < UNITS_TILE; n++) { // unroll
          back[g * UNITS_TILE + n] = add_back(back[g * UNITS_TILE + n], d, weight[n]);
        }
      }
    }
    for (var g = 0u; g < GROUPS; g++) { // unroll
      for (var n = 0u; n < UNITS_TILE; n++) { // unroll
        if (tile + n * TILES < UNITS) {
          partial[(share * GROUPS + g) * UNITS + tile + n * TILES] = back[g * UNITS_TILE + n];
        }
      }
    }
    // All shares must be there, and all have read da, which the next step overwrites. The shares themselves are overwritten
    // behind its first barrier.
    workgroupBarrier();

    for (var i = 0u; i < OWNED; i++) { // unroll
      let owner = lane + i * WORKGROUP;
      if (owner < OWNERS) {
        var sum = Value(0.0);
        if (DIRECT) { sum = dh[i]; }
        for (var s = 0u; s < SHARES; s++) { // unroll
          sum += partial[s * OWNERS + owner];
        }
        let valid = choice_of(vec4u(step) < valid_steps(column + owner / UNITS));
        dh[i] = select(dh[i], sum, valid);
      }
    }
  }

  for (var i = 0u; i < OWNED; i++) { // unroll
    let owner = lane + i * WORKGROUP;
    if (owner < OWNERS) {
      let own_column = column + owner / UNITS;
      let at = (direction * chunk.batch + rows_of_column(own_column, chunk.batch)) * UNITS + owner % UNITS;
      let left = rows_left(own_column, chunk.batch);
      let first_h = rows_of(dh[i]);
      let first_c = rows_of(dc[i]);
      if (left > 0u) { d_state[at.x] = first_h.x; }
      if (left > 1u) { d_state[at.y] = first_h.y; }
      if (left > 2u) { d_state[at.z] = first_h.z; }
      if (left > 3u) { d_state[at.w] = first_h.w; }
      if (STATES == 2u) {
        if (left > 0u) { d_state[state_size + at.x] = first_c.x; }
        if (left > 1u) { d_state[state_size + at.y] = first_c.y; }
        if (left > 2u) { d_state[state_size + at.z] = first_c.z; }
        if (left > 3u) { d_state[state_size + at.w] = first_c.w; }
      }
    }
  }
}
