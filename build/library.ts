/**
 * Builds what a user of the package imports, with its types, to dist/lib: `tsx build/library.ts`.
 *
 * tf.js stays outside, because a program must have only one copy of it. All other libraries are bundled, so that
 * users install neither them nor their types, none of which may be part of ours.
 */
import { resolve } from 'node:path';
import { rollup } from 'rollup';
import { dts } from 'rollup-plugin-dts';
import { build } from 'vite';
import { Licenses } from './licenses';
import { wgslTexts } from './wgsl';

const root = resolve(import.meta.dirname, '..');
const doors = {
  index: resolve(root, 'src/index.ts'),
  plan: resolve(root, 'src/plan.ts'),
  model: resolve(root, 'src/model/index.ts'),
  data: resolve(root, 'src/data/index.ts'),
  node: resolve(root, 'src/node/index.ts'),
};
const outside = [/^@tensorflow\//, 'webgpu', /^node:/];
const outDir = resolve(root, 'dist/lib');
const licenses = new Licenses();

/** One file each, so that a page without a bundler loads only what it needs. */
function packageOf(id: string): string | null {
  return /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1]?.replace('/', '-') ?? null;
}

await build({
  configFile: false,
  root,
  plugins: [wgslTexts, licenses.plugin],
  logLevel: 'warn',
  build: {
    target: 'es2023',
    outDir,
    lib: { entry: doors, formats: ['es'] },
    minify: false,
    rolldownOptions: {
      external: outside,
      preserveEntrySignatures: 'allow-extension',
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name].js',
        // Docstrings are in the types; an editor shows them from there.
        comments: { legal: true, annotation: true, jsdoc: false },
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'kernels', test: /src\/kernels\/|shaders\// },
            // In a file of their own, which a bundler leaves out if none is used, or keeps together with the
            // registration of all.
            { name: 'layers', test: /src\/(layers|fuse)\// },
            { name: packageOf, debugName: 'packages', test: /node_modules\// },
          ],
        },
      },
    },
  },
});

await licenses.write(resolve(outDir, 'THIRD_PARTY_LICENSES.md'));

const types = await rollup({
  input: doors,
  external: outside,
  plugins: [dts({ tsconfig: resolve(root, 'tsconfig.json') })],
  onwarn: (warning) => {
    throw new Error(warning.message);
  },
});
await types.write({
  dir: outDir,
  entryFileNames: '[name].d.ts',
  chunkFileNames: 'chunks/[name].d.ts',
});
