import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, inject, it } from 'vitest';
import { tiny } from '../support/command';
import { bin, command, esbuild } from './install';

const { folder, tarball } = inject('installation');
const installed = join(folder, 'node_modules/gatewave');

interface Manifest {
  name: string;
  version: string;
  exports: Record<string, unknown>;
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
}

/** Packages that a package needs, by their names. */
type Needs = Partial<Record<'dependencies' | 'optionalDependencies' | 'peerDependencies', object>>;

const manifest = readJson<Manifest>(join(installed, 'package.json'));

function readJson<Value>(path: string): Value {
  return JSON.parse(readFileSync(path, 'utf8')) as Value;
}

/** A bundle of a module, without tf.js. */
async function bundle(name: string, code: string): Promise<string> {
  writeFileSync(join(folder, `${name}.js`), code);
  await esbuild(
    [`${name}.js`, '--minify', '--external:@tensorflow/*', `--outfile=bundles/${name}.js`],
    folder,
  );
  return readFileSync(join(folder, `bundles/${name}.js`), 'utf8');
}

describe('what is installed', () => {
  it('is less than 5 MB besides tf.js and what the command runs with', () => {
    const packages = Object.entries(
      readJson<{ packages: Record<string, Needs> }>(join(folder, 'node_modules/.package-lock.json')).packages,
    );
    /** The folders of these packages and of all that they need. */
    const closure = (names: string[], found = new Set<string>()): Set<string> => {
      for (const [path, { dependencies, optionalDependencies, peerDependencies }] of packages) {
        if (found.has(path) || !names.some((name) => path.endsWith(`node_modules/${name}`))) continue;
        found.add(path);
        closure(Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }), found);
      }
      return found;
    };
    const tfjs = closure(Object.keys(manifest.peerDependencies));
    const command = closure(Object.keys(manifest.dependencies));
    const rest = packages.map(([path]) => path).filter((path) => !tfjs.has(path) && !command.has(path));
    const megabytes = (paths: Iterable<string>) =>
      [...paths].reduce((sum, path) => sum + sizeOf(join(folder, path)), 0) / 1e6;
    console.log(
      `on disk: gatewave ${megabytes(rest).toFixed(2)} MB (tarball ${(statSync(tarball).size / 1e6).toFixed(2)} MB); ` +
        `what the command runs with ${megabytes(command).toFixed(1)} MB in ${command.size} packages; ` +
        `tf.js ${megabytes(tfjs).toFixed(1)} MB in ${tfjs.size} packages`,
    );
    expect(rest).toEqual(['node_modules/gatewave']);
    expect(megabytes(rest)).toBeLessThan(5);
  });

  it('has the licences of the libraries in it', () => {
    for (const part of ['lib', 'cli']) {
      const licences = readFileSync(join(installed, `dist/${part}/THIRD_PARTY_LICENSES.md`), 'utf8');
      expect(licences).toMatch(/^## fflate .* \(MIT\)$/m);
    }
  });

  it('has types that name no library but tf.js', () => {
    const files = readdirSync(join(installed, 'dist/lib'), { recursive: true, encoding: 'utf8' });
    const types = files.filter((file) => file.endsWith('.d.ts'));
    expect(types.length).toBeGreaterThan(4);
    for (const file of types) {
      const source = readFileSync(join(installed, 'dist/lib', file), 'utf8');
      for (const [, name] of source.matchAll(/(?:from|import\() ?'([^']+)'/g)) {
        expect(name).toMatch(/^(\.|@tensorflow\/)/);
      }
    }
  });

  it('trains by its command, with the page that it contains', async () => {
    const program = join(folder, 'node_modules/.bin/gatewave');
    expect(await command(program, ['--version'], folder)).toBe(`${manifest.version}\n`);
    writeFileSync(join(folder, 'tiny.json'), JSON.stringify(tiny));
    await command(program, ['train', '--config', 'tiny.json', '--out', 'run'], folder);
    expect(readJson(join(folder, 'run/report.json'))).toMatchObject({ reason: 'finished', epochs: 2 });
  });
});

/** Bytes of a package's files, without packages inside it. */
function sizeOf(path: string): number {
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules')
    .reduce((sum, entry) => {
      const inner = join(path, entry.name);
      return sum + (entry.isDirectory() ? sizeOf(inner) : statSync(inner, { throwIfNoEntry: true }).size);
    }, 0);
}

describe('in a bundle', () => {
  // The resident kernels of LSTM and GRU, which only GPUs run, are 7 KB of it.
  it('the ops alone take at most 54 KB, gzipped and without tf.js', async () => {
    const names = '{ initialiseWebGPU, lstm, registerKernels }';
    const code = await bundle('ops', `import ${names} from 'gatewave';\nglobalThis.gatewave = ${names};\n`);
    const bytes = gzipSync(code, { level: 9 }).length;
    console.log(`ops alone: ${(bytes / 1000).toFixed(1)} KB gzipped (${(code.length / 1000).toFixed(0)} KB)`);
    expect(bytes).toBeLessThanOrEqual(54_000);
    expect(code).not.toContain('@tensorflow/tfjs-layers');
  });

  it.each(['LSTM', 'fuse', 'loadLayersModel'])('%s brings the registration of all layers', async (name) => {
    const code = await bundle(name, `import { ${name} } from 'gatewave';\nglobalThis.it = ${name};\n`);
    expect(code.match(/registerClass\(/g)).toHaveLength(4);
  });
});

describe('checked by package linters', () => {
  it('publint finds nothing', async () => {
    const { messages, pkg } = await publint({ pkgDir: installed, strict: true, pack: false });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('are-the-types-wrong finds nothing, for an ES module', async () => {
    const out = await command(bin('attw'), [tarball, '--profile', 'esm-only', '--format', 'json'], folder);
    const { analysis, problems } = JSON.parse(out) as {
      analysis: { entrypoints: object };
      problems: Record<string, { resolutionKind: string }[]>;
    };
    const others = ['node10', 'node16-cjs'];
    const found = Object.values(problems).flat();
    expect(found.filter(({ resolutionKind }) => !others.includes(resolutionKind))).toEqual([]);
    expect(Object.keys(analysis.entrypoints)).toEqual(Object.keys(manifest.exports));
  });
});
