/** Finds the WGSL files and sets their compile-time constants. */

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

/**
 * The text of `shaders/<name>.wgsl` with the values of its `const` declarations replaced, for array sizes cannot be
 * `override`s; or the address space of a `var<uniform>`, for data that is too large for a uniform buffer. The files carry
 * working values, so that each is valid WGSL as it stands.
 *
 * @throws Error for an unknown shader, or a literal that the shader does not declare.
 */
export function specialise(name: string, literals: Record<string, string>): string {
  let text = sources.get(name);
  if (text === undefined) {
    throw new Error(`There is no shader '${name}'; the shaders are ${shaderNames().join(', ')}.`);
  }
  for (const [literal, value] of Object.entries(literals)) {
    const declaration = new RegExp(`^((?:const|alias)\\s+${literal}\\s*(?::\\s*\\w+\\s*)?=\\s*)[^;]+;`, 'm');
    if (!declaration.test(text)) {
      throw new Error(
        `The shader '${name}' declares no 'const ${literal}' or 'alias ${literal}' to set to ${value}.`,
      );
    }
    text = text.replace(declaration, `$1${value};`);
  }
  return text;
}
