// One step of Adam over all parameters as one flat vector, with the global-norm clip:
//
//   g ← g · clip_norm / (‖g‖ + 1e-6) where ‖g‖ is larger than that   (torch's clip_grad_norm_)
//   m ← β₁ m + (1 - β₁) g     v ← β₂ v + (1 - β₂) g²
//   p ← p - α m/(1 - β₁ᵗ) / (√(v/(1 - β₂ᵗ)) + ε)                     (Kingma & Ba 2015, algorithm 1)

override WORKGROUP: u32 = 64u;

struct Settings {
  size: u32,
  learning_rate: f32,
  beta1: f32,
  beta2: f32,
  epsilon: f32,
  correction1: f32, // 1 - β₁ᵗ
  correction2: f32, // 1 - β₂ᵗ
  clip_norm: f32, // 0: no clipping
  // 1 - β₁ and 1 - β₂, rounded once: in float32 1 - 0.999 is off by 1.3e-5.
  complement1: f32,
  complement2: f32,
}

@group(0) @binding(0) var<storage, read> gradients: array<f32>;
@group(0) @binding(1) var<storage, read> norm: array<f32>;
@group(0) @binding(2) var<storage, read_write> parameters: array<f32>;
@group(0) @binding(3) var<storage, read_write> m: array<f32>;
@group(0) @binding(4) var<storage, read_write> v: array<f32>;
@group(0) @binding(5) var<uniform> settings: Settings;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let i = id.x + id.y * groups.x * WORKGROUP;
  if (i >= settings.size) { return; }
  var g = gradients[i];
  if (settings.clip_norm > 0.0) { g *= min(1.0, settings.clip_norm / (norm[0] + 1e-6)); }
  let mean = settings.beta1 * m[i] + settings.complement1 * g;
  let square = settings.beta2 * v[i] + settings.complement2 * g * g;
  m[i] = mean;
  v[i] = square;
  parameters[i] -= settings.learning_rate * (mean / settings.correction1) /
    (sqrt(square / settings.correction2) + settings.epsilon);
}
