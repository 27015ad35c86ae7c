/** Links a WGSL file and sets its compile-time constants. */
import { link, type Modules, type Sources } from './linker';
import { unroll } from './unroll';

/** WGSL texts of values by the names of the declarations that they replace. */
export type Literals = Readonly<Record<string, string>>;

/**
 * The text of a shader with all that it imports (see `linker.ts`) and the values of `const` declarations replaced,
 * for array sizes cannot be `override`s, or the address space of a `var<uniform>`, for data that is too large for a uniform
 * buffer. The files carry working values. Loops and arrays that ask for it are unrolled then: see `unroll.ts`.
 *
 * @param modules which files stand in for modules that are a choice, such as `cell`
 * @throws Error for an unknown shader, or a literal that the shader does not declare.
 */
export function specialiseFrom(
  sources: Sources,
  name: string,
  literals: Literals,
  modules?: Modules,
): string {
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
