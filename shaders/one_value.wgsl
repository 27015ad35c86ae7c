// What the equations of activations and cells compute at once: a single value. It stands in for `values.wgsl`.

alias Value = f32;
alias FourValues = vec4f;
