import { describe, expect, it } from 'vitest';
import { unroll } from '../../../src/kernels/webgpu/unroll';

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== '{' && line !== '}');

describe('unroll', () => {
  it('repeats the body with the numbers of the turns, inner loops within outer ones', () => {
    const text = `const M: u32 = 2u;
const N: u32 = M + 1u;
for (var i = 0u; i < M; i++) { // unroll
  for (var j = 0u; j < N; j++) { // unroll
    add(i, j);
  }
}
`;
    expect(lines(unroll(text)).slice(2)).toEqual([
      'add(0u, 0u);',
      'add(0u, 1u);',
      'add(0u, 2u);',
      'add(1u, 0u);',
      'add(1u, 1u);',
      'add(1u, 2u);',
    ]);
  });

  it('makes a variable of each element of a registers array', () => {
    const text = `const N: u32 = 2u;
fn f() {
var sums: array<mat4x4f, 2u * N>; // registers
for (var i = 0u; i < N; i++) { // unroll
  sums[i * N + 1u] += a[i] + b.sums[i];
}
}
`;
    expect(lines(unroll(text)).slice(2)).toEqual([
      'var sums_0: mat4x4f; var sums_1: mat4x4f; var sums_2: mat4x4f; var sums_3: mat4x4f;',
      'sums_1 += a[0u] + b.sums[0u];',
      'sums_3 += a[1u] + b.sums[1u];',
    ]);
  });

  it('leaves the same name in another function alone', () => {
    const other = 'fn g(sums: mat4x4f) -> vec4f { return sums[7]; }\n';
    const text = `${other}fn f() {\nvar sums: array<f32, 1u>; // registers\nsums[0u] = 1.0;\n}\n${other}`;
    expect(unroll(text)).toBe(`${other}fn f() {\nvar sums_0: f32;\nsums_0 = 1.0;\n}\n${other}`);
  });

  it('leaves other loops, arrays and names that only begin alike as they are', () => {
    const text = `const N: u32 = 2u;
var i_other: array<f32, N>;
for (var i = 0u; i < N; i++) {
  i_other[i] = 1.0;
}
`;
    expect(unroll(text)).toBe(text);
  });

  it('says which bound or index is not known', () => {
    expect(() => unroll('for (var i = 0u; i < count; i++) { // unroll\n}\n')).toThrow(
      /count.*not a constant/,
    );
    expect(() => unroll('{ var a: array<f32, 2u>; // registers\na[k] = 1.0;\n}')).toThrow(
      /a\[k\].*constant below 2/,
    );
    expect(() => unroll('{ var a: array<f32, 2u>; // registers\na[1u + 1u] = 1.0;\n}')).toThrow(/below 2/);
  });
});
