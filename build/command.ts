/**
 * Builds the command and the page that it opens in a headless browser, to dist/cli: `tsx build/command.ts`. The
 * libraries that find and drive browsers stay dependencies; all others are bundled.
 */
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { Licenses } from './licenses';
import { wgslTexts } from './wgsl';

const root = resolve(import.meta.dirname, '..');
const outDir = resolve(root, 'dist/cli');
// So that a command that starts meanwhile finds the old build intact.
const draft = `${outDir}-${process.pid}`;
const licenses = new Licenses();
const common: InlineConfig = {
  configFile: false,
  root,
  logLevel: 'warn',
  mode: 'production',
  plugins: [licenses.plugin],
};

await build({
  ...common,
  ssr: { noExternal: true, external: ['puppeteer-core', '@puppeteer/browsers', 'chrome-launcher'] },
  build: {
    ssr: 'src/cli/main.ts',
    target: 'node20',
    outDir: draft,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});

await build({
  ...common,
  base: './',
  worker: { format: 'es', plugins: () => [wgslTexts, licenses.plugin] },
  build: {
    target: 'es2023',
    outDir: `${draft}/pages`,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { checks: { bundlerTimings: false }, input: resolve(root, 'headless.html') },
  },
});

await licenses.write(`${draft}/THIRD_PARTY_LICENSES.md`);
await rm(outDir, { recursive: true, force: true });
await rename(draft, outDir);
