/** Prints a shader as the device gets it: `npm run shader -- recurrent_rows cell=gru_cell UNITS=64`. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Sources } from '../src/kernels/webgpu/linker';
import { specialiseFrom } from '../src/kernels/webgpu/specialise';

const help = `npm run shader -- NAME [NAME=value …]

  Prints shaders/NAME.wgsl with all that it imports, its loops unrolled. A value is that of a \`const\` or an \`override\`, the address
  space of a \`var<uniform>\`, or the file that stands in for a module; cell=lstm_cell where no other is named.`;

const folder = new URL('../shaders/', import.meta.url);

function readSources(): Sources {
  const names = readdirSync(folder).filter((name) => name.endsWith('.wgsl'));
  return new Map(
    names.map((name) => [name.slice(0, -'.wgsl'.length), readFileSync(new URL(name, folder), 'utf8')]),
  );
}

/** @throws Error for a name that the shader does not have */
function print(sources: Sources, name: string, settings: readonly string[]): string {
  const literals: Record<string, string> = {};
  const overrides: Record<string, string> = {};
  const modules: Record<string, string> = { cell: 'lstm_cell' };
  const all = [...sources.values()].join('\n');
  for (const setting of settings) {
    const [, key, value] = /^(\w+)=(.+)$/.exec(setting) ?? [];
    if (!key || !value) throw new Error(`'${setting}' is not of the form NAME=value.`);
    if (new RegExp(`import package::${key}::`).test(all)) modules[key] = value;
    else if (new RegExp(`override ${key}\\b`).test(all)) overrides[key] = value;
    else literals[key] = /^\d+$/.test(value) ? `${value}u` : value;
  }
  let text = specialiseFrom(sources, name, literals, modules);
  for (const [key, value] of Object.entries(overrides)) {
    const declaration = new RegExp(`^(override ${key}: (\\w+) = )[^;]+;`, 'm');
    if (!declaration.test(text)) throw new Error(`The shader '${name}' has no 'override ${key}'.`);
    text = text.replace(
      declaration,
      (_, head: string, type: string) =>
        `${head}${type === 'u32' && /^\d+$/.test(value) ? `${value}u` : value};`,
    );
  }
  return text;
}

const [name, ...settings] = process.argv.slice(2);
const sources = readSources();
const entryPoints = [...sources.keys()].filter((key) => sources.get(key)!.includes('@compute'));
try {
  if (name === undefined || !sources.has(name)) {
    throw new Error(name === undefined ? 'Which shader?' : `There is no shader '${name}'.`);
  }
  console.log(print(sources, name, settings));
} catch (error) {
  console.error(`${(error as Error).message}\n\n${help}\n\nShaders: ${entryPoints.sort().join(', ')}`);
  process.exitCode = 2;
}
