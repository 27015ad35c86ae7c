// Activations and their slopes. Which ones a layer has is known when its pipeline is compiled, so nothing is left of the
// others.

import package::values::{Value};

// 0: tanh, 1: sigmoid, 2: hardSigmoid, 3: linear, 4: relu
override ACTIVATION: u32 = 0u; // of the candidate and of what is put out
override RECURRENT_ACTIVATION: u32 = 1u; // of the gates

// WGSL leaves open what becomes of infinities, and of a division by more than 2¹²⁶; so both forms below take exp of -|v| only,
// which is at most 1. A NaN stays one.

fn sigmoid(v: Value) -> Value {
  let e = exp(-abs(v));
  let r = 1.0 / (1.0 + e);
  return select(e * r, r, v >= Value(0.0));
}

// tanh by exp and near 0, where that cancels, by its series; the built-in one differs between drivers.
fn hyperbolic_tangent(v: Value) -> Value {
  let square = v * v;
  let series = v * (1.0 - square * (1.0 / 3.0 - square * (2.0 / 15.0 - square * (17.0 / 315.0))));
  let e = exp(-2.0 * abs(v));
  let r = (1.0 - e) / (1.0 + e);
  return select(select(-r, r, v >= Value(0.0)), series, abs(v) < Value(0.25));
}

fn activate(kind: u32, v: Value) -> Value {
  if (kind == 0u) { return hyperbolic_tangent(v); }
  if (kind == 1u) { return sigmoid(v); }
  if (kind == 2u) { return clamp(0.2 * v + 0.5, Value(0.0), Value(1.0)); }
  if (kind == 3u) { return v; }
  return max(v, Value(0.0));
}

// The derivative of an activation where its value is y.
fn slope(kind: u32, y: Value) -> Value {
  if (kind == 0u) { return 1.0 - y * y; }
  if (kind == 1u) { return y * (1.0 - y); }
  if (kind == 2u) { return select(Value(0.0), Value(0.2), (y > Value(0.0)) & (y < Value(1.0))); }
  if (kind == 3u) { return Value(1.0); }
  return select(Value(0.0), Value(1.0), y > Value(0.0));
}

fn activation(v: Value) -> Value { return activate(ACTIVATION, v); }
fn activation_slope(y: Value) -> Value { return slope(ACTIVATION, y); }
fn recurrent_activation(v: Value) -> Value { return activate(RECURRENT_ACTIVATION, v); }
fn recurrent_slope(y: Value) -> Value { return slope(RECURRENT_ACTIVATION, y); }
