import { place, ticks } from '../../shared/chart-geometry';
import type { FlatOutcome } from './finding';

const width = 400;
const height = 320;
const area = { left: 52, right: 12, top: 10, bottom: 40 };
/** The most marks drawn of the found series, and of the missed ones. */
const mostMarks = 400;

/** Each flattened series by length and departure; the missed ones stand out. The tables beside it give the numbers. */
export function FlatScatter({ flats }: { flats: FlatOutcome[] }) {
  const missed = flats.filter(({ isFound }) => !isFound);
  const found = flats.filter(({ isFound }) => isFound);
  const longest = flats.reduce((most, { length }) => Math.max(most, length), 1);
  const farthest = flats.reduce((most, { departure }) => Math.max(most, departure), 0.01);
  const x = (length: number) => area.left + ((width - area.left - area.right) * length) / longest;
  const y = (departure: number) =>
    height - area.bottom - ((height - area.top - area.bottom) * departure) / farthest;
  // One path for all marks: hundreds of elements would be slow.
  const marks = (some: FlatOutcome[], draw: (at: string) => string): string =>
    thin(some)
      .map(({ length, departure }) => draw(`${place(x(length))},${place(y(departure))}`))
      .join('');
  return (
    <figure class="flat-scatter">
      <figcaption>
        Each flattened series: <span class="missed-sign">✗</span> missed ({missed.length}),{' '}
        <span class="found-sign">●</span> found ({found.length})
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${missed.length} missed and ${found.length} found series by length of the frozen stretch, up to ${longest} steps, and departure, up to ${farthest.toFixed(2)} amplitudes. The tables have the numbers.`}
      >
        {ticks(0, longest, 5).map((tick) => (
          <g key={tick}>
            <line class="grid" x1={x(tick)} x2={x(tick)} y1={y(0)} y2={y(farthest)} />
            <text x={x(tick)} y={y(0) + 15} text-anchor="middle">
              {tick}
            </text>
          </g>
        ))}
        {ticks(0, farthest, 4).map((tick) => (
          <g key={tick}>
            <line class="grid" x1={x(0)} x2={x(longest)} y1={y(tick)} y2={y(tick)} />
            <text x={x(0) - 6} y={y(tick) + 4} text-anchor="end">
              {tick}
            </text>
          </g>
        ))}
        <text x={x(longest / 2)} y={height - 6} text-anchor="middle">
          length of the frozen stretch, steps
        </text>
        <text transform={`translate(12 ${y(farthest / 2)}) rotate(-90)`} text-anchor="middle">
          departure, amplitudes
        </text>
        <path class="found" d={marks(found, (at) => `M${at}h0`)} />
        <path class="missed" d={marks(missed, (at) => `M${at}m-4,-4l8,8m0,-8l-8,8`)} />
      </svg>
    </figure>
  );
}

function thin(flats: FlatOutcome[]): FlatOutcome[] {
  const every = Math.ceil(flats.length / mostMarks);
  return flats.filter((_, i) => i % every === 0);
}
