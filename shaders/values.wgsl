// What the equations of activations and cells compute at once: values of one unit and four batch rows or, elementwise just the
// same, of four units and one row. Where an invocation has one unit of one row, `one_value.wgsl` stands in for this file.

alias Value = vec4f;
alias FourValues = mat4x4f;
alias Choice = vec4<bool>;

// How a value and what belongs to its rows go together.
const VALUE_ROWS: u32 = 4u;
fn value_of(rows: vec4f) -> Value { return rows; }
fn choice_of(rows: vec4<bool>) -> Choice { return rows; }
fn rows_of(value: Value) -> vec4f { return value; }
