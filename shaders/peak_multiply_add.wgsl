// The rate of independent multiply-adds, with nothing loaded: what a kernel of this library could reach at best.
//
// Eight chains of a ← a·factor + term, none of which waits for another, as two vec4s: more of them do not fit SwiftShader's
// sixteen registers, fewer leave its adders idle, and as an array they would lie in memory. Many links a turn make the
// loop's own cost vanish. The sum is stored, for otherwise nothing would have to be computed. The values tend to
// term / (1 - factor), so no number becomes infinite or denormal.
//
// Operations: 2 · 8 · LINKS for each invocation and turn.

override WORKGROUP: u32 = 64u;

// Of each chain in a turn; see ceilings.ts.
const LINKS: u32 = 32u;

struct Settings {
  turns: u32,
  factor: f32,
  term: f32,
}

@group(0) @binding(0) var<storage, read_write> result: array<f32>;
@group(0) @binding(1) var<uniform> settings: Settings;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) groups: vec3u) {
  let i = id.x + id.y * groups.x * WORKGROUP;
  let factor = vec4f(settings.factor);
  let term = vec4f(settings.term);
  var p = vec4f(f32(i)) + vec4f(0.0, 1.0, 2.0, 3.0);
  var q = p + 4.0;
  let turns = settings.turns;
  for (var turn = 0u; turn < turns; turn++) {
    for (var link = 0u; link < LINKS; link++) { // unroll
      p = p * factor + term;
      q = q * factor + term;
    }
  }
  result[i] = dot(p + q, vec4f(1.0));
}
