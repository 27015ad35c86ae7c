import type { Dataset } from '../../../data/dataset';
import type { AttentionPlotSpec } from '../../attention-plot';
import { className } from '../class-name';
import type { Inspected } from '../state/inspection';

/** An SVG file's text, drawn with the library that the command line's plots are drawn with, too. */
export async function attentionSvg(spec: AttentionPlotSpec): Promise<string> {
  const { drawAttentionPlot } = await import('../../attention-plot');
  return new XMLSerializer().serializeToString(drawAttentionPlot(spec));
}

/** @param classNames of the model. */
export function attentionSpec({ selected, inspection }: Inspected, classNames: string[]): AttentionPlotSpec {
  const { title, series, channels, label, truth, time } = selected;
  const names: Pick<Dataset, 'classNames' | 'truths'> = { classNames, ...(truth && { truths: [truth] }) };
  const { probabilities } = inspection;
  const two = classNames.length === 2;
  const one = probabilities[probabilities.length - 1] as number;
  const best = two
    ? Number(one > 0.5)
    : probabilities.reduce((top, value, i) => (value > (probabilities[top] as number) ? i : top), 0);
  const certainty = two ? (best === 1 ? one : 1 - one) : (probabilities[best] as number);
  const truly = label === null ? '' : `, ${className(names, label)}`;
  const predicted = `predicted ${className(names, best)}, probability ${certainty.toFixed(3)}`;
  return {
    title: `${title}${truly}: ${predicted}`,
    series: channels === 1 ? series : series.filter((_, i) => i % channels === 0),
    attention: inspection.attention,
    ...(truth?.label === 1 && {
      flat: { start: truth.loc, end: Math.min(truth.loc + truth.length, time) },
    }),
  };
}

/** Draws an SVG that stands by itself, twice as large, for sharp screens. @throws Error where the browser cannot. */
export async function toPng(svg: string): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = 2 * image.naturalWidth;
    canvas.height = 2 * image.naturalHeight;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('The browser could not make a picture of the plot.');
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
