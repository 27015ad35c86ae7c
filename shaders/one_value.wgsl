// What the equations of activations and cells compute at once: a single value. It stands in for `values.wgsl`.

alias Value = f32;
alias FourValues = vec4f;
alias Choice = bool;

const VALUE_ROWS: u32 = 1u;
fn value_of(rows: vec4f) -> Value { return rows.x; }
fn choice_of(rows: vec4<bool>) -> Choice { return rows.x; }
fn rows_of(value: Value) -> vec4f { return vec4f(value); }
