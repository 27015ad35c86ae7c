// LSTM forward, step family: one dispatch is one time step of all rows, units and directions.
//
// The end of a dispatch is the barrier across workgroups that WGSL lacks inside one, so this works at any size. An
// invocation computes one unit of four batch rows. h is kept twice in `carry`: a step reads the half that the step
// before it wrote; c is touched by its own invocation alone.
//
//   carry[h of even steps, h of odd steps, c][direction][unit][row / 4]
//
// Work, traffic and the layout of `reserve`: as in lstm_rows.wgsl.

const UNITS: u32 = 32u;
const INPUT_DIM: u32 = 1u;

override WORKGROUP: u32 = 64u;
override DIRECTIONS: u32 = 2u;
override BACKWARDS: bool = false;
override HAS_LENGTHS: bool = false;
override TRAINING: bool = true;
override HARD_SIGMOID: bool = false;

const INPUT_ROW: u32 = UNITS;
const ONE_ROW: u32 = UNITS + INPUT_DIM;
const CELL_ROW: u32 = UNITS + INPUT_DIM + 1u;
const GATE_ROW: u32 = 2u * UNITS + INPUT_DIM + 1u;
const RESERVE_ROWS: u32 = 6u * UNITS + INPUT_DIM + 1u;

struct Step {
  batch: u32,
  time: u32,
  step: u32, // in walking order
}

@group(0) @binding(0) var<storage, read> weights: array<vec4f>; // [direction][row][unit] of gates i, f, c, o
@group(0) @binding(1) var<storage, read> x: array<f32>; // [batch, time, inputDim]
@group(0) @binding(2) var<storage, read> lengths: array<i32>; // [batch]
@group(0) @binding(3) var<storage, read_write> outputs: array<f32>; // [batch, time, directions · units]
@group(0) @binding(4) var<storage, read_write> state: array<f32>; // [initial h, initial c, final h, final c][direction, batch, units]
@group(0) @binding(5) var<storage, read_write> carry: array<vec4f>;
@group(0) @binding(6) var<storage, read_write> reserve: array<vec4f>;
@group(0) @binding(7) var<uniform> now: Step;

fn recurrent_activation(v: vec4f) -> vec4f {
  if (HARD_SIGMOID) { return clamp(0.2 * v + 0.5, vec4f(0.0), vec4f(1.0)); }
  return 1.0 / (1.0 + exp(-v));
}

fn hyperbolic_tangent(v: vec4f) -> vec4f {
  let square = v * v;
  let series = v * (1.0 - square * (1.0 / 3.0 - square * (2.0 / 15.0 - square * (17.0 / 315.0))));
  return select(1.0 - 2.0 / (exp(2.0 * v) + 1.0), series, abs(v) < vec4f(0.25));
}

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

  // a = x_t·W + h·U + b
  let bias = weights[weight_base + (INPUT_DIM + UNITS) * UNITS + u];
  var a_i = vec4f(bias.x);
  var a_f = vec4f(bias.y);
  var a_g = vec4f(bias.z);
  var a_o = vec4f(bias.w);
  for (var k = 0u; k < INPUT_DIM; k++) {
    let w = weights[weight_base + k * UNITS + u];
    let value = vec4f(x[input_row.x + k], x[input_row.y + k], x[input_row.z + k], x[input_row.w + k]);
    // Whatever the padding holds, NaN too: times a da of 0 it must add 0 to the weight gradients.
    if (TRAINING && u == 0u) { reserve[slot + (INPUT_ROW + k) * row_groups] = select(vec4f(0.0), value, valid); }
    a_i += value * w.x;
    a_f += value * w.y;
    a_g += value * w.z;
    a_o += value * w.w;
  }
  if (TRAINING && u == 0u) { reserve[slot + ONE_ROW * row_groups] = vec4f(1.0); }
  for (var k = 0u; k < UNITS; k++) {
    let w = weights[weight_base + (INPUT_DIM + k) * UNITS + u];
    var value: vec4f;
    if (step == 0u) { value = state_at(state_row + k); } else { value = carry[previous_half + k * row_groups]; }
    a_i += value * w.x;
    a_f += value * w.y;
    a_g += value * w.z;
    a_o += value * w.w;
  }
  let i = recurrent_activation(a_i);
  let f = recurrent_activation(a_f);
  let g = hyperbolic_tangent(a_g);
  let o = recurrent_activation(a_o);
  var previous_h: vec4f;
  var previous_c: vec4f;
  let cell = 2u * carry_size + carry_base + u * row_groups;
  if (step == 0u) {
    previous_h = state_at(state_row + u);
    previous_c = state_at(state_size + state_row + u);
  } else {
    previous_h = carry[previous_half + u * row_groups];
    previous_c = carry[cell];
  }
  let next_c = f * previous_c + i * g;
  let output = o * hyperbolic_tangent(next_c);
  if (TRAINING) {
    reserve[slot + u * row_groups] = previous_h;
    reserve[slot + (CELL_ROW + u) * row_groups] = previous_c;
    reserve[slot + (GATE_ROW + u) * row_groups] = i;
    reserve[slot + (GATE_ROW + UNITS + u) * row_groups] = f;
    reserve[slot + (GATE_ROW + 2u * UNITS + u) * row_groups] = g;
    reserve[slot + (GATE_ROW + 3u * UNITS + u) * row_groups] = o;
  }
  // A padded step leaves the state alone and puts out 0.
  let kept_h = select(previous_h, output, valid);
  let kept_c = select(previous_c, next_c, valid);
  carry[(step % 2u) * carry_size + carry_base + u * row_groups] = kept_h;
  carry[cell] = kept_c;
  let visible = select(vec4f(0.0), output, valid);
  let out = ((row * now.time + t) * DIRECTIONS + direction) * UNITS + u;
  for (var r = 0u; r < min(rows_left, 4u); r++) {
    outputs[out[r]] = visible[r];
  }
  if (step + 1u == now.time) {
    for (var r = 0u; r < min(rows_left, 4u); r++) {
      state[2u * state_size + state_row[r] + u] = kept_h[r];
      state[3u * state_size + state_row[r] + u] = kept_c[r];
    }
    // The last slot holds c after the last step.
    if (TRAINING) { reserve[slot + (RESERVE_ROWS + CELL_ROW + u) * row_groups] = kept_c; }
  }
}
