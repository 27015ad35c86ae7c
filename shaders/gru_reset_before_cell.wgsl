// The cell of a gated recurrent unit that resets before the product (Cho et al. 2014, version 3; Keras's reset_after=False and
// tf.layers.gru):
//
//   z = σ(x·W_z + h·U_z + b_z)   r = σ(x·W_r + h·U_r + b_r)
//   g = tanh(x·W_h + b_h + (r·h)·U_h)
//   h_t = z·h_{t-1} + (1 − z)·g
//
// r·h of all units must be there before the candidate's product: the second phase of a step. Sums are z, r and the candidate's,
// gradients da are in the same order. Kept are r·h, z, r and g: r·h first, because it belongs to the left operand of the weight
// gradients.

import package::activations::{activation, activation_slope, recurrent_activation, recurrent_slope};
import package::cell_types::{CellStep, CellGradient, ExchangeGradient};
import package::values::{FourValues, Value};

const GATES: u32 = 3u;
const HIDDEN_GATES: u32 = 2u;
const SPLIT: u32 = 0u;
const STATES: u32 = 1u;
const GRADIENTS: u32 = 3u;
const DIRECT: bool = true;

fn add_input(a: FourValues, value: Value, w: vec4f) -> FourValues {
  return FourValues(a[0] + value * w.x, a[1] + value * w.y, a[2] + value * w.z, a[3]);
}

fn add_hidden(a: FourValues, value: Value, w: vec4f) -> FourValues {
  return FourValues(a[0] + value * w.x, a[1] + value * w.y, a[2], a[3]);
}

// What the second phase multiplies by U_h.
fn exchanged(a: FourValues, h: Value) -> Value {
  return recurrent_activation(a[1]) * h;
}

fn add_exchanged(a: FourValues, value: Value, w: vec4f) -> FourValues {
  return FourValues(a[0], a[1], a[2] + value * w.z, a[3]);
}

fn cell_step(a: FourValues, h: Value, c: Value) -> CellStep {
  let z = recurrent_activation(a[0]);
  let r = recurrent_activation(a[1]);
  let g = activation(a[2]);
  return CellStep(z * h + (1.0 - z) * g, c, FourValues(r * h, z, r, g));
}

// da of r is made in the second phase, by `exchange_gradient`.
fn cell_gradient(kept: FourValues, h: Value, c: Value, next_c: Value, dh: Value, dc: Value) -> CellGradient {
  let z = kept[1];
  let g = kept[3];
  return CellGradient(
    FourValues(
      dh * (h - g) * recurrent_slope(z),
      Value(0.0),
      dh * (1.0 - z) * activation_slope(g),
      Value(0.0)),
    dh * z,
    dc);
}

// d(r·h) = da·U_hᵀ, da that of the candidate
fn add_back_exchanged(back: Value, da: Value, w: vec4f) -> Value {
  return back + da * w.z;
}

fn exchange_gradient(kept: FourValues, h: Value, d_exchanged: Value) -> ExchangeGradient {
  let r = kept[2];
  return ExchangeGradient(d_exchanged * h * recurrent_slope(r), d_exchanged * r);
}

fn add_back(back: Value, da: FourValues, w: vec4f) -> Value {
  return back + da[0] * w.x + da[1] * w.y;
}
