// LSTM backward, sequence family, lanes over batch rows: the walk of lstm_rows.wgsl in reverse.
//
// An invocation carries dh and dc of 4·ROWS_TILE batch rows from the last step to the first, with no barrier at all, and
// writes the gradients da of the gates before their activations. The gradients of the weights (`outer_product.wgsl`) and of
// x (`lstm_input_gradient.wgsl`) are products of these. dh of the step before is made in register tiles of 4·UNITS_TILE
// units, as 4 × 4 matrices: a column for each unit, a row for each batch row.
//
//   d_gates[direction][step][gate · units + unit][row / 4], in walking order
//
// Work: 2 · 4·units · units operations per row and step.

const UNITS: u32 = 32u; // a multiple of 4 · UNITS_TILE
const INPUT_DIM: u32 = 1u;
const UNITS_TILE: u32 = 4u; // vec4s of units
const ROWS_TILE: u32 = 1u; // vec4s of rows, of which the batch has a multiple
const WEIGHT_COUNT: u32 = 2048u; // directions · units · units
const TILE: u32 = UNITS_TILE * ROWS_TILE;
const CARRIED: u32 = UNITS * ROWS_TILE;

override WORKGROUP: u32 = 8u;
override DIRECTIONS: u32 = 2u;
override BACKWARDS: bool = false;
override HAS_LENGTHS: bool = false;
override HARD_SIGMOID: bool = false;

const CELL_ROW: u32 = UNITS + INPUT_DIM + 1u;
const GATE_ROW: u32 = 2u * UNITS + INPUT_DIM + 1u;
const RESERVE_ROWS: u32 = 6u * UNITS + INPUT_DIM + 1u;

struct Chunk {
  batch: u32,
  time: u32,
  start: u32,
  count: u32,
  units: u32, // UNITS, hidden from the compiler: see lstm_rows.wgsl
}

// [direction][unit before][gate i, f, c, o][unit / 4], as Keras has the recurrent kernel
@group(0) @binding(0) var<uniform> weights: array<vec4f, WEIGHT_COUNT>;
@group(0) @binding(1) var<storage, read> lengths: array<i32>; // [batch]
@group(0) @binding(2) var<storage, read> reserve: array<vec4f>; // see lstm_rows.wgsl
@group(0) @binding(3) var<storage, read> d_outputs: array<f32>; // [batch, time, directions · units]
@group(0) @binding(4) var<storage, read_write> d_state: array<f32>; // [dh and dc][direction, batch, units]
@group(0) @binding(5) var<storage, read_write> d_gates: array<vec4f>;
@group(0) @binding(6) var<uniform> chunk: Chunk;

fn hyperbolic_tangent(v: vec4f) -> vec4f {
  let square = v * v;
  let series = v * (1.0 - square * (1.0 / 3.0 - square * (2.0 / 15.0 - square * (17.0 / 315.0))));
  return select(1.0 - 2.0 / (exp(2.0 * v) + 1.0), series, abs(v) < vec4f(0.25));
}

// The derivative of the recurrent activation, from its value.
fn recurrent_slope(y: vec4f) -> vec4f {
  if (HARD_SIGMOID) { return select(vec4f(0.0), vec4f(0.2), (y > vec4f(0.0)) & (y < vec4f(1.0))); }
  return y * (1.0 - y);
}

// See lstm_rows.wgsl.
const BEYOND: u32 = 1048576u;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(workgroup_id) workgroup: vec3u) {
  let units = min(chunk.units, workgroup.x + BEYOND);
  let count = min(chunk.count, workgroup.x + BEYOND);
  let row_groups = (chunk.batch + 3u) / 4u;
  let row_group = id.x * ROWS_TILE;
  if (row_group >= row_groups) { return; }
  let direction = id.y;
  let reverse = BACKWARDS || direction == 1u;
  let weight_base = direction * UNITS * UNITS;
  let state_size = DIRECTIONS * chunk.batch * UNITS;
  let reserve_base = direction * (chunk.time + 1u) * RESERVE_ROWS * row_groups + row_group;
  let gate_base = direction * chunk.time * 4u * UNITS * row_groups + row_group;
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
      dc[u * ROWS_TILE + r] = vec4f(
        d_state[state_size + at.x], d_state[state_size + at.y], d_state[state_size + at.z], d_state[state_size + at.w]);
    }
  }

  var da: array<mat4x4f, ROWS_TILE>; // registers: of four units of a gate
  var back: array<mat4x4f, TILE>; // registers
  for (var turn = 0u; turn < count; turn++) {
    let step = chunk.start + chunk.count - 1u - turn;
    let slot = reserve_base + step * RESERVE_ROWS * row_groups;
    let next_slot = slot + RESERVE_ROWS * row_groups;
    let gates = gate_base + step * 4u * UNITS * row_groups;
    for (var r = 0u; r < ROWS_TILE; r++) { // unroll
      t[r] = vec4u(step);
      if (reverse) { t[r] = select(t[r], steps[r] - 1u - t[r], t[r] < steps[r]); }
    }

    for (var u = 0u; u < units; u++) {
      for (var r = 0u; r < ROWS_TILE; r++) { // unroll
        let valid = vec4u(step) < steps[r];
        let out = ((row[r] * chunk.time + t[r]) * DIRECTIONS + direction) * UNITS + u;
        let d_output = vec4f(d_outputs[out.x], d_outputs[out.y], d_outputs[out.z], d_outputs[out.w]);
        let previous_c = reserve[slot + (CELL_ROW + u) * row_groups + r];
        let tanh_c = hyperbolic_tangent(reserve[next_slot + (CELL_ROW + u) * row_groups + r]);
        let i = reserve[slot + (GATE_ROW + u) * row_groups + r];
        let f = reserve[slot + (GATE_ROW + UNITS + u) * row_groups + r];
        let g = reserve[slot + (GATE_ROW + 2u * UNITS + u) * row_groups + r];
        let o = reserve[slot + (GATE_ROW + 3u * UNITS + u) * row_groups + r];
        // h_t = o·tanh(c_t),  c_t = f·c_{t-1} + i·g
        let total_dh = dh[u * ROWS_TILE + r] + d_output;
        let carried_dc = dc[u * ROWS_TILE + r];
        let total_dc = carried_dc + total_dh * o * (1.0 - tanh_c * tanh_c);
        dc[u * ROWS_TILE + r] = select(carried_dc, total_dc * f, valid);
        let zero = vec4f(0.0);
        let at = gates + u * row_groups + r;
        d_gates[at] = select(zero, total_dc * g * recurrent_slope(i), valid);
        d_gates[at + UNITS * row_groups] = select(zero, total_dc * previous_c * recurrent_slope(f), valid);
        d_gates[at + 2u * UNITS * row_groups] = select(zero, total_dc * i * (1.0 - g * g), valid);
        d_gates[at + 3u * UNITS * row_groups] = select(zero, total_dh * tanh_c * recurrent_slope(o), valid);
      }
    }

    // dh_{t-1} = da·Uᵀ; the invocation reads back the da that it has stored itself.
    for (var k = 0u; k < units; k += 4u * UNITS_TILE) {
      for (var i = 0u; i < TILE; i++) { // unroll
        back[i] = mat4x4f();
      }
      for (var j = 0u; j < units; j++) { // four units of a gate
        for (var r = 0u; r < ROWS_TILE; r++) { // unroll
          let at = gates + 4u * j * row_groups + r;
          da[r] = mat4x4f(
            d_gates[at], d_gates[at + row_groups], d_gates[at + 2u * row_groups], d_gates[at + 3u * row_groups]);
        }
        for (var v = 0u; v < UNITS_TILE; v++) { // unroll
          let w = weight_base + (k + 4u * v) * UNITS + j;
          let kernel = mat4x4f(weights[w], weights[w + UNITS], weights[w + 2u * UNITS], weights[w + 3u * UNITS]);
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
            dh[at] = select(dh[at], back[v * ROWS_TILE + r][n], valid);
          }
        }
      }
    }
  }

  for (var r = 0u; r < ROWS_TILE; r++) { // unroll
    let rows_left = chunk.batch - 4u * (row_group + r);
    for (var u = 0u; u < units; u++) {
      for (var i = 0u; i < min(rows_left, 4u); i++) {
        let at = (direction * chunk.batch + 4u * (row_group + r) + i) * UNITS + u;
        d_state[at] = dh[u * ROWS_TILE + r][i];
        d_state[state_size + at] = dc[u * ROWS_TILE + r][i];
      }
    }
  }
}
