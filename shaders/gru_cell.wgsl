// The cell of a gated recurrent unit (Cho et al. 2014) that resets after the product, as Keras, torch and cuDNN have it:
//
//   z = σ(x·W_z + h·U_z + b_z)   r = σ(x·W_r + h·U_r + b_r)
//   q = h·U_h + b_q              g = tanh(x·W_h + b_h + r·q)
//   h_t = z·h_{t-1} + (1 − z)·g
//
// Sums are z, r, the candidate's over x, and q; gradients da are in the same order. Kept are z, r, g and q.

import package::activations::{activation, activation_slope, recurrent_activation, recurrent_slope};
import package::cell_types::{CellStep, CellGradient};
import package::one_phase::{exchanged, add_exchanged, add_back_exchanged, exchange_gradient};
import package::values::{FourValues, Value};

const GATES: u32 = 3u;
const HIDDEN_GATES: u32 = 3u;
const SPLIT: u32 = 1u;
const STATES: u32 = 1u;
const GRADIENTS: u32 = 4u;
const DIRECT: bool = true;

fn add_input(a: FourValues, value: Value, w: vec4f) -> FourValues {
  return FourValues(a[0] + value * w.x, a[1] + value * w.y, a[2] + value * w.z, a[3]);
}

fn add_hidden(a: FourValues, value: Value, w: vec4f) -> FourValues {
  return FourValues(a[0] + value * w.x, a[1] + value * w.y, a[2], a[3] + value * w.z);
}

fn cell_step(a: FourValues, h: Value, c: Value) -> CellStep {
  let z = recurrent_activation(a[0]);
  let r = recurrent_activation(a[1]);
  let q = a[3];
  let g = activation(a[2] + r * q);
  return CellStep(z * h + (1.0 - z) * g, c, FourValues(z, r, g, q));
}

fn cell_gradient(kept: FourValues, h: Value, c: Value, next_c: Value, dh: Value, dc: Value) -> CellGradient {
  let z = kept[0];
  let r = kept[1];
  let g = kept[2];
  let q = kept[3];
  let da_g = dh * (1.0 - z) * activation_slope(g);
  return CellGradient(
    FourValues(
      dh * (h - g) * recurrent_slope(z),
      da_g * q * recurrent_slope(r),
      da_g,
      da_g * r),
    dh * z,
    dc);
}

fn add_back(back: Value, da: FourValues, w: vec4f) -> Value {
  return back + da[0] * w.x + da[1] * w.y + da[3] * w.z;
}
