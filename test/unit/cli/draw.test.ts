/** Plots drawn without a browser. */
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { drawPlot } from '../../../src/cli/draw';

const fonts = resolve('node_modules/@embedpdf/fonts-latin/fonts');
const spec = {
  title: 'Series 3, "flat" & <odd>',
  series: Float32Array.from({ length: 50 }, (_, i) => Math.sin(i / 5)),
  attention: Float32Array.from({ length: 50 }, (_, i) => (i === 30 ? 0.51 : 0.01)),
  regions: [{ name: 'flat', start: 20, end: 40 }],
};

it('are an SVG file that stands alone, and a sharp PNG of it', () => {
  const { svg, png } = drawPlot(spec, fonts);
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(svg).toContain('<title>Series 3, "flat" &amp; &lt;odd&gt;</title>');
  expect(svg).toContain('>flat<');
  expect(svg).not.toMatch(/NaN|undefined|var\(/);
  const [width, height] = [16, 20].map((place) => Buffer.from(png).readUInt32BE(place));
  expect([width, height]).toEqual([1600, 824]);
});

it('have their words in the PNG', () => {
  const wordy = drawPlot(spec, fonts).png;
  const wordless = drawPlot({ ...spec, title: '' }, fonts).png;
  // Letters take bytes, and fonts that are not found draw none.
  expect(wordy.length).toBeGreaterThan(wordless.length + 1000);
});
