import type { Region } from '../../../data/dataset';
import { largestMagnitude } from '../../../data/largest';
import { areaPath, linearScale, linePath, place, tickLabel, ticks } from '../../shared/chart-geometry';
import { escapeMarkup } from './markup';

/** A series, and where the network looked, for a picture. */
export interface SeriesPicture {
  /** What the picture shows, for those who cannot see it. */
  description: string;
  /** [time] */
  series: ArrayLike<number>;
  /** [time]; adds up to 1. */
  attention: ArrayLike<number>;
  /** Marked stretches. */
  regions: readonly Region[];
}

const width = 640;
const signal = { top: 8, bottom: 118 };
const attended = { top: 128, bottom: 190 };
const left = 44;
const right = width - 8;

/** The signal, and below it on the same axis the attention; the page's style sheet gives the colours. */
export function seriesSvg({ description, series, attention, regions }: SeriesPicture): string {
  const time = series.length;
  const x = linearScale([0, Math.max(1, time - 1)], [left, right]);
  const most = largestMagnitude(series) || 1;
  const y = linearScale([-most, most], [signal.bottom, signal.top]);
  const top = largestMagnitude(attention) || 1;
  const attentionY = linearScale([0, top], [attended.bottom, attended.top]);
  const ground = attended.bottom;
  // A step extends half the way to its neighbours.
  const shades = regions.map(({ start, end }) => {
    const [from, to] = [x(Math.max(0, start - 0.5)), x(Math.min(time - 1, end - 0.5))];
    return `<rect class="region" x="${place(from)}" y="${signal.top}" width="${place(to - from)}" height="${ground - signal.top}"/>`;
  });
  const steps = ticks(0, time - 1, 6).map(
    (step) => `<text x="${place(x(step))}" y="${ground + 16}" text-anchor="middle">${tickLabel(step)}</text>`,
  );
  const label = (text: string, at: number) =>
    `<text x="${left - 6}" y="${place(at + 4)}" text-anchor="end">${text}</text>`;
  return `<svg class="series" viewBox="0 0 ${width} 212" role="img" aria-label="${escapeMarkup(description)}">
${shades.join('\n')}
<line class="grid" x1="${left}" x2="${right}" y1="${place(y(0))}" y2="${place(y(0))}"/>
<line class="grid" x1="${left}" x2="${right}" y1="${ground}" y2="${ground}"/>
${label(tickLabel(Number(most.toPrecision(2))), signal.top + 4)}
${label('0', y(0))}
${label(tickLabel(Number(top.toPrecision(2))), attended.top + 4)}
${steps.join('\n')}
<path class="attention" d="${areaPath(attention, x, attentionY, ground)}"/>
<path class="signal" d="${linePath(series, x, y)}"/>
</svg>`;
}
