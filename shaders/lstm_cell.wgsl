// The LSTM's cell (Hochreiter & Schmidhuber 1997, with the forget gate of Gers et al. 2000):
//
//   i = σ(x·W_i + h·U_i + b_i)   f = σ(…)   g = tanh(…)   o = σ(…)
//   c_t = f·c_{t-1} + i·g        h_t = o·tanh(c_t)
//
// Sums, gradients and kept values are in the order i, f, g, o, as Keras has its gates.

import package::activations::{activation, activation_slope, recurrent_activation, recurrent_slope};
import package::cell_types::{CellStep, CellGradient};
import package::one_phase::{exchanged, add_exchanged, add_back_exchanged, exchange_gradient};
import package::values::{FourValues, Value};

const GATES: u32 = 4u;
const HIDDEN_GATES: u32 = 4u;
const SPLIT: u32 = 0u;
const STATES: u32 = 2u;
const GRADIENTS: u32 = 4u;
const DIRECT: bool = false;

fn add_input(a: FourValues, value: Value, w: vec4f) -> FourValues {
  return FourValues(a[0] + value * w.x, a[1] + value * w.y, a[2] + value * w.z, a[3] + value * w.w);
}

fn add_hidden(a: FourValues, value: Value, w: vec4f) -> FourValues {
  return add_input(a, value, w);
}

fn cell_step(a: FourValues, h: Value, c: Value) -> CellStep {
  let i = recurrent_activation(a[0]);
  let f = recurrent_activation(a[1]);
  let g = activation(a[2]);
  let o = recurrent_activation(a[3]);
  let next_c = f * c + i * g;
  return CellStep(o * activation(next_c), next_c, FourValues(i, f, g, o));
}

fn cell_gradient(kept: FourValues, h: Value, c: Value, next_c: Value, dh: Value, carried_dc: Value) -> CellGradient {
  let i = kept[0];
  let f = kept[1];
  let g = kept[2];
  let o = kept[3];
  let tanh_c = activation(next_c);
  let dc = carried_dc + dh * o * activation_slope(tanh_c);
  return CellGradient(
    FourValues(
      dc * g * recurrent_slope(i),
      dc * c * recurrent_slope(f),
      dc * i * activation_slope(g),
      dh * tanh_c * recurrent_slope(o)),
    Value(0.0),
    dc * f);
}

fn add_back(back: Value, da: FourValues, w: vec4f) -> Value {
  return back + da[0] * w.x + da[1] * w.y + da[2] * w.z + da[3] * w.w;
}
