// LSTM backward, sequence family, lanes over batch rows: the walk of lstm_rows.wgsl in reverse.
//
// An invocation carries dh and dc of four batch rows in private arrays from the last step to the first, and writes the
// gradients da of the gates before their activations. The gradients of the weights (`outer_product.wgsl`) and of x
// (`lstm_input_gradient.wgsl`) are products of these.
//
//   d_gates[direction][step][gate · units + unit][row / 4], in walking order
//
// Work: 2 · 4·units · units operations per row and step.

const UNITS: u32 = 32u; // a multiple of 8
const INPUT_DIM: u32 = 1u;
const WEIGHT_COUNT: u32 = 2048u; // directions · units · units

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

@group(0) @binding(0) var<uniform> weights: array<vec4f, WEIGHT_COUNT>; // [direction][to][from] of gates i, f, c, o
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

fn inner(i: vec4f, f: vec4f, g: vec4f, o: vec4f, weight: vec4f) -> vec4f {
  return i * weight.x + f * weight.y + g * weight.z + o * weight.w;
}

// The derivative of the recurrent activation, from its value.
fn recurrent_slope(y: vec4f) -> vec4f {
  if (HARD_SIGMOID) { return select(vec4f(0.0), vec4f(0.2), (y > vec4f(0.0)) & (y < vec4f(1.0))); }
  return y * (1.0 - y);
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let row_groups = (chunk.batch + 3u) / 4u;
  if (id.x >= row_groups) { return; }
  let direction = id.y;
  let reverse = BACKWARDS || direction == 1u;
  let weight_base = direction * UNITS * UNITS;
  let state_size = DIRECTIONS * chunk.batch * UNITS;
  let reserve_base = direction * (chunk.time + 1u) * RESERVE_ROWS * row_groups + id.x;
  let gate_base = direction * chunk.time * 4u * UNITS * row_groups + id.x;

  let rows_left = chunk.batch - 4u * id.x;
  let row = 4u * id.x + min(vec4u(0u, 1u, 2u, 3u), vec4u(rows_left - 1u));
  var steps = vec4u(chunk.time);
  if (HAS_LENGTHS) {
    steps = min(
      vec4u(u32(lengths[row.x]), u32(lengths[row.y]), u32(lengths[row.z]), u32(lengths[row.w])),
      vec4u(chunk.time));
  }
  // Rows past the end of the batch have no valid step, so their da is 0 and adds nothing to the weight gradients.
  steps = select(vec4u(0u), steps, vec4u(0u, 1u, 2u, 3u) < vec4u(rows_left));

  var dh: array<vec4f, UNITS>;
  var dc: array<vec4f, UNITS>;
  let state_row = (direction * chunk.batch + row) * UNITS;
  for (var u = 0u; u < chunk.units; u++) {
    for (var r = 0u; r < 4u; r++) {
      dh[u][r] = d_state[state_row[r] + u];
      dc[u][r] = d_state[state_size + state_row[r] + u];
    }
  }

  var da_i: array<vec4f, UNITS>;
  var da_f: array<vec4f, UNITS>;
  var da_g: array<vec4f, UNITS>;
  var da_o: array<vec4f, UNITS>;
  for (var turn = 0u; turn < chunk.count; turn++) {
    let step = chunk.start + chunk.count - 1u - turn;
    let valid = vec4u(step) < steps;
    var t = vec4u(step);
    if (reverse) { t = select(t, steps - 1u - t, valid); }
    let slot = reserve_base + step * RESERVE_ROWS * row_groups;
    let next_slot = slot + RESERVE_ROWS * row_groups;
    let out = ((row * chunk.time + t) * DIRECTIONS + direction) * UNITS;

    for (var u = 0u; u < chunk.units; u++) {
      let d_output = vec4f(d_outputs[out.x + u], d_outputs[out.y + u], d_outputs[out.z + u], d_outputs[out.w + u]);
      let previous_c = reserve[slot + (CELL_ROW + u) * row_groups];
      let tanh_c = hyperbolic_tangent(reserve[next_slot + (CELL_ROW + u) * row_groups]);
      let i = reserve[slot + (GATE_ROW + u) * row_groups];
      let f = reserve[slot + (GATE_ROW + UNITS + u) * row_groups];
      let g = reserve[slot + (GATE_ROW + 2u * UNITS + u) * row_groups];
      let o = reserve[slot + (GATE_ROW + 3u * UNITS + u) * row_groups];
      // h_t = o·tanh(c_t),  c_t = f·c_{t-1} + i·g
      let total_dh = dh[u] + d_output;
      let total_dc = dc[u] + total_dh * o * (1.0 - tanh_c * tanh_c);
      let d_i = select(vec4f(0.0), total_dc * g * recurrent_slope(i), valid);
      let d_f = select(vec4f(0.0), total_dc * previous_c * recurrent_slope(f), valid);
      let d_g = select(vec4f(0.0), total_dc * i * (1.0 - g * g), valid);
      let d_o = select(vec4f(0.0), total_dh * tanh_c * recurrent_slope(o), valid);
      dc[u] = select(dc[u], total_dc * f, valid);
      da_i[u] = d_i;
      da_f[u] = d_f;
      da_g[u] = d_g;
      da_o[u] = d_o;
      let gate = gate_base + (step * 4u * UNITS + u) * row_groups;
      d_gates[gate] = d_i;
      d_gates[gate + UNITS * row_groups] = d_f;
      d_gates[gate + 2u * UNITS * row_groups] = d_g;
      d_gates[gate + 3u * UNITS * row_groups] = d_o;
    }

    // dh_{t-1} = da·Uᵀ
    for (var k = 0u; k < chunk.units; k++) {
      var back = vec4f(0.0);
      var w = weight_base + k;
      for (var u = 0u; u < chunk.units; u += 4u) {
        back += inner(da_i[u], da_f[u], da_g[u], da_o[u], weights[w]);
        back += inner(da_i[u + 1u], da_f[u + 1u], da_g[u + 1u], da_o[u + 1u], weights[w + UNITS]);
        back += inner(da_i[u + 2u], da_f[u + 2u], da_g[u + 2u], da_o[u + 2u], weights[w + 2u * UNITS]);
        back += inner(da_i[u + 3u], da_f[u + 3u], da_g[u + 3u], da_o[u + 3u], weights[w + 3u * UNITS]);
        w += 4u * UNITS;
      }
      dh[k] = select(dh[k], back, valid);
    }
  }

  for (var u = 0u; u < chunk.units; u++) {
    for (var r = 0u; r < min(rows_left, 4u); r++) {
      d_state[state_row[r] + u] = dh[u][r];
      d_state[state_size + state_row[r] + u] = dc[u][r];
    }
  }
}
