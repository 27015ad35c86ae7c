// For cells whose sums are all there after one pass over h: nothing waits for a second phase.

import package::cell_types::{ExchangeGradient};

fn exchanged(a: mat4x4f, h: vec4f) -> vec4f { return vec4f(); }
fn add_exchanged(a: mat4x4f, value: vec4f, w: vec4f) -> mat4x4f { return a; }
fn add_back_exchanged(back: vec4f, da: vec4f, w: vec4f) -> vec4f { return back; }
fn exchange_gradient(kept: mat4x4f, h: vec4f, d_exchanged: vec4f) -> ExchangeGradient { return ExchangeGradient(); }
