// LSTM backward, step family: one dispatch is one time step, from the last to the first, and one more for the
// gradient of the initial state.
//
// An invocation owns one unit of four batch rows. It first finishes the step after this one, dh = da·Uᵀ over the da of
// all units which the dispatch before left in `d_gates`, then makes this step's da. dh and dc live in `d_state`.
//
//   d_gates[direction][step][gate · units + unit][row / 4], in walking order
//
// Work: 2 · 4·units · units operations per row and step.

const UNITS: u32 = 32u;
const INPUT_DIM: u32 = 1u;

override WORKGROUP: u32 = 64u;
override DIRECTIONS: u32 = 2u;
override BACKWARDS: bool = false;
override HAS_LENGTHS: bool = false;
override HARD_SIGMOID: bool = false;

const CELL_ROW: u32 = UNITS + INPUT_DIM + 1u;
const GATE_ROW: u32 = 2u * UNITS + INPUT_DIM + 1u;
const RESERVE_ROWS: u32 = 6u * UNITS + INPUT_DIM + 1u;

struct Step {
  batch: u32,
  time: u32,
  next: u32, // the step after this one: `time` in the first dispatch, 0 in the last, which makes no da
}

@group(0) @binding(0) var<storage, read> weights: array<vec4f>; // [direction][to][from] of gates i, f, c, o
@group(0) @binding(1) var<storage, read> lengths: array<i32>; // [batch]
@group(0) @binding(2) var<storage, read> reserve: array<vec4f>; // see lstm_rows.wgsl
@group(0) @binding(3) var<storage, read> d_outputs: array<f32>; // [batch, time, directions · units]
@group(0) @binding(4) var<storage, read_write> d_state: array<f32>; // [dh and dc][direction, batch, units]
@group(0) @binding(5) var<storage, read_write> d_gates: array<vec4f>;
@group(0) @binding(6) var<uniform> now: Step;

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
fn main(@builtin(global_invocation_id) id: vec3u) {
  let u = id.x;
  if (u >= UNITS) { return; }
  let row_groups = (now.batch + 3u) / 4u;
  let row_group = id.y;
  let direction = id.z;
  let reverse = BACKWARDS || direction == 1u;
  let weight_base = direction * UNITS * UNITS;
  let state_size = DIRECTIONS * now.batch * UNITS;
  let gate_base = direction * now.time * 4u * UNITS * row_groups + row_group;

  let rows_left = now.batch - 4u * row_group;
  let row = 4u * row_group + min(vec4u(0u, 1u, 2u, 3u), vec4u(rows_left - 1u));
  var steps = vec4u(now.time);
  if (HAS_LENGTHS) {
    steps = min(
      vec4u(u32(lengths[row.x]), u32(lengths[row.y]), u32(lengths[row.z]), u32(lengths[row.w])),
      vec4u(now.time));
  }
  // Rows past the end of the batch have no valid step, so their da is 0 and adds nothing to the weight gradients.
  steps = select(vec4u(0u), steps, vec4u(0u, 1u, 2u, 3u) < vec4u(rows_left));

  let at = (direction * now.batch + row) * UNITS + u;
  let cell = state_size + at;
  var dh = vec4f(d_state[at.x], d_state[at.y], d_state[at.z], d_state[at.w]);
  var dc = vec4f(d_state[cell.x], d_state[cell.y], d_state[cell.z], d_state[cell.w]);
  if (now.next < now.time) {
    // dh_{t-1} = da·Uᵀ
    var back = vec4f(0.0);
    let next_gates = gate_base + now.next * 4u * UNITS * row_groups;
    for (var to = 0u; to < UNITS; to++) {
      let w = weights[weight_base + to * UNITS + u];
      back += d_gates[next_gates + to * row_groups] * w.x;
      back += d_gates[next_gates + (UNITS + to) * row_groups] * w.y;
      back += d_gates[next_gates + (2u * UNITS + to) * row_groups] * w.z;
      back += d_gates[next_gates + (3u * UNITS + to) * row_groups] * w.w;
    }
    dh = select(dh, back, vec4u(now.next) < steps);
  }

  if (now.next > 0u) {
    let step = now.next - 1u;
    let valid = vec4u(step) < steps;
    var t = vec4u(step);
    if (reverse) { t = select(t, steps - 1u - t, valid); }
    let slot = (direction * (now.time + 1u) + step) * RESERVE_ROWS * row_groups + row_group;
    let next_slot = slot + RESERVE_ROWS * row_groups;
    let out = ((row * now.time + t) * DIRECTIONS + direction) * UNITS + u;
    let d_output = vec4f(d_outputs[out.x], d_outputs[out.y], d_outputs[out.z], d_outputs[out.w]);
    let previous_c = reserve[slot + (CELL_ROW + u) * row_groups];
    let tanh_c = hyperbolic_tangent(reserve[next_slot + (CELL_ROW + u) * row_groups]);
    let i = reserve[slot + (GATE_ROW + u) * row_groups];
    let f = reserve[slot + (GATE_ROW + UNITS + u) * row_groups];
    let g = reserve[slot + (GATE_ROW + 2u * UNITS + u) * row_groups];
    let o = reserve[slot + (GATE_ROW + 3u * UNITS + u) * row_groups];
    // h_t = o·tanh(c_t),  c_t = f·c_{t-1} + i·g
    let total_dh = dh + d_output;
    let total_dc = dc + total_dh * o * (1.0 - tanh_c * tanh_c);
    dc = select(dc, total_dc * f, valid);
    let gate = gate_base + (step * 4u * UNITS + u) * row_groups;
    d_gates[gate] = select(vec4f(0.0), total_dc * g * recurrent_slope(i), valid);
    d_gates[gate + UNITS * row_groups] = select(vec4f(0.0), total_dc * previous_c * recurrent_slope(f), valid);
    d_gates[gate + 2u * UNITS * row_groups] = select(vec4f(0.0), total_dc * i * (1.0 - g * g), valid);
    d_gates[gate + 3u * UNITS * row_groups] = select(vec4f(0.0), total_dh * tanh_c * recurrent_slope(o), valid);
  }

  for (var r = 0u; r < min(rows_left, 4u); r++) {
    d_state[at[r]] = dh[r];
    d_state[cell[r]] = dc[r];
  }
}
