// A recurrent layer forward, sequence family, register tiles of rows and units.
//
// A workgroup walks `chunk.count` time steps of ROW_SETS · ROWS_TILE row groups (four batch rows each) of one direction.
// An invocation owns a tile of 4·ROWS_TILE rows and 4·UNITS_TILE units, all gates: its sums are 4 × 4 matrices in
// registers, a column for each unit, a row for each batch row, and so are h and c of the tile. So a weight that is loaded
// serves 4·ROWS_TILE rows, and an h serves 16·UNITS_TILE sums. h goes to the other lanes through workgroup memory, double
// buffered, so that one barrier a step is enough. Best for large batches, and for adapters that run lanes on a CPU's
// vector units, where a load costs as much as dozens of multiply-adds. The weights lie as Keras has them, and are in a
// uniform buffer where that is fast.
//
// Work: 2 · gates·units · (inputDim + units) operations per row and step; traffic: the inputs, the outputs and the reserve.

import package::cell::{GATES, HIDDEN_GATES, SPLIT, STATES, cell_step, exchanged};
import package::reserve::{CELL_ROW, INPUT_DIM, INPUT_ROW, KEPT_ROW, ONE_ROW, RESERVE_ROWS, UNITS};

const UNITS_TILE: u32 = 2u; // vec4s of units, of which the layer has a multiple
const ROWS_TILE: u32 = 2u; // vec4s of rows
const ROW_SETS: u32 = 4u; // the row groups of the batch are a multiple of ROW_SETS · ROWS_TILE
const WEIGHT_COUNT: u32 = 2176u; // vec4s of weights of all directions
const TILE: u32 = UNITS_TILE * ROWS_TILE;
const SUMS: u32 = 4u * TILE;
const ROW: u32 = GATES * UNITS / 4u; // vec4s of a row of the weights
const BIAS_ROWS: u32 = 1u + SPLIT;
const TWO_PHASES: bool = HIDDEN_GATES < GATES;
const UNIT_SETS: u32 = UNITS / (4u * UNITS_TILE);
const WORKGROUP: u32 = UNIT_SETS * ROW_SETS;
const GROUPS: u32 = ROW_SETS * ROWS_TILE; // row groups of the workgroup

override DIRECTIONS: u32 = 2u;
override BACKWARDS: bool = false; // a single direction that walks from the end
override HAS_LENGTHS: bool = false;
override TRAINING: bool = true;

struct Chunk {
  batch: u32,
  time: u32,
  start: u32, // the first step of this dispatch, counted in walking order
  count: u32,
  // UNITS once more, as a value that the compiler can't see: software adapters would otherwise unroll the loop, and their
  // compile time grows faster than linearly with the accesses to memory.
  units: u32,
}

// [direction][units of the recurrent kernel, inputDim of the kernel, the bias][gate][unit / 4]
@group(0) @binding(0) var<uniform> weights: array<vec4f, WEIGHT_COUNT>;
@group(0) @binding(1) var<storage, read> x: array<f32>; // [batch, time, inputDim]
@group(0) @binding(2) var<storage, read> lengths: array<i32>; // [batch]
@group(0) @binding(3) var<storage, read_write> outputs: array<vec4f>; // [batch, time, directions · units / 4]
@group(0) @binding(4) var<storage, read_write> state_h: array<f32>; // [direction, batch, units]
@group(0) @binding(5) var<storage, read_write> state_c: array<f32>; // where the cell has it
@group(0) @binding(6) var<storage, read_write> reserve: array<vec4f>;
@group(0) @binding(7) var<uniform> chunk: Chunk;

// [half][unit][row group]; then what the second phase of a step multiplies, [unit][row group]. One array, because one of its
// own would take 16 bytes where a cell has one phase and all others are taken.
var<workgroup> hidden: array<vec4f, select(2u, 3u, TWO_PHASES) * UNITS * GROUPS>;
const EXCHANGE = 2u * UNITS * GROUPS;

// Four rows' share of four units, a column for each unit.
fn outer(rows: vec4f, units: vec4f) -> mat4x4f {
  return mat4x4f(rows * units.x, rows * units.y, rows * units.z, rows * units.w);
}

// More than any bound. lavapipe compiles a shader anew, at every dispatch, for the values of uniforms that alone decide a loop;
// a bound that also depends on the workgroup, though it never matters, keeps it from that.
const BEYOND: u32 = 1048576u;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) workgroup: vec3u, @builtin(local_invocation_index) lane: u32) {
  let units = min(chunk.units, workgroup.x + BEYOND);
  let count = min(chunk.count, workgroup.x + BEYOND);
  let row_groups = (chunk.batch + 3u) / 4u;
  let direction = workgroup.y;
  let reverse = BACKWARDS || direction == 1u;
  let unit_set = lane % UNIT_SETS;
  let local_group = (lane / UNIT_SETS) * ROWS_TILE;
  let row_group = workgroup.x * GROUPS + local_group;
  let first_unit = 4u * UNITS_TILE * unit_set;
  let four = vec4u(0u, 1u, 2u, 3u);
  let weight_base = direction * (UNITS + INPUT_DIM + BIAS_ROWS) * ROW + first_unit / 4u;
  let reserve_base = direction * (chunk.time + 1u) * RESERVE_ROWS * row_groups + row_group;

  var row: array<vec4u, ROWS_TILE>; // registers
  var steps: array<vec4u, ROWS_TILE>; // registers
  var h: array<mat4x4f, TILE>; // registers
  var c: array<mat4x4f, TILE>; // registers
  for (var r = 0u; r < ROWS_TILE; r++) { // unroll
    // Rows past the end of the batch repeat the last one: computed, so that the reserve is finite, but never put out.
    row[r] = min(4u * (row_group + r) + four, vec4u(chunk.batch - 1u));
    steps[r] = vec4u(chunk.time);
    if (HAS_LENGTHS) {
      steps[r] = min(
        vec4u(
          u32(lengths[row[r].x]), u32(lengths[row[r].y]), u32(lengths[row[r].z]), u32(lengths[row[r].w])),
        vec4u(chunk.time));
    }
    for (var v = 0u; v < UNITS_TILE; v++) { // unroll
      for (var i = 0u; i < 4u; i++) { // unroll
        let unit = first_unit + 4u * v + i;
        let at = (direction * chunk.batch + row[r]) * UNITS + unit;
        h[v * ROWS_TILE + r][i] = vec4f(state_h[at.x], state_h[at.y], state_h[at.z], state_h[at.w]);
        if (STATES == 2u) {
          c[v * ROWS_TILE + r][i] = vec4f(state_c[at.x], state_c[at.y], state_c[at.z], state_c[at.w]);
        }
        hidden[((chunk.start % 2u) * UNITS + unit) * GROUPS + local_group + r] = h[v * ROWS_TILE + r][i];
      }
    }
  }

  var t: array<vec4u, ROWS_TILE>; // registers
  var k_rows: array<mat4x4f, ROWS_TILE>; // registers: four units of h of all rows
  var a: array<mat4x4f, SUMS>; // registers
  let end = chunk.start + count;
  for (var step = chunk.start; step < end; step++) {
    // Every unit of h must have been written, and every reader of the other half must be done, before this step.
    workgroupBarrier();
    let now = (step % 2u) * UNITS * GROUPS + local_group;
    let next = ((step + 1u) % 2u) * UNITS * GROUPS + local_group;
    let slot = reserve_base + step * RESERVE_ROWS * row_groups;
    for (var r = 0u; r < ROWS_TILE; r++) { // unroll
      // The reverse direction starts at each row's last valid step.
      t[r] = vec4u(step);
      if (reverse) { t[r] = select(t[r], steps[r] - 1u - t[r], t[r] < steps[r]); }
      if (TRAINING && unit_set == 0u) { reserve[slot + ONE_ROW * row_groups + r] = vec4f(1.0); }
    }

    // a = x_t·W + h·U + b
    for (var v = 0u; v < UNITS_TILE; v++) { // unroll
      for (var gate = 0u; gate < GATES; gate++) { // unroll
        let bias = weights[weight_base + (UNITS + INPUT_DIM) * ROW + gate * UNITS / 4u + v];
        for (var r = 0u; r < ROWS_TILE; r++) { // unroll
          a[(gate * UNITS_TILE + v) * ROWS_TILE + r] = outer(vec4f(1.0), bias);
        }
      }
      // The bias of the recurrent kernel: of the gates one more summand, of the candidate's sum over h the first.
      for (var split = 0u; split < SPLIT; split++) { // unroll
        for (var r = 0u; r < ROWS_TILE; r++) { // unroll
          a[(3u * UNITS_TILE + v) * ROWS_TILE + r] = mat4x4f();
        }
        for (var gate = 0u; gate < 3u; gate++) { // unroll
          let bias = weights[weight_base + (UNITS + INPUT_DIM + 1u) * ROW + gate * UNITS / 4u + v];
          for (var r = 0u; r < ROWS_TILE; r++) { // unroll
            a[((gate + gate / 2u) * UNITS_TILE + v) * ROWS_TILE + r] += outer(vec4f(1.0), bias);
          }
        }
      }
    }
    for (var k = 0u; k < INPUT_DIM; k++) {
      let w = weight_base + (UNITS + k) * ROW;
      for (var r = 0u; r < ROWS_TILE; r++) { // unroll
        let at = (row[r] * chunk.time + t[r]) * INPUT_DIM + k;
        let value = vec4f(x[at.x], x[at.y], x[at.z], x[at.w]);
        // Whatever the padding holds, NaN too: times a da of 0 it must add 0 to the weight gradients.
        if (TRAINING && unit_set == 0u) {
          reserve[slot + (INPUT_ROW + k) * row_groups + r] = select(vec4f(0.0), value, vec4u(step) < steps[r]);
        }
        for (var v = 0u; v < UNITS_TILE; v++) { // unroll
          for (var gate = 0u; gate < GATES; gate++) { // unroll
            a[(gate * UNITS_TILE + v) * ROWS_TILE + r] += outer(value, weights[w + gate * UNITS / 4u + v]);
          }
        }
      }
    }
    for (var k = 0u; k < units; k += 4u) {
      for (var r = 0u; r < ROWS_TILE; r++) { // unroll
        let at = now + k * GROUPS + r;
        k_rows[r] = mat4x4f(hidden[at], hidden[at + GROUPS], hidden[at + 2u * GROUPS], hidden[at + 3u * GROUPS]);
      }
      for (var v = 0u; v < UNITS_TILE; v++) { // unroll
        for (var gate = 0u; gate < HIDDEN_GATES; gate++) { // unroll
          let w = weight_base + k * ROW + gate * UNITS / 4u + v;
          let kernel =
            transpose(mat4x4f(weights[w], weights[w + ROW], weights[w + 2u * ROW], weights[w + 3u * ROW]));
          for (var r = 0u; r < ROWS_TILE; r++) { // unroll
            // A split candidate has a sum of its own over h, the last one.
            a[((gate + gate / 2u * SPLIT) * UNITS_TILE + v) * ROWS_TILE + r] += k_rows[r] * kernel;
          }
        }
      }
    }
    if (TWO_PHASES) {
      for (var v = 0u; v < UNITS_TILE; v++) { // unroll
        for (var r = 0u; r < ROWS_TILE; r++) { // unroll
          for (var n = 0u; n < 4u; n++) { // unroll
            let sums = mat4x4f(vec4f(), a[(UNITS_TILE + v) * ROWS_TILE + r][n], vec4f(), vec4f());
            hidden[EXCHANGE + (first_unit + 4u * v + n) * GROUPS + local_group + r] = exchanged(sums, h[v * ROWS_TILE + r][n]);
          }
        }
      }
      // The second phase reads what all units have exchanged. It is overwritten only after the next step's barrier.
      workgroupBarrier();
      for (var k = 0u; k < units; k += 4u) {
        for (var r = 0u; r < ROWS_TILE; r++) { // unroll
          let at = EXCHANGE + local_group + k * GROUPS + r;
          k_rows[r] = mat4x4f(hidden[at], hidden[at + GROUPS], hidden[at + 2u * GROUPS], hidden[at + 3u * GROUPS]);
        }
        for (var v = 0u; v < UNITS_TILE; v++) { // unroll
          for (var gate = 0u; gate < GATES - HIDDEN_GATES; gate++) { // unroll
            let w = weight_base + k * ROW + (HIDDEN_GATES + gate) * UNITS / 4u + v;
            let kernel = transpose(mat4x4f(weights[w], weights[w + ROW], weights[w + 2u * ROW], weights[w + 3u * ROW]));
            for (var r = 0u; r < ROWS_TILE; r++) { // unroll
              a[((HIDDEN_GATES + gate) * UNITS_TILE + v) * ROWS_TILE + r] += k_rows[r] * kernel;
            }
          }
        }
      }
    }

    for (var v = 0u; v < UNITS_TILE; v++) { // unroll
      for (var r = 0u; r < ROWS_TILE; r++) { // unroll
        let valid = vec4u(step) < steps[r];
        var visible: array<vec4f, 4u>; // registers
        for (var n = 0u; n < 4u; n++) { // unroll
          let previous_h = h[v * ROWS_TILE + r][n];
          let previous_c = c[v * ROWS_TILE + r][n];
          let cell = cell_step(
            mat4x4f(
              a[v * ROWS_TILE + r][n],
              a[(UNITS_TILE + v) * ROWS_TILE + r][n],
              a[(2u * UNITS_TILE + v) * ROWS_TILE + r][n],
              a[(3u * UNITS_TILE + v) * ROWS_TILE + r][n]),
            previous_h,
            previous_c);
          let unit = first_unit + 4u * v + n;
          if (TRAINING) {
            let at = slot + unit * row_groups + r;
            reserve[at] = previous_h;
            if (STATES == 2u) { reserve[at + CELL_ROW * row_groups] = previous_c; }
            // What is exchanged is an operand of the weight gradients, as x is: 0 at padding.
            var first = cell.kept[0];
            if (TWO_PHASES) { first = select(vec4f(0.0), first, valid); }
            reserve[at + KEPT_ROW * row_groups] = first;
            reserve[at + (KEPT_ROW + UNITS) * row_groups] = cell.kept[1];
            reserve[at + (KEPT_ROW + 2u * UNITS) * row_groups] = cell.kept[2];
            reserve[at + (KEPT_ROW + 3u * UNITS) * row_groups] = cell.kept[3];
          }
          // A padded step leaves the state alone and puts out 0.
          h[v * ROWS_TILE + r][n] = select(previous_h, cell.h, valid);
          c[v * ROWS_TILE + r][n] = select(previous_c, cell.c, valid);
          hidden[next + unit * GROUPS + r] = h[v * ROWS_TILE + r][n];
          visible[n] = select(vec4f(0.0), cell.h, valid);
        }
        let rows = transpose(mat4x4f(visible[0], visible[1], visible[2], visible[3]));
        let at = ((row[r] * chunk.time + t[r]) * DIRECTIONS + direction) * UNITS / 4u + first_unit / 4u + v;
        let rows_left = chunk.batch - 4u * (row_group + r);
        outputs[at.x] = rows[0];
        if (rows_left > 1u) { outputs[at.y] = rows[1]; }
        if (rows_left > 2u) { outputs[at.z] = rows[2]; }
        if (rows_left > 3u) { outputs[at.w] = rows[3]; }
      }
    }
  }

  for (var r = 0u; r < ROWS_TILE; r++) { // unroll
    let rows_left = chunk.batch - 4u * (row_group + r);
    for (var v = 0u; v < UNITS_TILE; v++) { // unroll
      for (var n = 0u; n < 4u; n++) { // unroll
        let last_h = h[v * ROWS_TILE + r][n];
        let last_c = c[v * ROWS_TILE + r][n];
        let at = (direction * chunk.batch + 4u * (row_group + r)) * UNITS + first_unit + 4u * v + n;
        state_h[at] = last_h.x;
        if (rows_left > 1u) { state_h[at + UNITS] = last_h.y; }
        if (rows_left > 2u) { state_h[at + 2u * UNITS] = last_h.z; }
        if (rows_left > 3u) { state_h[at + 3u * UNITS] = last_h.w; }
        if (STATES == 2u) {
          state_c[at] = last_c.x;
          if (rows_left > 1u) { state_c[at + UNITS] = last_c.y; }
          if (rows_left > 2u) { state_c[at + 2u * UNITS] = last_c.z; }
          if (rows_left > 3u) { state_c[at + 3u * UNITS] = last_c.w; }
        }
      }
      // The last slot holds c after the last step.
      if (TRAINING && STATES == 2u) {
        for (var n = 0u; n < 4u; n++) { // unroll
          let value = CELL_ROW + first_unit + 4u * v + n;
          reserve[reserve_base + ((chunk.start + chunk.count) * RESERVE_ROWS + value) * row_groups + r] =
            c[v * ROWS_TILE + r][n];
        }
      }
    }
  }
}
