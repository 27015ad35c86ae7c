import { resolve } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { type Plugin, runnerImport } from 'vite';

const width = 1200;
const height = 630;
const steps = 100;
/** The stretch of the wave that stands still, as on the page at first. */
const held = { start: 42, end: 66 };

/**
 * The picture that programs show beside a link to the training page, made at build time of what its network answers. They
 * want whole addresses, so where the pages will lie is taken from PAGES_URL, such as https://example.org/gatewave/.
 */
export function previewPicture(root: string, site = process.env.PAGES_URL): Plugin {
  return {
    name: 'preview-picture',
    apply: 'build',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'preview.png', source: await drawPreview(root) });
    },
    transformIndexHtml(_, { filename }) {
      if (filename !== resolve(root, 'index.html')) return [];
      const content = site ? String(new URL('preview.png', site)) : 'preview.png';
      const entries = {
        'og:image': content,
        'og:image:width': String(width),
        'og:image:height': String(height),
        'og:image:alt': 'A wave that stands still for a while, and a hill of attention where it does',
        ...(site && { 'og:url': site }),
      };
      return Object.entries(entries).map(([property, value]) => ({
        tag: 'meta',
        attrs: { property, content: value },
        injectTo: 'head',
      }));
    },
  };
}

/** A PNG, {@link width} × {@link height}. */
export async function drawPreview(root: string): Promise<Uint8Array> {
  const { module } = await runnerImport<typeof import('../src/app/train/state/bundled-network')>(
    resolve(root, 'src/app/train/state/bundled-network.ts'),
    { root, configFile: false, logLevel: 'error' },
  );
  const wave = (step: number) => Math.sin((2 * Math.PI * 4.2 * step) / steps);
  const series = Float32Array.from({ length: steps }, (_, step) =>
    wave(step >= held.start && step < held.end ? held.start : step),
  );
  const { attention } = module.bundledNetwork().inspect(series);
  return new Resvg(previewSvg(series, attention), {
    font: {
      fontDirs: [resolve(root, 'node_modules/@embedpdf/fonts-latin/fonts')],
      loadSystemFonts: false,
      defaultFontFamily: 'Noto Sans',
    },
  })
    .render()
    .asPng();
}

function previewSvg(series: Float32Array, attention: Float32Array): string {
  const left = 70;
  const bottom = 570;
  const x = (step: number) => left + ((width - 2 * left) * step) / (steps - 1);
  const highest = Math.max(...attention);
  const points = (values: Float32Array, y: (value: number) => number) =>
    Array.from(values, (value, step) => `${x(step).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  const hill = points(attention, (weight) => bottom - (170 * weight) / highest);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Noto Sans" fill="#1b1f24">
<rect width="${width}" height="${height}" fill="#f6f6f3"/>
<text x="${left}" y="110" font-size="62" font-weight="700">Hold a piece of the wave.</text>
<text x="${left}" y="172" font-size="40" fill="#59616b">A neural network in your browser notices.</text>
<rect x="${x(held.start)}" y="220" width="${x(held.end) - x(held.start)}" height="${bottom - 220}" fill="#f0e44280"/>
<polygon points="${x(0)},${bottom} ${hill} ${x(steps - 1)},${bottom}" fill="#d55e00" fill-opacity=".35" stroke="#d55e00" stroke-width="3"/>
<polyline points="${points(series, (value) => 390 - 145 * value)}" fill="none" stroke="#0072b2" stroke-width="5" stroke-linejoin="round"/>
<text x="${width - left}" y="610" font-size="26" font-weight="700" fill="#005a94" text-anchor="end">Gatewave</text>
</svg>`;
}
