/** Finds the WGSL files and sets their compile-time constants. */
import { unroll } from './unroll';

const files = import.meta.glob<string>('../../../shaders/*.wgsl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const sources = new Map(
  Object.entries(files).map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1, -'.wgsl'.length), text]),
);

export function shaderNames(): string[] {
  return [...sources.keys()].sort();
}

/** All shaders as one text, which changes when any of them does. */
export function allShaders(): string {
  return shaderNames()
    .map((name) => `${name}\n${sources.get(name)}`)
    .join('\n');
}

/**
 * The text of `shaders/<name>.wgsl` with the values of its `const` declarations replaced, for array sizes cannot be
 * `override`s, or the address space of a `var<uniform>`, for data that is too large for a uniform buffer. The files
 * carry working values, so that each is valid WGSL as it stands. Loops and arrays that ask for it are unrolled then: see
 * `unroll.ts`.
 *
 * @throws Error for an unknown shader, or a literal that the shader does not declare.
 */
export function specialise(name: string, literals: Record<string, string>): string {
  let text = sources.get(name);
  if (text === undefined) {
    throw new Error(`There is no shader '${name}'; the shaders are ${shaderNames().join(', ')}.`);
  }
  for (const [literal, value] of Object.entries(literals)) {
    const constant = new RegExp(`^(const\\s+${literal}\\s*:\\s*\\w+\\s*=\\s*)[^;]+;`, 'm');
    const uniform = new RegExp(`var<uniform>(\\s+${literal}\\s*:)`);
    if (constant.test(text)) {
      text = text.replace(constant, `$1${value};`);
    } else if (uniform.test(text)) {
      text = text.replace(uniform, `var<${value}>$1`);
    } else {
      throw new Error(
        `The shader '${name}' declares no 'const ${literal}' or 'var<uniform> ${literal}' to set to ${value}.`,
      );
    }
  }
  return unroll(text);
}
