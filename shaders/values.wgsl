// What the equations of activations and cells compute at once: values of one unit and four batch rows or, elementwise just the
// same, of four units and one row. Where an invocation has one unit of one row, `one_value.wgsl` stands in for this file.

alias Value = vec4f;
alias FourValues = mat4x4f;
