/**
 * Builds the command, with its session for Node and the page that it opens in a headless browser, to dist/cli:
 * `tsx build/command.ts`. The libraries that find and drive browsers, those that are compiled for a machine, and
 * tf.js outside the page, stay dependencies; all others are bundled.
 */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import subsetFont from 'subset-font';
import { build, type InlineConfig } from 'vite';
import manifest from '../package.json' with { type: 'json' };
import { Licenses } from './licenses';
import { wgslTexts } from './wgsl';

const root = resolve(import.meta.dirname, '..');
const outDir = resolve(root, 'dist/cli');
const fonts = resolve(root, 'node_modules/@embedpdf/fonts-latin');
// So that a command that starts meanwhile finds the old build intact.
const draft = `${outDir}-${process.pid}`;
const outside = [
  'puppeteer-core',
  '@puppeteer/browsers',
  'chrome-launcher',
  '@resvg/resvg-js',
  'linkedom',
  'webgpu',
];
const tfjs = Object.keys(manifest.peerDependencies);
/** Latin, Greek and Cyrillic; punctuation, the euro, minus and comparisons. */
const lettersOfPlots = [
  [0x20, 0x17f],
  [0x370, 0x3ff],
  [0x400, 0x45f],
  [0x2010, 0x203a],
  [0x20ac, 0x20ac],
  [0x2212, 0x2212],
  [0x2260, 0x2265],
]
  .flatMap(([from = 0, to = 0]) => Array.from({ length: to - from + 1 }, (_, i) => from + i))
  .map((code) => String.fromCodePoint(code))
  .join('');
const licenses = new Licenses();
const common: InlineConfig = {
  configFile: false,
  root,
  logLevel: 'warn',
  mode: 'production',
  // The checkout may be seen through a link: see plain-path.mjs.
  resolve: { preserveSymlinks: true },
  plugins: [licenses.plugin],
};

await build({
  ...common,
  plugins: [wgslTexts, licenses.plugin],
  ssr: { noExternal: true, external: [...outside, ...tfjs] },
  build: {
    ssr: 'src/cli/main.ts',
    target: 'node20',
    outDir: draft,
    rolldownOptions: {
      checks: { bundlerTimings: false },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', minify: true },
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

// What plots are written with; a machine may have no fonts. For other scripts the system's are taken.
await mkdir(`${draft}/fonts`);
for (const file of ['NotoSans-Regular.ttf', 'NotoSans-Bold.ttf']) {
  const whole = await readFile(resolve(fonts, 'fonts', file));
  await writeFile(
    `${draft}/fonts/${file}`,
    await subsetFont(whole, lettersOfPlots, { targetFormat: 'truetype' }),
  );
}

licenses.add(fonts);
await licenses.write(`${draft}/THIRD_PARTY_LICENSES.md`);
await rm(outDir, { recursive: true, force: true });
await rename(draft, outDir);
