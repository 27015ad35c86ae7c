/**
 * Imports between WGSL files, in the syntax of WESL, which editors know:
 *
 *     import package::activations::{activation, recurrent_activation};
 *
 * The imported file's text goes in front of the importing one, once, with whatever it imports itself. Names stay as
 * they are, so they must differ between files that are linked together. A file may import from a module that is not a
 * file, such as `cell`; the caller then chooses which file stands in for it. Lines that enable a feature of the language go to the
 * front, as WGSL demands.
 */

/** WGSL texts by their names. */
export type Sources = ReadonlyMap<string, string>;

/** Names of files by the names of the modules that they stand in for. */
export type Modules = Readonly<Record<string, string>>;

const enableStatement = /^enable \w+;\n/gm;
const importStatement = /^import package::(\w+)::\{([^}]*)\};\n/gm;

/**
 * The text of `name` after the texts of all that it imports.
 *
 * @throws Error for a file or an imported name that is not there, and for files that import one another in a circle.
 */
export function link(name: string, sources: Sources, modules: Modules = {}): string {
  const texts = new Map<string, string>();
  const add = (file: string, importers: readonly string[]): string => {
    const source = sources.get(file);
    if (source === undefined) {
      const origin = importers.length > 0 ? `'${importers.at(-1)}' imports '${file}': there` : 'There';
      throw new Error(
        `${origin} is no shader '${file}', and no choice was made for it; the shaders are ${[...sources.keys()].join(', ')}.`,
      );
    }
    if (importers.includes(file)) {
      throw new Error(`Shaders import one another in a circle: ${[...importers, file].join(' → ')}.`);
    }
    if (!texts.has(file)) {
      const text = source.replace(importStatement, (_, module: string, names: string) => {
        const imported = modules[module] ?? module;
        checkNames(add(imported, [...importers, file]), names, `'${file}' imports`, imported);
        return '';
      });
      texts.set(file, text);
    }
    return source;
  };
  add(name, []);
  const text = [...texts.values()].join('\n');
  const features = new Set(text.match(enableStatement));
  return [...features, text.replace(enableStatement, '')].join('');
}

/** A file may pass on what it imports itself. */
function checkNames(source: string, names: string, who: string, file: string): void {
  for (const name of names.split(',').map((item) => item.trim())) {
    if (name && !new RegExp(`\\b(fn|const|override|struct|alias)\\s+${name}\\b`).test(source)) {
      if (new RegExp(`^import [^;]*\\b${name}\\b`, 'm').test(source)) continue;
      throw new Error(`${who} '${name}' from '${file}', which declares no such thing.`);
    }
  }
}
