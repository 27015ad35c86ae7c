import * as Plot from '@observablehq/plot';
import type { Inspection } from '../../../model/network/inspection';
import { predictedClasses } from '../../../model/report/metrics/output';
import type { EpochEvent } from '../../../model/training/events';
import { type AttentionPlotSpec, drawAttentionPlot } from '../../attention-plot';
import { className } from '../series/class-name';
import { attentionOf } from '../series/series-parts';
import { verdictOf } from '../series/verdict';
import { type SelectedSeries, selectRow } from '../state/inspection';
import type { Results } from '../state/results';

/** A series, and what the model predicted for it. */
interface Attended {
  selected: SelectedSeries;
  inspection: Pick<Inspection, 'probabilities' | 'attention'>;
}

/** An SVG file's text, drawn with the same library as the command line's plots. */
export function attentionSvg(spec: AttentionPlotSpec): string {
  return new XMLSerializer().serializeToString(drawAttentionPlot(spec));
}

/** An SVG file's text: loss and accuracy of each epoch, one above the other. */
export function curvesSvg(epochs: readonly EpochEvent[]): string {
  const points = epochs.flatMap((event) => [
    { kind: 'loss', of: 'training', epoch: event.epoch, value: event.trainLoss },
    { kind: 'loss', of: 'validation', epoch: event.epoch, value: event.validationLoss },
    { kind: 'accuracy', of: 'training', epoch: event.epoch, value: event.trainAccuracy },
    { kind: 'accuracy', of: 'validation', epoch: event.epoch, value: event.validationAccuracy },
  ]);
  const line = (of: string, stroke: string, keyAt: number) => {
    const own = points.filter((point) => point.of === of);
    return [
      Plot.line(own, {
        x: 'epoch',
        y: 'value',
        fy: 'kind',
        z: 'kind',
        stroke,
        strokeWidth: 2,
        marker: 'dot',
      }),
      Plot.text([of], {
        frameAnchor: 'top',
        fy: () => 'loss',
        dx: keyAt,
        dy: -24,
        fill: stroke,
        text: String,
      }),
    ];
  };
  const plot = Plot.plot({
    ariaLabel: `Loss and accuracy of ${epochs.length} epochs`,
    width: 800,
    height: 480,
    marginTop: 36,
    marginRight: 84,
    marginBottom: 40,
    x: { label: 'Epoch', labelAnchor: 'center', labelArrow: 'none', tickFormat: 'd' },
    y: { label: null, grid: true, zero: true },
    fy: { label: null, domain: ['loss', 'accuracy'] },
    style: { background: 'white', color: '#333', fontFamily: 'system-ui, sans-serif', fontSize: '12px' },
    marks: [line('training', '#005a94', -40), line('validation', '#00785a', 40)],
  });
  return new XMLSerializer().serializeToString(plot);
}

/**
 * The test series to show when none was chosen: if possible, one of the anomalous or last class that was classified
 * correctly.
 */
export function exampleSpec({ test, predictions }: Results): AttentionPlotSpec {
  const { labels, classNames } = test;
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
        attention: attentionOf(test, attention, row),
      },
    },
    classNames.map((_, label) => className(test, label)),
  );
}

/** @param names of the model's classes. */
export function attentionSpec(
  { selected, inspection }: Attended,
  names: readonly string[],
): AttentionPlotSpec {
  const { title, series, channelNames, label, regions } = selected;
  const verdict = verdictOf(inspection.probabilities, names);
  const truly = label === null ? '' : `, ${names[label]}`;
  return {
    title: `${title}${truly}: predicted ${verdict.name}, probability ${verdict.probability.toFixed(3)}`,
    series,
    channelNames,
    attention: inspection.attention,
    regions,
  };
}

/** Renders a self-contained SVG at twice its size, for sharp screens. @throws Error where the browser cannot. */
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
