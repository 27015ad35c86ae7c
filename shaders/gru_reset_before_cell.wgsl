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

const GATES: u32 = 3u;
const HIDDEN_GATES: u32 = 2u;
const SPLIT: u32 = 0u;
const STATES: u32 = 1u;
const GRADIENTS: u32 = 3u;
const DIRECT: bool = true;

fn add_input(a: mat4x4f, value: vec4f, w: vec4f) -> mat4x4f {
  return mat4x4f(a[0] + value * w.x, a[1] + value * w.y, a[2] + value * w.z, a[3]);
}

fn add_hidden(a: mat4x4f, value: vec4f, w: vec4f) -> mat4x4f {
  return mat4x4f(a[0] + value * w.x, a[1] + value * w.y, a[2], a[3]);
}

// What the second phase multiplies by U_h.
fn exchanged(a: mat4x4f, h: vec4f) -> vec4f {
  return recurrent_activation(a[1]) * h;
}

fn add_exchanged(a: mat4x4f, value: vec4f, w: vec4f) -> mat4x4f {
  return mat4x4f(a[0], a[1], a[2] + value * w.z, a[3]);
}

fn cell_step(a: mat4x4f, h: vec4f, c: vec4f) -> CellStep {
  let z = recurrent_activation(a[0]);
  let r = recurrent_activation(a[1]);
  let g = activation(a[2]);
  return CellStep(z * h + (1.0 - z) * g, c, mat4x4f(r * h, z, r, g));
}

// da of r is made in the second phase, by `exchange_gradient`.
fn cell_gradient(kept: mat4x4f, h: vec4f, c: vec4f, next_c: vec4f, dh: vec4f, dc: vec4f) -> CellGradient {
  let z = kept[1];
  let g = kept[3];
  return CellGradient(
    mat4x4f(
      dh * (h - g) * recurrent_slope(z),
      vec4f(0.0),
      dh * (1.0 - z) * activation_slope(g),
      vec4f(0.0)),
    dh * z,
    dc);
}

// d(r·h) = da·U_hᵀ, da that of the candidate
fn add_back_exchanged(back: vec4f, da: vec4f, w: vec4f) -> vec4f {
  return back + da * w.z;
}

fn exchange_gradient(kept: mat4x4f, h: vec4f, d_exchanged: vec4f) -> ExchangeGradient {
  let r = kept[2];
  return ExchangeGradient(d_exchanged * h * recurrent_slope(r), d_exchanged * r);
}

fn add_back(back: vec4f, da: mat4x4f, w: vec4f) -> vec4f {
  return back + da[0] * w.x + da[1] * w.y;
}
