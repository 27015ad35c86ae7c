import * as Plot from '@observablehq/plot';
import { formatRate, formatTime } from '../../benchmark/format';
import { type Ceilings, type KernelSummary, roofAt } from '../../benchmark/kernel-summary';
import { logTicks } from './log-ticks';
import { PlotFigure, plotStyle } from './plot-figure';

interface RooflineProps {
  summaries: KernelSummary[];
  ceilings: Ceilings;
}

/** Each kernel at its operations per byte and its speed, below the limit that the device sets there. */
export function Roofline({ summaries, ceilings }: RooflineProps) {
  const said = summaries.map(({ label, ofRoof }) => `${label} ${Math.round(100 * ofRoof)} %`).join(', ');
  const movers = summaries.some(({ flopsPerSecond }) => flopsPerSecond === 0);
  return (
    <figure>
      <PlotFigure
        label={`Roofline; share of the roof: ${said}`}
        draw={(width) => drawRoofline(summaries, ceilings, width)}
        inputs={[summaries, ceilings]}
      />
      <figcaption>
        The roof is what the device can do at best: as many operations as it can compute, or as its memory can
        feed. The larger a dot, the more of the time it takes.
        {movers &&
          ' Hollow dots only move data; they stand at the left edge, as far below the roof as their traffic is.'}
      </figcaption>
    </figure>
  );
}

/** Where a kernel is drawn. */
interface Dot extends KernelSummary {
  x: number;
  y: number;
  isMover: boolean;
}

interface Frame {
  left: number;
  right: number;
  bottom: number;
  top: number;
}

const margins = { marginTop: 12, marginLeft: 74, marginRight: 16, marginBottom: 40 };

function drawRoofline(summaries: readonly KernelSummary[], ceilings: Ceilings, width: number): Element {
  const { dots, frame } = place(summaries, ceilings);
  const { left, right, bottom, top } = frame;
  const height = Math.min(420, Math.max(280, width * 0.5));
  const ridge = ceilings.flopsPerSecond / ceilings.bytesPerSecond;
  const roof = [left, ridge, right].map((x) => ({ x, y: roofAt(x, ceilings) }));
  const named = withRoomForNames(dots, frame, width, height);
  return Plot.plot({
    width,
    height,
    ...margins,
    x: {
      type: 'log',
      domain: [left, right],
      label: 'operations for each byte',
      labelArrow: 'none',
      ticks: logTicks(left, right),
      tickFormat: String,
    },
    y: {
      type: 'log',
      domain: [bottom, top],
      label: null,
      grid: true,
      ticks: logTicks(bottom, top),
      tickFormat: (rate: number) => formatRate(rate, 'FLOP/s'),
    },
    r: { range: [3, 14] },
    style: plotStyle,
    marks: [
      Plot.areaY(roof, { x: 'x', y1: bottom, y2: 'y', fill: 'var(--gatewave)', fillOpacity: 0.07 }),
      Plot.line(roof, { x: 'x', y: 'y', stroke: 'var(--ink)', strokeWidth: 1.5 }),
      Plot.dot(dots, {
        x: 'x',
        y: 'y',
        r: 'share',
        stroke: 'var(--gatewave)',
        fill: 'var(--gatewave)',
        fillOpacity: ({ isMover }: Dot) => (isMover ? 0 : 0.45),
        strokeWidth: 1.5,
        channels: { kernel: 'label', time: ({ milliseconds }: Dot) => formatTime(milliseconds) },
        tip: { format: { x: false, y: false, r: false, fillOpacity: false }, fill: 'var(--surface)' },
      }),
      nameMark('start', named),
      nameMark('end', named),
    ],
  });
}

function place(summaries: readonly KernelSummary[], ceilings: Ceilings): { dots: Dot[]; frame: Frame } {
  const ridge = ceilings.flopsPerSecond / ceilings.bytesPerSecond;
  const intensities = summaries
    .map(({ intensity }) => intensity)
    .filter((value) => value > 0 && Number.isFinite(value));
  const left = Math.min(ridge, ...intensities) / 4;
  const right = Math.max(ridge, ...intensities) * 4;
  const dots = summaries.map((kernel): Dot => {
    const isMover = kernel.flopsPerSecond === 0;
    const x = isMover ? left : Math.min(right, kernel.intensity);
    return { ...kernel, isMover, x, y: isMover ? left * kernel.bytesPerSecond : kernel.flopsPerSecond };
  });
  const heights = dots.map(({ y }) => y);
  const top = Math.max(ceilings.flopsPerSecond, ...heights) * 2;
  const bottom = Math.min(roofAt(left, ceilings), ...heights) / 3;
  return { dots, frame: { left, right, bottom, top } };
}

/** A name beside its dot, to the right of it or to the left. */
interface NamedDot extends Dot {
  textAnchor: 'start' | 'end';
}

/** Names of the kernels that take the most time, each on a side where it covers nothing; where there is no room, none. */
function withRoomForNames(dots: readonly Dot[], frame: Frame, width: number, height: number): NamedDot[] {
  const along = (value: number, from: number, to: number) => Math.log(value / from) / Math.log(to / from);
  const inner = width - margins.marginLeft - margins.marginRight;
  const pixels = ({ x, y }: Dot) => ({
    x: along(x, frame.left, frame.right) * inner,
    y: along(y, frame.bottom, frame.top) * (height - margins.marginTop - margins.marginBottom),
  });
  const covered = dots.map((dot) => {
    const { x, y } = pixels(dot);
    return { dot, from: x - 8, to: x + 8, y };
  });
  const named: NamedDot[] = [];
  for (const dot of [...dots].sort((a, b) => b.share - a.share).slice(0, 8)) {
    const { x, y } = pixels(dot);
    const length = dot.label.length * 7;
    for (const textAnchor of ['start', 'end'] as const) {
      const from = textAnchor === 'start' ? x + NAME_DISTANCE : x - NAME_DISTANCE - length;
      const to = from + length;
      const isFree = covered.every(
        (other) => other.dot === dot || Math.abs(other.y - y) > 16 || other.to < from || other.from > to,
      );
      if (!isFree || from < 0 || to > inner) continue;
      named.push({ ...dot, textAnchor });
      covered.push({ dot, from, to, y });
      break;
    }
  }
  return named;
}

/** Distance from the centre of a dot, in pixels. */
const NAME_DISTANCE = 16;

function nameMark(textAnchor: 'start' | 'end', dots: readonly NamedDot[]) {
  return Plot.text(
    dots.filter((dot) => dot.textAnchor === textAnchor),
    {
      x: 'x',
      y: 'y',
      text: 'label',
      textAnchor,
      dx: textAnchor === 'start' ? NAME_DISTANCE : -NAME_DISTANCE,
      fill: 'var(--ink)',
      stroke: 'var(--surface)',
      strokeWidth: 4,
    },
  );
}
