// LSTM forward, sequence family, lanes over batch rows.
//
// An invocation walks `chunk.count` time steps of four batch rows of one direction on its own: h and c live in private
// arrays, so there is no barrier at all. Every lane needs the same weight at the same time, so the weights are in a
// uniform buffer, one broadcast load for four multiply-adds. Best for large batches, and for adapters that run lanes on
// a CPU's vector units.
//
// When training, each step leaves in `reserve` what the backward pass needs, in walking order and four rows to a vec4:
//   reserve[direction][slot][value][row / 4],  slot = 0..time
//   values: h and x and 1 (the left operand of the weight gradients), c, then the gates i, f, g, o
// where h and c of slot s are those before step s, and x and the gates those of step s.
//
// Work: 2 · 4·units · (inputDim + units) operations per row and step; traffic: the inputs, the outputs and the reserve.

const UNITS: u32 = 32u; // a multiple of 8
const INPUT_DIM: u32 = 1u;
const WEIGHT_COUNT: u32 = 2176u; // directions · (inputDim + units + 1) · units

override WORKGROUP: u32 = 8u;
override DIRECTIONS: u32 = 2u;
override BACKWARDS: bool = false; // a single direction that walks from the end
override HAS_LENGTHS: bool = false;
override TRAINING: bool = true;
override HARD_SIGMOID: bool = false;

const INPUT_ROW: u32 = UNITS;
const ONE_ROW: u32 = UNITS + INPUT_DIM;
const CELL_ROW: u32 = UNITS + INPUT_DIM + 1u;
const GATE_ROW: u32 = 2u * UNITS + INPUT_DIM + 1u;
const RESERVE_ROWS: u32 = 6u * UNITS + INPUT_DIM + 1u;

struct Chunk {
  batch: u32,
  time: u32,
  start: u32, // the first step of this dispatch, counted in walking order
  count: u32,
  // UNITS once more, as a value that the compiler can't see: software adapters would otherwise unroll every loop, and
  // their compile time grows with the square of the accesses to an array. The innermost loop is unrolled by hand,
  // because llvmpipe ends every loop once an invocation has gone round loops 65535 times.
  units: u32,
}

@group(0) @binding(0) var<uniform> weights: array<vec4f, WEIGHT_COUNT>; // [direction][row][unit] of gates i, f, c, o
@group(0) @binding(1) var<storage, read> x: array<f32>; // [batch, time, inputDim]
@group(0) @binding(2) var<storage, read> lengths: array<i32>; // [batch]
@group(0) @binding(3) var<storage, read_write> outputs: array<f32>; // [batch, time, directions · units]
@group(0) @binding(4) var<storage, read_write> state: array<f32>; // [h and c][direction, batch, units]
@group(0) @binding(5) var<storage, read_write> reserve: array<vec4f>;
@group(0) @binding(6) var<uniform> chunk: Chunk;

// Four rows' share of the four gates, a column for each gate.
fn outer(rows: vec4f, gates: vec4f) -> mat4x4f {
  return mat4x4f(rows * gates.x, rows * gates.y, rows * gates.z, rows * gates.w);
}

fn recurrent_activation(v: vec4f) -> vec4f {
  if (HARD_SIGMOID) { return clamp(0.2 * v + 0.5, vec4f(0.0), vec4f(1.0)); }
  return 1.0 / (1.0 + exp(-v));
}

// tanh by exp, which saturates to ±1 without overflow, and near 0, where that cancels, by its series; the built-in one
// differs between drivers.
fn hyperbolic_tangent(v: vec4f) -> vec4f {
  let square = v * v;
  let series = v * (1.0 - square * (1.0 / 3.0 - square * (2.0 / 15.0 - square * (17.0 / 315.0))));
  return select(1.0 - 2.0 / (exp(2.0 * v) + 1.0), series, abs(v) < vec4f(0.25));
}

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u) {
  let row_groups = (chunk.batch + 3u) / 4u;
  if (id.x >= row_groups) { return; }
  let direction = id.y;
  let reverse = BACKWARDS || direction == 1u;
  let weight_base = direction * (INPUT_DIM + UNITS + 1u) * UNITS;
  let state_size = DIRECTIONS * chunk.batch * UNITS;
  let reserve_base = direction * (chunk.time + 1u) * RESERVE_ROWS * row_groups + id.x;

  // Rows past the end of the batch repeat the last one: computed, so that the reserve is finite, but never put out.
  let rows_left = chunk.batch - 4u * id.x;
  let row = 4u * id.x + min(vec4u(0u, 1u, 2u, 3u), vec4u(rows_left - 1u));
  var steps = vec4u(chunk.time);
  if (HAS_LENGTHS) {
    steps = min(
      vec4u(u32(lengths[row.x]), u32(lengths[row.y]), u32(lengths[row.z]), u32(lengths[row.w])),
      vec4u(chunk.time));
  }

  var h: array<vec4f, UNITS>;
  var c: array<vec4f, UNITS>;
  var next_h: array<vec4f, UNITS>;
  let state_row = (direction * chunk.batch + row) * UNITS;
  for (var u = 0u; u < chunk.units; u++) {
    for (var r = 0u; r < 4u; r++) {
      h[u][r] = state[state_row[r] + u];
      c[u][r] = state[state_size + state_row[r] + u];
    }
  }

  for (var step = chunk.start; step < chunk.start + chunk.count; step++) {
    let valid = vec4u(step) < steps;
    // The reverse direction starts at each row's last valid step.
    var t = vec4u(step);
    if (reverse) { t = select(t, steps - 1u - t, valid); }
    let slot = reserve_base + step * RESERVE_ROWS * row_groups;
    let input_row = (row * chunk.time + t) * INPUT_DIM;
    var input: array<vec4f, INPUT_DIM>;
    for (var k = 0u; k < INPUT_DIM; k++) {
      let value = vec4f(x[input_row.x + k], x[input_row.y + k], x[input_row.z + k], x[input_row.w + k]);
      input[k] = value;
      // Whatever the padding holds, NaN too: times a da of 0 it must add 0 to the weight gradients.
      if (TRAINING) { reserve[slot + (INPUT_ROW + k) * row_groups] = select(vec4f(0.0), value, valid); }
    }
    if (TRAINING) { reserve[slot + ONE_ROW * row_groups] = vec4f(1.0); }

    for (var u = 0u; u < chunk.units; u++) {
      // a = x_t·W + h·U + b, a column for each gate
      let bias = weights[weight_base + (INPUT_DIM + UNITS) * UNITS + u];
      var a = mat4x4f(vec4f(bias.x), vec4f(bias.y), vec4f(bias.z), vec4f(bias.w));
      for (var k = 0u; k < INPUT_DIM; k++) { a += outer(input[k], weights[weight_base + k * UNITS + u]); }
      var w = weight_base + INPUT_DIM * UNITS + u;
      for (var k = 0u; k < chunk.units; k += 8u) {
        a += outer(h[k], weights[w]);
        a += outer(h[k + 1u], weights[w + UNITS]);
        a += outer(h[k + 2u], weights[w + 2u * UNITS]);
        a += outer(h[k + 3u], weights[w + 3u * UNITS]);
        a += outer(h[k + 4u], weights[w + 4u * UNITS]);
        a += outer(h[k + 5u], weights[w + 5u * UNITS]);
        a += outer(h[k + 6u], weights[w + 6u * UNITS]);
        a += outer(h[k + 7u], weights[w + 7u * UNITS]);
        w += 8u * UNITS;
      }
      let i = recurrent_activation(a[0]);
      let f = recurrent_activation(a[1]);
      let g = hyperbolic_tangent(a[2]);
      let o = recurrent_activation(a[3]);
      let previous_c = c[u];
      let next_c = f * previous_c + i * g;
      let output = o * hyperbolic_tangent(next_c);
      if (TRAINING) {
        reserve[slot + u * row_groups] = h[u];
        reserve[slot + (CELL_ROW + u) * row_groups] = previous_c;
        reserve[slot + (GATE_ROW + u) * row_groups] = i;
        reserve[slot + (GATE_ROW + UNITS + u) * row_groups] = f;
        reserve[slot + (GATE_ROW + 2u * UNITS + u) * row_groups] = g;
        reserve[slot + (GATE_ROW + 3u * UNITS + u) * row_groups] = o;
      }
      // A padded step leaves the state alone and puts out 0.
      next_h[u] = select(h[u], output, valid);
      c[u] = select(previous_c, next_c, valid);
      let visible = select(vec4f(0.0), output, valid);
      let out = ((row * chunk.time + t) * DIRECTIONS + direction) * UNITS + u;
      outputs[out.x] = visible.x;
      if (rows_left > 1u) { outputs[out.y] = visible.y; }
      if (rows_left > 2u) { outputs[out.z] = visible.z; }
      if (rows_left > 3u) { outputs[out.w] = visible.w; }
    }
    for (var u = 0u; u < chunk.units; u++) { h[u] = next_h[u]; }
  }

  for (var u = 0u; u < chunk.units; u++) {
    for (var r = 0u; r < min(rows_left, 4u); r++) {
      state[state_row[r] + u] = h[u][r];
      state[state_size + state_row[r] + u] = c[u][r];
    }
    // The last slot holds c after the last step.
    if (TRAINING) {
      reserve[reserve_base + ((chunk.start + chunk.count) * RESERVE_ROWS + CELL_ROW + u) * row_groups] = c[u];
    }
  }
}
