import type { EpochEvent } from '../../../model/training/events';
import { linearScale, linePath, place, type Scale, tickLabel, ticks } from '../../shared/chart-geometry';
import { escapeMarkup } from './markup';

/** One line of a chart, distinguished from the others by its class's colour and by its dashes. */
interface ChartLine {
  name: string;
  values: number[];
  /** `training` or `validation`. */
  kind: string;
}

interface Chart {
  title: string;
  /** What the picture shows, for those who cannot see it. */
  description: string;
  lines: ChartLine[];
  /** Default: from 0 to the largest value. */
  range?: readonly [number, number];
}

const size = { width: 640, height: 240 };
/** Margin around the charts in a file. */
const margin = 20;
const inner = { left: 52, right: size.width - 12, top: 34, bottom: size.height - 34 };

/** Mean training loss and validation loss of each epoch. */
export function lossChart(epochs: readonly EpochEvent[]): string {
  const training = epochs.map(({ trainLoss }) => trainLoss);
  const validation = epochs.map(({ validationLoss }) => validationLoss);
  return drawChart({
    title: 'Loss',
    description: describe('Loss', training, validation, 4),
    lines: [
      { name: 'training', values: training, kind: 'training' },
      { name: 'validation', values: validation, kind: 'validation' },
    ],
  });
}

/** Share of training and validation series that were classified correctly in each epoch. */
export function accuracyChart(epochs: readonly EpochEvent[]): string {
  const training = epochs.map(({ trainAccuracy }) => trainAccuracy);
  const validation = epochs.map(({ validationAccuracy }) => validationAccuracy);
  const lowest = Math.min(...training, ...validation, 0.9);
  return drawChart({
    title: 'Accuracy',
    description: describe('Accuracy', training, validation, 3),
    lines: [
      { name: 'training', values: training, kind: 'training' },
      { name: 'validation', values: validation, kind: 'validation' },
    ],
    range: [Math.floor(lowest * 10) / 10, 1],
  });
}

/** Both charts in one self-contained picture, on a white background. */
export function curvesFile(epochs: readonly EpochEvent[]): string {
  const width = size.width + 2 * margin;
  const height = 2 * size.height + 3 * margin;
  const at = (svg: string, y: number) =>
    svg.replace('<svg ', `<svg x="${margin}" y="${y}" width="${size.width}" height="${size.height}" `);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="system-ui, sans-serif">
<title>Loss and accuracy of ${epochs.length} epochs</title>
<style>${fileStyle}</style>
<rect width="${width}" height="${height}" fill="white"/>
${at(lossChart(epochs), margin)}
${at(accuracyChart(epochs), size.height + 2 * margin)}
</svg>
`;
}

/** Colours for a file, which has no page around it: those of the light theme. */
const fileStyle =
  '.line{fill:none;stroke-width:2;stroke-linejoin:round}.training{stroke:#005a94;color:#005a94}' +
  '.validation{stroke:#00785a;color:#00785a;stroke-dasharray:6 4}.grid{stroke:#dcdcd6}' +
  'text{font-size:12px;fill:#59616b}.chart-title{font-size:14px;font-weight:600;fill:#1b1f24}';

function drawChart({ title, description, lines, range }: Chart): string {
  const most = Math.max(...lines.flatMap(({ values }) => values.filter(Number.isFinite)), 1e-9);
  const [low, high] = range ?? [0, most];
  const count = Math.max(...lines.map(({ values }) => values.length), 1);
  const x = linearScale([1, Math.max(2, count)], [inner.left, inner.right]);
  const y = linearScale([low, high], [inner.bottom, inner.top]);
  return `<svg class="chart" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escapeMarkup(description)}">
${axes([1, Math.max(2, count)], [low, high], x, y)}
<text class="chart-title" x="0" y="16">${escapeMarkup(title)}</text>
${lines.map(({ name, kind }, i) => key(name, kind, inner.right - 190 + 100 * i)).join('\n')}
${lines.map(({ values, kind }) => `<path class="line ${kind}" d="${linePath(values, x, y, 1)}"/>`).join('\n')}
</svg>`;
}

function axes(epochs: [number, number], values: [number, number], x: Scale, y: Scale): string {
  const rows = ticks(...values, 4).map(
    (value) =>
      `<line class="grid" x1="${inner.left}" x2="${inner.right}" y1="${place(y(value))}" y2="${place(y(value))}"/>` +
      `<text x="${inner.left - 8}" y="${place(y(value) + 4)}" text-anchor="end">${tickLabel(value)}</text>`,
  );
  const columns = ticks(...epochs, 8)
    .filter(Number.isInteger)
    .map(
      (epoch) => `<text x="${place(x(epoch))}" y="${inner.bottom + 18}" text-anchor="middle">${epoch}</text>`,
    );
  const name = `<text x="${inner.right}" y="${inner.bottom + 32}" text-anchor="end">epoch</text>`;
  return [...rows, ...columns, name].join('\n');
}

function key(name: string, kind: string, x: number): string {
  return `<path class="line ${kind}" d="M${x},12h24"/><text x="${x + 30}" y="16">${escapeMarkup(name)}</text>`;
}

function describe(name: string, training: number[], validation: number[], digits: number): string {
  const last = (values: number[]) => values.at(-1)?.toFixed(digits) ?? 'none';
  return (
    `${name} of ${validation.length} epochs: in the end ${last(training)} in training and ` +
    `${last(validation)} in validation.`
  );
}
