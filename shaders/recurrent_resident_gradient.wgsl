// A recurrent layer backward, sequence family, resident layout: the walk of recurrent_resident.wgsl in reverse. Neither the
// weights nor the sums of their gradients leave the registers.
//
// A workgroup walks ROWS batch rows of one direction, and then the next ones, down all steps of the chunk; SHARES lanes share a
// unit k of a row. In each step every lane computes da of its own unit; those of all units go through workgroup memory. For its
// share of the units j, a lane then adds da_j · U[k][j] to dh_{t-1} of its unit, whose lanes add it up (`share_sum`), and
// h_{t-1}[k] · da_j to the gradient of U[k][j], which nothing waits for. The gradients of the kernel and the bias are sums over the
// unit's own da. da is there twice, so one barrier a step is enough, besides that of `share_sum`. What a step reads is fetched two
// steps ahead, for memory takes longer than a step.
//
//   partial[direction][part][h, x, 1][sum · units + unit], a part for each row of a workgroup, which `reduce_partials.wgsl` adds
//   d_gates[direction][row][step][sum · units + unit], in walking order, where the gradient of x is wanted
//
// Work: 4 · gates·units · (inputDim + units) operations per row and step; traffic: the reserve, the inputs and dOutputs.

import package::cell::{DIRECT, STATES, add_hidden, cell_gradient};
import package::resident::{
  BEYOND, CELL_VALUE, INPUT_DIM, KEPT_VALUE, OPERAND, ROWS, ROW_LANES, SHARES, SLOT, UNITS, WORKGROUP,
};
import package::share_sum::{sum_of_scalar_shares};

const SHARE: u32 = (UNITS + SHARES - 1u) / SHARES; // units of a lane
const PADDED: u32 = SHARE * SHARES; // what is past the units stays 0 and has weight 0
const INPUT_SHARE: u32 = (INPUT_DIM + SHARES) / SHARES; // of x and 1

override DIRECTIONS: u32 = 2u;
override BACKWARDS: bool = false;
override HAS_LENGTHS: bool = false;
override INPUT_GRADIENT: bool = false;

struct Chunk {
  batch: u32,
  time: u32,
  start: u32,
  count: u32,
  first_part: u32, // of this chunk
  parts: u32, // of all chunks
}

@group(0) @binding(0) var<storage, read_write> weights: array<vec4f>; // transposed: see recurrent_pack.wgsl; not written
@group(0) @binding(1) var<storage, read> x: array<f32>; // [batch, time, inputDim]
@group(0) @binding(2) var<storage, read> lengths: array<i32>; // [batch]
@group(0) @binding(3) var<storage, read> reserve: array<f32>; // see resident.wgsl
@group(0) @binding(4) var<storage, read> d_outputs: array<f32>; // [batch, time, directions · units]
@group(0) @binding(5) var<storage, read_write> d_state: array<f32>; // [dh and, where there is one, dc][direction, batch, units]
@group(0) @binding(6) var<storage, read_write> partial: array<f32>;
@group(0) @binding(7) var<storage, read_write> d_gates: array<f32>;
@group(0) @binding(8) var<uniform> chunk: Chunk;

var<workgroup> gates: array<vec4f, 2u * ROWS * PADDED>; // da: [half][row][unit]

// What a step reads of a unit.
struct Fetched {
  kept: vec4f,
  h: f32, // before the step, as c
  c: f32,
  d_output: f32,
}

// `slot` and `output` are the places of the unit in the reserve and in d_outputs.
fn fetch(slot: u32, output: u32) -> Fetched {
  let kept = slot + KEPT_VALUE * UNITS;
  var c = 0.0;
  if (STATES == 2u) { c = reserve[slot + CELL_VALUE * UNITS]; }
  return Fetched(
    vec4f(reserve[kept], reserve[kept + UNITS], reserve[kept + 2u * UNITS], reserve[kept + 3u * UNITS]),
    reserve[slot],
    c,
    d_outputs[output]);
}

@compute @workgroup_size(WORKGROUP)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) lane: u32,
) {
  let direction = workgroup.y;
  let reverse = BACKWARDS || direction == 1u;
  let local_row = lane / ROW_LANES;
  let unit = (lane % ROW_LANES) / SHARES;
  let share = lane % SHARES;
  let count = min(chunk.count, workgroup.x + BEYOND);
  let end = chunk.start + count;
  let state_size = DIRECTIONS * chunk.batch * UNITS;

  var w: array<vec4f, SHARE>; // registers
  var d_recurrent: array<vec4f, SHARE>; // registers
  var d_input: array<vec4f, INPUT_SHARE>; // registers: of the kernel, then the bias
  for (var i = 0u; i < SHARE; i++) { // unroll
    let to = share * SHARE + i;
    if (to < UNITS) { w[i] = add_hidden(vec4f(0.0), 1.0, weights[(direction * UNITS + to) * UNITS + unit]); }
  }
  var now_x: array<f32, INPUT_SHARE>; // registers
  var next_x: array<f32, INPUT_SHARE>; // registers
  var third_x: array<f32, INPUT_SHARE>; // registers

  let blocks = (chunk.batch + ROWS - 1u) / ROWS;
  var half = 0u;
  for (var block = workgroup.x; block < blocks; block += workgroups.x) {
    // Rows past the end of the batch repeat the last one with no valid step, so their da is 0, and store nothing.
    let wanted_row = block * ROWS + local_row;
    let present = wanted_row < chunk.batch;
    let row = min(wanted_row, chunk.batch - 1u);
    var length = chunk.time;
    if (HAS_LENGTHS) { length = min(u32(lengths[row]), chunk.time); }
    let steps = select(0u, length, present);
    let last_step = max(length, 1u) - 1u;
    let row_base = row * chunk.time;
    let reserve_base = (direction * chunk.batch + row) * (chunk.time + 1u) * SLOT + unit;

    let state_at = (direction * chunk.batch + row) * UNITS + unit;
    var dh = d_state[state_at];
    var dc = 0.0;
    var next_c = 0.0;
    if (STATES == 2u) {
      dc = d_state[state_size + state_at];
      next_c = reserve[reserve_base + end * SLOT + CELL_VALUE * UNITS];
    }

    // Two steps are on their way, the last one and the one before it.
    let before_last = max(end - 1u, chunk.start + 1u) - 1u;
    // A padded step reads what is there of itself, and drops it.
    let t_1 = select(end - 1u, last_step - (end - 1u), reverse && end - 1u < length);
    let t_2 = select(before_last, last_step - before_last, reverse && before_last < length);
    var next = fetch(reserve_base + (end - 1u) * SLOT, ((row_base + t_1) * DIRECTIONS + direction) * UNITS + unit);
    var third = fetch(reserve_base + before_last * SLOT, ((row_base + t_2) * DIRECTIONS + direction) * UNITS + unit);
    for (var i = 0u; i < INPUT_SHARE; i++) { // unroll
      let value = i * SHARES + share;
      next_x[i] = 1.0;
      third_x[i] = 1.0;
      if (value < INPUT_DIM) {
        next_x[i] = x[(row_base + t_1) * INPUT_DIM + value];
        third_x[i] = x[(row_base + t_2) * INPUT_DIM + value];
      }
    }

    for (var turn = 0u; turn < count; turn++) {
      let step = end - 1u - turn;
      let now = next;
      next = third;
      let ahead = max(step, chunk.start + 2u) - 2u;
      let t = select(ahead, last_step - ahead, reverse && ahead < length);
      third = fetch(reserve_base + ahead * SLOT, ((row_base + t) * DIRECTIONS + direction) * UNITS + unit);
      for (var i = 0u; i < INPUT_SHARE; i++) { // unroll
        now_x[i] = next_x[i];
        next_x[i] = third_x[i];
        if (i * SHARES + share < INPUT_DIM) {
          third_x[i] = x[(row_base + t) * INPUT_DIM + i * SHARES + share];
        }
      }

      let valid = step < steps;
      let cell = cell_gradient(now.kept, now.h, now.c, next_c, dh + now.d_output, dc);
      let da = select(vec4f(0.0), cell.da, valid);
      dc = select(dc, cell.dc, valid);
      next_c = now.c;
      let base = (half * ROWS + local_row) * PADDED;
      half = 1u - half;
      if (share == 0u) { gates[base + unit] = da; }
      if (INPUT_GRADIENT && present) {
        let at = ((direction * chunk.batch + row) * chunk.time + step) * 4u * UNITS + unit;
        for (var i = 0u; i < 4u; i++) { // unroll
          if (share == i % SHARES) { d_gates[at + i * UNITS] = da[i]; }
        }
      }
      // Every lane reads da of every unit of its row; those that read the other half are done before it is written again, in
      // the next step.
      workgroupBarrier();
      // dh_{t-1} = da·Uᵀ
      var back = vec4f(0.0);
      for (var i = 0u; i < SHARE; i++) { // unroll
        let da_j = gates[base + share * SHARE + i];
        back += da_j * w[i];
        d_recurrent[i] += da_j * now.h;
      }
      for (var i = 0u; i < INPUT_SHARE; i++) { // unroll
        // Whatever the padding holds, NaN too: times a da of 0 it must add 0.
        d_input[i] += da * select(0.0, now_x[i], valid);
      }
      var carried = sum_of_scalar_shares((back.x + back.y) + (back.z + back.w), lane);
      if (DIRECT) { carried += cell.dh; }
      dh = select(dh, carried, valid);
    }

    if (share == 0u && present) {
      d_state[state_at] = dh;
      if (STATES == 2u) { d_state[state_size + state_at] = dc; }
    }
  }

  let part = chunk.first_part + workgroup.x * ROWS + local_row;
  let partial_base = (direction * chunk.parts + part) * OPERAND * 4u * UNITS;
  for (var i = 0u; i < SHARE; i++) { // unroll
    let j = share * SHARE + i;
    if (j < UNITS) {
      let at = partial_base + unit * 4u * UNITS + j;
      partial[at] = d_recurrent[i].x;
      partial[at + UNITS] = d_recurrent[i].y;
      partial[at + 2u * UNITS] = d_recurrent[i].z;
      partial[at + 3u * UNITS] = d_recurrent[i].w;
    }
  }
  for (var i = 0u; i < INPUT_SHARE; i++) { // unroll
    let value = i * SHARES + share;
    if (value <= INPUT_DIM) {
      let at = partial_base + (UNITS + value) * 4u * UNITS + unit;
      partial[at] = d_input[i].x;
      partial[at + UNITS] = d_input[i].y;
      partial[at + 2u * UNITS] = d_input[i].z;
      partial[at + 3u * UNITS] = d_input[i].w;
    }
  }
}
