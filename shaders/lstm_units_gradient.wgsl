// LSTM backward, sequence family, lanes over units: the walk of lstm_units.wgsl in reverse.
//
// A lane carries dh and dc of its units in registers. Each step it writes the gradients da of its units' gates to
// workgroup memory, for dh_{t-1} = da·Uᵀ needs those of all units, and to `d_gates` for the products that follow
// (`outer_product.wgsl`, `lstm_input_gradient.wgsl`).
//
//   d_gates[direction][step][gate · units + unit][row / 4], in walking order
//
// Work: 2 · 4·units · units operations per row and step.

const UNITS: u32 = 32u;
const INPUT_DIM: u32 = 1u;
const UNITS_PER_LANE: u32 = 1u;

override WORKGROUP: u32 = 32u;
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
}

@group(0) @binding(0) var<storage, read> weights: array<vec4f>; // [direction][to][from] of gates i, f, c, o
@group(0) @binding(1) var<storage, read> lengths: array<i32>; // [batch]
@group(0) @binding(2) var<storage, read> reserve: array<vec4f>; // see lstm_rows.wgsl
@group(0) @binding(3) var<storage, read> d_outputs: array<f32>; // [batch, time, directions · units]
@group(0) @binding(4) var<storage, read_write> d_state: array<f32>; // [dh and dc][direction, batch, units]
@group(0) @binding(5) var<storage, read_write> d_gates: array<vec4f>;
@group(0) @binding(6) var<uniform> chunk: Chunk;

var<workgroup> da: array<array<vec4f, 4>, UNITS>;

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

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(workgroup_id) workgroup: vec3u, @builtin(local_invocation_index) lane: u32) {
  let row_groups = (chunk.batch + 3u) / 4u;
  let row_group = workgroup.x;
  let direction = workgroup.y;
  let reverse = BACKWARDS || direction == 1u;
  let weight_base = direction * UNITS * UNITS;
  let state_size = DIRECTIONS * chunk.batch * UNITS;
  let reserve_base = direction * (chunk.time + 1u) * RESERVE_ROWS * row_groups + row_group;
  let gate_base = direction * chunk.time * 4u * UNITS * row_groups + row_group;

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
      let cell = state_size + at;
      dc[n] = vec4f(d_state[cell.x], d_state[cell.y], d_state[cell.z], d_state[cell.w]);
    }
  }

  for (var turn = 0u; turn < chunk.count; turn++) {
    let step = chunk.start + chunk.count - 1u - turn;
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
        let previous_c = reserve[slot + (CELL_ROW + u) * row_groups];
        let tanh_c = hyperbolic_tangent(reserve[next_slot + (CELL_ROW + u) * row_groups]);
        let i = reserve[slot + (GATE_ROW + u) * row_groups];
        let f = reserve[slot + (GATE_ROW + UNITS + u) * row_groups];
        let g = reserve[slot + (GATE_ROW + 2u * UNITS + u) * row_groups];
        let o = reserve[slot + (GATE_ROW + 3u * UNITS + u) * row_groups];
        // h_t = o·tanh(c_t),  c_t = f·c_{t-1} + i·g
        let total_dh = dh[n] + d_output;
        let total_dc = dc[n] + total_dh * o * (1.0 - tanh_c * tanh_c);
        let d_i = select(vec4f(0.0), total_dc * g * recurrent_slope(i), valid);
        let d_f = select(vec4f(0.0), total_dc * previous_c * recurrent_slope(f), valid);
        let d_g = select(vec4f(0.0), total_dc * i * (1.0 - g * g), valid);
        let d_o = select(vec4f(0.0), total_dh * tanh_c * recurrent_slope(o), valid);
        dc[n] = select(dc[n], total_dc * f, valid);
        da[u][0] = d_i;
        da[u][1] = d_f;
        da[u][2] = d_g;
        da[u][3] = d_o;
        let gate = gate_base + (step * 4u * UNITS + u) * row_groups;
        d_gates[gate] = d_i;
        d_gates[gate + UNITS * row_groups] = d_f;
        d_gates[gate + 2u * UNITS * row_groups] = d_g;
        d_gates[gate + 3u * UNITS * row_groups] = d_o;
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
          let w = weights[weight_base + u * UNITS + k];
          back += da[u][0] * w.x;
          back += da[u][1] * w.y;
          back += da[u][2] * w.z;
          back += da[u][3] * w.w;
        }
        dh[n] = select(dh[n], back, valid);
      }
    }
    // The next step overwrites da.
    workgroupBarrier();
  }

  for (var n = 0u; n < UNITS_PER_LANE; n++) {
    let u = lane + n * WORKGROUP;
    if (u < UNITS) {
      for (var r = 0u; r < min(rows_left, 4u); r++) {
        d_state[state_row[r] + u] = dh[n][r];
        d_state[state_size + state_row[r] + u] = dc[n][r];
      }
    }
  }
}
