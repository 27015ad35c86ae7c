import { describe, expect, it } from 'vitest';
import { link } from '../../../src/kernels/webgpu/linker';

const sources = new Map([
  ['tables', 'const TABLE: u32 = 3u;\n'],
  ['maths', 'import package::tables::{TABLE};\nfn twice(v: f32) -> f32 { return 2.0 * v; }\n'],
  ['other_maths', 'fn twice(v: f32) -> f32 { return v + v; }\n'],
  [
    'main',
    'import package::maths::{twice};\nimport package::tables::{\n  TABLE,\n};\n@compute fn main() { twice(f32(TABLE)); }\n',
  ],
  ['choosing', 'import package::chosen::{twice};\nfn main() { twice(1.0); }\n'],
  ['shuffling', 'enable subgroups;\nimport package::maths::{twice};\nfn shuffle() { twice(1.0); }\n'],
  ['user', 'enable subgroups;\nimport package::shuffling::{shuffle};\nfn main() { shuffle(); }\n'],
  ['a', 'import package::b::{x};\nfn x() {}\n'],
  ['b', 'import package::a::{x};\n'],
  ['wrong', 'import package::maths::{thrice};\n'],
]);

describe('link', () => {
  it('puts what is imported in front, once, and leaves no import', () => {
    const text = link('main', sources);
    expect(text.match(/const TABLE/g)).toHaveLength(1);
    expect(text.indexOf('const TABLE')).toBeLessThan(text.indexOf('fn twice'));
    expect(text.indexOf('fn twice')).toBeLessThan(text.indexOf('@compute'));
    expect(text).not.toContain('import');
  });

  it('takes the file that was chosen for a module', () => {
    expect(link('choosing', sources, { chosen: 'other_maths' })).toContain('v + v');
    expect(link('choosing', sources, { chosen: 'maths' })).toContain('2.0 * v');
  });

  it('puts what a file enables in front of everything, once', () => {
    const text = link('user', sources);
    expect(text.startsWith('enable subgroups;\n')).toBe(true);
    expect(text.match(/enable/g)).toHaveLength(1);
    expect(text).toContain('fn twice');
  });

  it('says what is missing, or imports itself', () => {
    expect(() => link('choosing', sources)).toThrow(
      "'choosing' imports 'chosen': there is no shader 'chosen', and no choice was made for it; the shaders are tables,",
    );
    expect(() => link('wrong', sources)).toThrow(
      "'wrong' imports 'thrice' from 'maths', which declares no such thing",
    );
    expect(() => link('a', sources)).toThrow('a → b → a');
  });
});
