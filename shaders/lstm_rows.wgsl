// LSTM forward, sequence family, register tiles of rows and units.
//
// A workgroup walks `chunk.count` time steps of ROW_SETS · ROWS_TILE row groups (four batch rows each) of one direction.
// An invocation owns a tile of 4·ROWS_TILE rows and 4·UNITS_TILE units, all four gates: its sums are 4 × 4 matrices in
// registers, a column for each unit, a row for each batch row, and so are h and c of the tile. So a weight that is loaded
// serves 4·ROWS_TILE rows, and an h serves 16·UNITS_TILE sums. h goes to the other lanes through workgroup memory, double
// buffered, so that one barrier a step is enough. Best for large batches, and for adapters that run lanes on a CPU's
// vector units, where a load costs as much as dozens of multiply-adds. The weights lie as Keras has them, and are in a
// uniform buffer where that is fast.
//
// When training, each step leaves in `reserve` what the backward pass needs, in walking order and four rows to a vec4:
//   reserve[direction][slot][value][row / 4],  slot = 0..time
//   values: h and x and 1 (the left operand of the weight gradients), c, then the gates i, f, g, o
// where h and c of slot s are those before step s, and x and the gates those of step s.
//
// Work: 2 · 4·units · (inputDim + units) operations per row and step; traffic: the inputs, the outputs and the reserve.

const UNITS: u32 = 32u; // a multiple of 4 · UNITS_TILE
const INPUT_DIM: u32 = 1u;
const UNITS_TILE: u32 = 2u; // vec4s of units
const ROWS_TILE: u32 = 2u; // vec4s of rows
const ROW_SETS: u32 = 4u; // the row groups of the batch are a multiple of ROW_SETS · ROWS_TILE
const WEIGHT_COUNT: u32 = 2176u; // directions · (units + inputDim + 1) · units
const TILE: u32 = UNITS_TILE * ROWS_TILE;
const SUMS: u32 = 4u * TILE;
const UNIT_SETS: u32 = UNITS / (4u * UNITS_TILE);
const WORKGROUP: u32 = UNIT_SETS * ROW_SETS;
const GROUPS: u32 = ROW_SETS * ROWS_TILE; // row groups of the workgroup

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
  // UNITS once more, as a value that the compiler can't see: software adapters would otherwise unroll the loop, and their
  // compile time grows faster than linearly with the accesses to memory.
  units: u32,
}

// [direction][units of the recurrent kernel, inputDim of the kernel, the bias][gate i, f, c, o][unit / 4]
@group(0) @binding(0) var<uniform> weights: array<vec4f, WEIGHT_COUNT>;
@group(0) @binding(1) var<storage, read> x: array<f32>; // [batch, time, inputDim]
@group(0) @binding(2) var<storage, read> lengths: array<i32>; // [batch]
@group(0) @binding(3) var<storage, read_write> outputs: array<vec4f>; // [batch, time, directions · units / 4]
@group(0) @binding(4) var<storage, read_write> state_h: array<f32>; // [direction, batch, units]
@group(0) @binding(5) var<storage, read_write> state_c: array<f32>;
@group(0) @binding(6) var<storage, read_write> reserve: array<vec4f>;
@group(0) @binding(7) var<uniform> chunk: Chunk;

var<workgroup> hidden: array<vec4f, 2u * UNITS * GROUPS>; // [half][unit][row group]

// Four rows' share of four units, a column for each unit.
fn outer(rows: vec4f, units: vec4f) -> mat4x4f {
  return mat4x4f(rows * units.x, rows * units.y, rows * units.z, rows * units.w);
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
  let weight_base = direction * (UNITS + INPUT_DIM + 1u) * UNITS + first_unit / 4u;
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
        c[v * ROWS_TILE + r][i] = vec4f(state_c[at.x], state_c[at.y], state_c[at.z], state_c[at.w]);
        hidden[((chunk.start % 2u) * UNITS + unit) * GROUPS + local_group + r] = h[v * ROWS_TILE + r][i];
      }
    }
  }

  var t: array<vec4u, ROWS_TILE>; // registers
  var k_rows: array<mat4x4f, ROWS_TILE>; // registers: four units of h of all rows
  var a: array<mat4x4f, SUMS>; // registers
  for (var step = chunk.start; step < chunk.start + count; step++) {
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
      for (var gate = 0u; gate < 4u; gate++) { // unroll
        let bias = weights[weight_base + (UNITS + INPUT_DIM) * UNITS + gate * UNITS / 4u + v];
        for (var r = 0u; r < ROWS_TILE; r++) { // unroll
          a[(gate * UNITS_TILE + v) * ROWS_TILE + r] = outer(vec4f(1.0), bias);
        }
      }
    }
    for (var k = 0u; k < INPUT_DIM; k++) {
      let w = weight_base + (UNITS + k) * UNITS;
      for (var r = 0u; r < ROWS_TILE; r++) { // unroll
        let at = (row[r] * chunk.time + t[r]) * INPUT_DIM + k;
        let value = vec4f(x[at.x], x[at.y], x[at.z], x[at.w]);
        // Whatever the padding holds, NaN too: times a da of 0 it must add 0 to the weight gradients.
        if (TRAINING && unit_set == 0u) {
          reserve[slot + (INPUT_ROW + k) * row_groups + r] = select(vec4f(0.0), value, vec4u(step) < steps[r]);
        }
        for (var v = 0u; v < UNITS_TILE; v++) { // unroll
          for (var gate = 0u; gate < 4u; gate++) { // unroll
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
        for (var gate = 0u; gate < 4u; gate++) { // unroll
          let w = weight_base + k * UNITS + gate * UNITS / 4u + v;
          let kernel =
            transpose(mat4x4f(weights[w], weights[w + UNITS], weights[w + 2u * UNITS], weights[w + 3u * UNITS]));
          for (var r = 0u; r < ROWS_TILE; r++) { // unroll
            a[(gate * UNITS_TILE + v) * ROWS_TILE + r] += k_rows[r] * kernel;
          }
        }
      }
    }

    for (var v = 0u; v < UNITS_TILE; v++) { // unroll
      for (var r = 0u; r < ROWS_TILE; r++) { // unroll
        let valid = vec4u(step) < steps[r];
        var visible: array<vec4f, 4u>; // registers
        for (var n = 0u; n < 4u; n++) { // unroll
          let i = recurrent_activation(a[v * ROWS_TILE + r][n]);
          let f = recurrent_activation(a[(UNITS_TILE + v) * ROWS_TILE + r][n]);
          let g = hyperbolic_tangent(a[(2u * UNITS_TILE + v) * ROWS_TILE + r][n]);
          let o = recurrent_activation(a[(3u * UNITS_TILE + v) * ROWS_TILE + r][n]);
          let previous_h = h[v * ROWS_TILE + r][n];
          let previous_c = c[v * ROWS_TILE + r][n];
          let next_c = f * previous_c + i * g;
          let output = o * hyperbolic_tangent(next_c);
          let unit = first_unit + 4u * v + n;
          if (TRAINING) {
            let at = slot + unit * row_groups + r;
            reserve[at] = previous_h;
            reserve[at + CELL_ROW * row_groups] = previous_c;
            reserve[at + GATE_ROW * row_groups] = i;
            reserve[at + (GATE_ROW + UNITS) * row_groups] = f;
            reserve[at + (GATE_ROW + 2u * UNITS) * row_groups] = g;
            reserve[at + (GATE_ROW + 3u * UNITS) * row_groups] = o;
          }
          // A padded step leaves the state alone and puts out 0.
          h[v * ROWS_TILE + r][n] = select(previous_h, output, valid);
          c[v * ROWS_TILE + r][n] = select(previous_c, next_c, valid);
          hidden[next + unit * GROUPS + r] = h[v * ROWS_TILE + r][n];
          visible[n] = select(vec4f(0.0), output, valid);
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
        for (var i = 0u; i < min(rows_left, 4u); i++) {
          state_h[at + i * UNITS] = last_h[i];
          state_c[at + i * UNITS] = last_c[i];
        }
      }
      // The last slot holds c after the last step.
      if (TRAINING) {
        for (var n = 0u; n < 4u; n++) { // unroll
          let value = CELL_ROW + first_unit + 4u * v + n;
          reserve[reserve_base + ((chunk.start + chunk.count) * RESERVE_ROWS + value) * row_groups + r] =
            c[v * ROWS_TILE + r][n];
        }
      }
    }
  }
}
