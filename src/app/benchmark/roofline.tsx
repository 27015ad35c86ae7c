import * as Plot from '@observablehq/plot';
import { formatRate } from '../../benchmark/format';
import { type Ceilings, type KernelSummary, roofAt } from '../../benchmark/kernel-summary';
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

function drawRoofline(summaries: readonly KernelSummary[], ceilings: Ceilings, width: number): Element {
  const intensities = summaries
    .map(({ intensity }) => intensity)
    .filter((value) => value > 0 && Number.isFinite(value));
  const ridge = ceilings.flopsPerSecond / ceilings.bytesPerSecond;
  const left = Math.min(ridge, ...intensities) / 4;
  const right = Math.max(ridge, ...intensities) * 4;
  const dots: Dot[] = summaries.map((kernel) => {
    const isMover = kernel.flopsPerSecond === 0;
    const x = isMover ? left : Math.min(right, kernel.intensity);
    return { ...kernel, isMover, x, y: isMover ? left * kernel.bytesPerSecond : kernel.flopsPerSecond };
  });
  const top = Math.max(ceilings.flopsPerSecond, ...dots.map(({ y }) => y)) * 2;
  const bottom = Math.min(roofAt(left, ceilings), ...dots.map(({ y }) => y)) / 3;
  const roof = [left, ridge, right].map((x) => ({ x, y: roofAt(x, ceilings) }));
  const important = [...dots].sort((a, b) => b.share - a.share).slice(0, width < 500 ? 3 : 6);
  const middle = Math.sqrt(left * right);
  return Plot.plot({
    width,
    height: Math.min(420, Math.max(280, width * 0.5)),
    marginLeft: 74,
    marginRight: 16,
    marginBottom: 40,
    x: {
      type: 'log',
      domain: [left, right],
      label: 'operations for each byte',
      labelArrow: 'none',
      ticks: 4,
      tickFormat: plainPower,
    },
    y: { type: 'log', domain: [bottom, top], label: null, grid: true, ticks: 5, tickFormat: rateTick },
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
        channels: { kernel: 'label', time: ({ milliseconds }: Dot) => `${milliseconds.toPrecision(3)} ms` },
        tip: { format: { x: false, y: false, r: false, fillOpacity: false }, fill: 'var(--surface)' },
      }),
      // Names stand on the side where there is more room.
      nameMark(
        important.filter(({ x }) => x <= middle),
        'start',
      ),
      nameMark(
        important.filter(({ x }) => x > middle),
        'end',
      ),
    ],
  });
}

function nameMark(dots: Dot[], textAnchor: 'start' | 'end') {
  return Plot.text(dots, {
    x: 'x',
    y: 'y',
    text: 'label',
    textAnchor,
    dx: textAnchor === 'start' ? 12 : -12,
    fill: 'var(--ink)',
    stroke: 'var(--surface)',
    strokeWidth: 4,
  });
}

function plainPower(value: number): string {
  return isPowerOfTen(value) ? String(Number(value.toPrecision(1))) : '';
}

function rateTick(value: number): string {
  return isPowerOfTen(value) ? formatRate(value, 'FLOP/s') : '';
}

function isPowerOfTen(value: number): boolean {
  const power = Math.log10(value);
  return Math.abs(power - Math.round(power)) < 1e-9;
}
