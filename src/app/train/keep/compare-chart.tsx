import { linearScale, linePath, place, spreadLabels, tickLabel, ticks } from '../../shared/chart-geometry';
import { useWidth } from '../../shared/use-width';
import type { RunRecord } from '../state/run-record';

const height = 260;
/** Of the runs; a run is told from the others by its colour, its dashes and its letter. */
const dashes = ['', '7 4', '2 3', '10 3 2 3', '4 2', '12 5'];
/** The most runs that can be compared. */
export const mostCompared = dashes.length;

/** The look of a run's line. */
export function runStyle(index: number): { color: string; strokeDasharray: string } {
  return { color: `var(--channel-${index + 1})`, strokeDasharray: dashes[index] ?? '' };
}

/** The letter of a run. */
export function letterOf(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

/** The validation losses of some runs over their epochs; each has a colour, dashes, and a letter at its end. */
export function CompareChart({ records }: { records: RunRecord[] }) {
  const { ref, width } = useWidth<HTMLDivElement>(600);
  const inner = { left: 40, right: width - 22, top: 12, bottom: height - 40 };
  const losses = records.map(({ history }) => history.map(({ validationLoss }) => validationLoss));
  const most = Math.max(...losses.flat().filter(Number.isFinite), 1e-9);
  const longest = Math.max(2, ...losses.map(({ length }) => length));
  const x = linearScale([1, longest], [inner.left, inner.right]);
  const y = linearScale([0, most], [inner.bottom, inner.top]);
  const said = losses.map((values, i) => `${letterOf(i)} ${values.at(-1)?.toFixed(4) ?? 'none'}`).join(', ');
  const letters = spreadLabels(
    losses.map((values) => y(values.at(-1) ?? 0)),
    13,
  );
  return (
    <div ref={ref}>
      <svg
        class="compare-chart"
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`Validation loss of ${records.length} trainings by epoch; at the end: ${said}.`}
      >
        {ticks(0, most, 4).map((value) => (
          <g key={value}>
            <line class="grid" x1={inner.left} x2={inner.right} y1={y(value)} y2={y(value)} />
            <text x={inner.left - 8} y={y(value) + 4} text-anchor="end">
              {tickLabel(value)}
            </text>
          </g>
        ))}
        {ticks(1, longest, width / 80)
          .filter(Number.isInteger)
          .map((epoch) => (
            <text key={epoch} x={x(epoch)} y={inner.bottom + 18} text-anchor="middle">
              {epoch}
            </text>
          ))}
        <text x={inner.left} y={height - 2}>
          validation loss
        </text>
        <text x={inner.right} y={height - 2} text-anchor="end">
          epoch
        </text>
        {losses.map((values, i) => (
          <g key={records[i]?.date}>
            <path class="run-line" style={runStyle(i)} d={linePath(values, x, y, 1)} />
            {values.length > 0 && (
              <text
                class="run-letter"
                style={{ color: runStyle(i).color }}
                x={place(x(values.length) + 5)}
                y={place((letters[i] as number) + 4)}
              >
                {letterOf(i)}
              </text>
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}
