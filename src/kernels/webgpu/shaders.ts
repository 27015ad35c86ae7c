/** Finds the WGSL files, links them and sets their compile-time constants. */
import { link, type Modules } from './linker';
import { unroll } from './unroll';

const files = import.meta.glob<string>('../../../shaders/*.wgsl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const sources = new Map(
  Object.entries(files).map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1, -'.wgsl'.length), text]),
);

/** The shaders, each with an entry point; what they import has none. */
export function shaderNames(): string[] {
  return [...sources.keys()].filter((name) => sources.get(name)!.includes('@compute')).sort();
}

/** All WGSL files as one text, which changes when any of them does. */
export function allShaders(): string {
  return [...sources]
    .map(([name, text]) => `${name}\n${text}`)
    .sort()
    .join('\n');
}

/**
 * The text of `shaders/<name>.wgsl` with all that it imports (see `linker.ts`) and the values of `const` declarations replaced,
 * for array sizes cannot be `override`s, or the address space of a `var<uniform>`, for data that is too large for a uniform
 * buffer. The files carry working values. Loops and arrays that ask for it are unrolled then: see `unroll.ts`.
 *
 * @param modules which files stand in for modules that are a choice, such as `cell`
 * @throws Error for an unknown shader, or a literal that the shader does not declare.
 */
export function specialise(name: string, literals: Record<string, string>, modules?: Modules): string {
  let text = link(name, sources, modules);
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
