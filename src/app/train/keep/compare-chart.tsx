import { linearScale, linePath, place, spreadLabels, tickLabel, ticks } from '../../shared/chart-geometry';
import { useWidth } from '../../shared/use-width';
import type { RunRecord } from '../state/run-record';
import { letterOf } from './letter';

const height = 260;

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
            <path class={`run-line run-${i}`} d={linePath(values, x, y, 1)} />
            {values.length > 0 && (
              <text
                class={`run-letter run-${i}`}
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
