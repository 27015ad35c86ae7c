/** Plots without a browser: the page's own drawing, on a DOM that has no screen, and a library that renders SVG. */
import { resolve } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { DOMParser } from 'linkedom';
import { type AttentionPlotSpec, drawAttentionPlot } from '../app/attention-plot';

/** Pixels of the PNG for each unit of the plot, so that it is sharp in print. */
const resolution = 2;

/** The fonts come along, since a server may have none. Seen from dist/cli as from src/cli. */
const fontFolder = resolve(import.meta.dirname, '../../dist/cli/fonts');
const fontFamily = 'Noto Sans';

/** The text of an SVG file, and the same as PNG. @param fonts folder of the fonts that the PNG is written with. */
export function drawPlot(spec: AttentionPlotSpec, fonts = fontFolder): { svg: string; png: Uint8Array } {
  const document = new DOMParser().parseFromString('<svg/>', 'image/svg+xml') as unknown as Document;
  const svg = drawAttentionPlot(spec, document).outerHTML;
  const png = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: resolution },
    font: {
      fontDirs: [fonts],
      // For names of classes and channels in scripts that ours lack.
      loadSystemFonts: true,
      defaultFontFamily: fontFamily,
      sansSerifFamily: fontFamily,
    },
  })
    .render()
    .asPng();
  return { svg, png };
}
