import type { Dataset } from '../../../data/dataset';
import type { Inspection } from '../../../model/api';
import { predictedClasses } from '../../../model/metrics/report';
import type { AttentionPlotSpec } from '../../attention-plot';
import { className } from '../series/class-name';
import { type SelectedSeries, selectRow } from '../state/inspection';
import type { Results } from '../state/results';

/** A series and what the model said of it. */
interface Attended {
  selected: SelectedSeries;
  inspection: Pick<Inspection, 'probabilities' | 'attention'>;
}

/** An SVG file's text, drawn with the library that the command line's plots are drawn with, too. */
export async function attentionSvg(spec: AttentionPlotSpec): Promise<string> {
  const { drawAttentionPlot } = await import('../../attention-plot');
  return new XMLSerializer().serializeToString(drawAttentionPlot(spec));
}

/** Of a test series to show where nobody has chosen one: an anomalous or last class's that was told right, if there is one. */
export function exampleSpec({ test, predictions }: Results): AttentionPlotSpec {
  const { labels, time, classNames } = test;
  const predicted = predictedClasses({ labels, classNames, probabilities: predictions.probabilities });
  const rows = Array.from(labels.keys());
  const isRight = (row: number) => predicted[row] === labels[row];
  const row =
    rows.find((each) => isRight(each) && labels[each] === classNames.length - 1) ?? rows.find(isRight) ?? 0;
  const selected = selectRow(test, row, 'Test series');
  const { outputs, probabilities, attention } = predictions;
  return attentionSpec(
    {
      selected,
      inspection: {
        probabilities: probabilities.subarray(row * outputs, (row + 1) * outputs),
        attention: attention.subarray(row * time, (row + 1) * time),
      },
    },
    classNames,
  );
}

/** @param classNames of the model. */
export function attentionSpec({ selected, inspection }: Attended, classNames: string[]): AttentionPlotSpec {
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
