import * as Plot from '@observablehq/plot';
import { formatSpeedUp, formatTime } from '../../benchmark/format';
import { peerLabel } from '../../benchmark/peer-names';
import { type Row, sortRows, speedUp } from '../../benchmark/result';
import { type Baseline, baselineLabel, baselineOf } from '../../benchmark/verdict';
import { logTicks } from './log-ticks';
import { PlotFigure, plotStyle } from './plot-figure';

interface BarChartProps {
  /** The rows of one case and phase. */
  rows: Row[];
  baseline: Baseline;
}

type TimedRow = Row & { p50: number; p95: number };

/** The medians on a log scale, with a line to the 95th percentile. */
export function BarChart({ rows, baseline }: BarChartProps) {
  const timed = sortRows(rows).filter((row): row is TimedRow => row.p50 !== null && row.p50 > 0);
  if (timed.length === 0) return null;
  const reference = baselineOf(rows, baseline);
  const said = timed.map((row) => `${peerLabel(row.peer, row.backend)} ${formatTime(row.p50)}`).join(', ');
  return (
    <figure>
      <PlotFigure
        label={`Median times on a log scale: ${said}`}
        draw={(width) => drawBars(timed, reference, width)}
        inputs={[rows, baseline]}
      />
      <figcaption>
        Median of a run on a log scale, shorter is better; the thin line ends at the 95th percentile.
        {reference && ` The speed-up is against ${baselineLabel(baseline, reference)}.`}
      </figcaption>
    </figure>
  );
}

const rowHeight = 44;

function drawBars(rows: TimedRow[], reference: Row | undefined, width: number): Element {
  const least = Math.min(...rows.map(({ p50 }) => p50)) / 2;
  const most = Math.max(...rows.map(({ p95 }) => p95)) * 1.2;
  const name = (row: Row) => peerLabel(row.peer, row.backend);
  const value = (row: TimedRow) => {
    const ratio = speedUp(row, reference);
    return ratio === null || row === reference
      ? formatTime(row.p50)
      : `${formatTime(row.p50)} · ${formatSpeedUp(ratio)}`;
  };
  const bar = { y: name, insetTop: 20, insetBottom: 6 };
  return Plot.plot({
    width,
    height: rows.length * rowHeight + 34,
    marginLeft: 2,
    marginRight: 12,
    marginTop: 0,
    marginBottom: 30,
    x: {
      type: 'log',
      domain: [least, most],
      label: null,
      ticks: logTicks(least, most),
      tickFormat: formatTime,
      grid: true,
    },
    y: { domain: rows.map(name), axis: null, padding: 0 },
    color: { type: 'identity' },
    style: plotStyle,
    marks: [
      Plot.barX(rows, { ...bar, x1: least, x2: 'p50', fill: ({ peer }) => `var(--${peer})`, rx: 3 }),
      Plot.ruleY(rows, { y: name, x1: 'p50', x2: 'p95', dy: 7, stroke: ({ peer }) => `var(--${peer})` }),
      Plot.text(rows, { y: name, x: least, text: name, dy: -12, textAnchor: 'start', fill: 'var(--ink)' }),
      Plot.text(rows, {
        y: name,
        text: value,
        frameAnchor: 'right',
        textAnchor: 'end',
        dy: -12,
        fill: 'var(--ink)',
        fontWeight: 600,
      }),
    ],
  });
}
