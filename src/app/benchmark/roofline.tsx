import * as Plot from '@observablehq/plot';
import { formatRate, formatTime } from '../../benchmark/format';
import { type Ceilings, type KernelSummary, roofAt } from '../../benchmark/kernel-summary';
import { logTicks } from './log-ticks';
import { PlotFigure } from './plot-figure';

interface RooflineProps {
  summaries: KernelSummary[];
  ceilings: Ceilings;
}

/** Each kernel at its operations per byte and its speed, below what the device allows there. */
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

/** Where a kernel stands. */
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
  const middle = Math.sqrt(left * right);
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
    style: {
      background: 'none',
      color: 'var(--ink)',
      fontFamily: 'inherit',
      fontSize: '12px',
      overflow: 'visible',
    },
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
      // Names stand on the side where there is more room.
      nameMark('start', (x) => x <= middle, named),
      nameMark('end', (x) => x > middle, named),
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

/** The kernels that take most of the time, as far as their names do not cover one another. */
function withRoomForNames(dots: readonly Dot[], frame: Frame, width: number, height: number): Dot[] {
  const along = (value: number, from: number, to: number) => Math.log(value / from) / Math.log(to / from);
  const pixels = ({ x, y }: Dot) => ({
    x: along(x, frame.left, frame.right) * (width - margins.marginLeft - margins.marginRight),
    y: along(y, frame.bottom, frame.top) * (height - margins.marginTop - margins.marginBottom),
  });
  const named: Dot[] = [];
  for (const dot of [...dots].sort((a, b) => b.share - a.share).slice(0, 7)) {
    const { x, y } = pixels(dot);
    const isFree = named
      .map(pixels)
      .every((other) => Math.abs(other.y - y) > 16 || Math.abs(other.x - x) > 180);
    if (isFree) named.push(dot);
  }
  return named;
}

function nameMark(textAnchor: 'start' | 'end', belongs: (x: number) => boolean, dots: readonly Dot[]) {
  return Plot.text(
    dots.filter(({ x }) => belongs(x)),
    {
      x: 'x',
      y: 'y',
      text: 'label',
      textAnchor,
      dx: textAnchor === 'start' ? 16 : -16,
      fill: 'var(--ink)',
      stroke: 'var(--surface)',
      strokeWidth: 4,
    },
  );
}
