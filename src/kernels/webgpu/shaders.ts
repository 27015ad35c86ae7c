/** Finds the WGSL files. */
import type { Modules } from './linker';
import { type Literals, specialiseFrom } from './specialise';

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

/** `specialiseFrom` the files of `shaders/`. */
export function specialise(name: string, literals: Literals, modules?: Modules): string {
  return specialiseFrom(sources, name, literals, modules);
}
