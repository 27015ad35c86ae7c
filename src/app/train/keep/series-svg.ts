import type { Region } from '../../../data/dataset';
import { largestMagnitude } from '../../../data/largest';
import { drawnChannels, lanesOf, signalStyle } from '../../shared/channels';
import { areaPath, linearScale, linePath, place, tickLabel, ticks } from '../../shared/chart-geometry';
import { escapeMarkup } from './markup';

/** A series, and where the network looked, for a picture. */
export interface SeriesPicture {
  /** What the picture shows, for those who cannot see it. */
  description: string;
  /** [steps, channels] */
  series: ArrayLike<number>;
  channelNames: readonly string[];
  /** [steps]; adds up to 1. */
  attention: ArrayLike<number>;
  /** Marked stretches. */
  regions: readonly Region[];
}

const width = 640;
const top = 8;
const left = 44;
const right = width - 8;
const laneHeight = 26;
const attentionHeight = 62;

/** The signal, a lane for each channel, and below it on the same axis the attention; the page's style sheet gives the colours. */
export function seriesSvg({ description, series, channelNames, attention, regions }: SeriesPicture): string {
  const channels = channelNames.length;
  const lines = drawnChannels(series, channels);
  const signalHeight = Math.max(110, lines.length * laneHeight);
  const ground = top + signalHeight + 10 + attentionHeight;
  const time = attention.length;
  const x = linearScale([0, Math.max(1, time - 1)], [left, right]);
  const most = largestMagnitude(series) || 1;
  const mostLabel = tickLabel(Number(most.toPrecision(2)));
  const highest = largestMagnitude(attention) || 1;
  const attentionY = linearScale([0, highest], [ground, ground - attentionHeight]);
  // A step extends half the way to its neighbours.
  const shades = regions.map(({ start, end }) => {
    const [from, to] = [x(Math.max(0, start - 0.5)), x(Math.min(time - 1, end - 0.5))];
    return `<rect class="region" x="${place(from)}" y="${top}" width="${place(to - from)}" height="${ground - top}"/>`;
  });
  const label = (text: string, at: number) =>
    `<text x="${left - 6}" y="${place(at + 4)}" text-anchor="end">${text}</text>`;
  const signals = lanesOf(lines.length, signalHeight, lines.length === 1 ? 0 : 2).map((lane, channel) => {
    const y = linearScale([-most, most], [top + lane.bottom, top + lane.top]);
    const style = Object.entries(signalStyle(channel, channels)).map((entry) => entry.join(':'));
    return `<g style="${style.join(';')}"><line class="grid" x1="${left}" x2="${right}" y1="${place(y(0))}" y2="${place(y(0))}"/>
${label('0', y(0))}
<path class="signal" d="${linePath(lines[channel] ?? [], x, y)}"/></g>`;
  });
  const steps = ticks(0, time - 1, 6).map(
    (step) => `<text x="${place(x(step))}" y="${ground + 16}" text-anchor="middle">${tickLabel(step)}</text>`,
  );
  return `<svg class="series" viewBox="0 0 ${width} ${ground + 22}" role="img" aria-label="${escapeMarkup(description)}">
${shades.join('\n')}
<line class="grid" x1="${left}" x2="${right}" y1="${ground}" y2="${ground}"/>
${lines.length === 1 ? label(mostLabel, top + 4) : ''}
${label(tickLabel(Number(highest.toPrecision(2))), ground - attentionHeight + 4)}
${steps.join('\n')}
<path class="attention" d="${areaPath(attention, x, attentionY, ground)}"/>
${signals.join('\n')}
</svg>`;
}
