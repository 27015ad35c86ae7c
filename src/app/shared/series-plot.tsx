/** Part of a series, in steps: [start, end). */
export interface Stretch {
  start: number;
  end: number;
}

interface SeriesPlotProps {
  /** What the picture says, for who cannot see it. */
  label: string;
  /** [time] */
  series: ArrayLike<number>;
  /** [time]; adds up to 1. */
  attention?: ArrayLike<number> | undefined;
  /** The attention that reaches the top; default: the largest. */
  attentionTop?: number;
  /** The part that was held flat. */
  flat?: Stretch | undefined;
  height?: number;
}

const width = 320;
const padding = 6;

/** A signal, and below it as an area the attention on the same time axis, with the true flat shaded; as wide as its place. */
export function SeriesPlot({ label, series, attention, attentionTop, flat, height = 96 }: SeriesPlotProps) {
  const time = series.length;
  const x = (step: number) => (width * step) / Math.max(1, time - 1);
  const most = Math.max(...Array.from(series, Math.abs), 1e-9);
  const signalY = (value: number) => height / 2 - ((height / 2 - padding) * value) / most;
  const top = attentionTop ?? Math.max(...Array.from(attention ?? [1]));
  const attentionY = (value: number) => height - (height - padding) * Math.min(1, value / top);
  return (
    <svg
      class="series-plot"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      style={{ height: `${height}px` }}
    >
      {flat && (
        <rect class="flat" x={x(flat.start)} width={x(flat.end) - x(flat.start)} y={0} height={height} />
      )}
      <line class="zero" x1={0} x2={width} y1={height / 2} y2={height / 2} />
      {attention && (
        <path
          class="attention"
          d={`M0,${height} ${pointsOf(attention, x, attentionY)} L${width},${height}Z`}
        />
      )}
      <path class="signal" d={`M${pointsOf(series, x, signalY).slice(1)}`} />
    </svg>
  );
}

function pointsOf(
  values: ArrayLike<number>,
  x: (step: number) => number,
  y: (value: number) => number,
): string {
  return Array.from(values, (value, step) => `L${x(step).toFixed(1)},${y(value).toFixed(1)}`).join('');
}
