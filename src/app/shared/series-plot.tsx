import { areaThrough, pathThrough } from './chart-geometry';
import { type Point, thin } from './thin';

/** Part of a series, in steps: [start, end). */
export interface Stretch {
  start: number;
  end: number;
}

interface SeriesPlotProps {
  /** What the picture shows, for those who cannot see it. */
  label: string;
  /** [time] */
  series: ArrayLike<number>;
  /** The values at the bottom and at the top; default: the series fills the height. */
  range?: readonly [low: number, high: number] | undefined;
  /** [time]; adds up to 1. */
  attention?: ArrayLike<number> | undefined;
  /** The attention at the top of the plot; default: the largest. */
  attentionTop?: number;
  /** Parts to shade. */
  regions?: readonly Stretch[] | undefined;
  height?: number;
}

const width = 320;
const padding = 6;
/** More points than pixels cannot be seen. */
const mostPoints = 300;

/**
 * A signal, and below it as an area the attention on the same time axis, with the regions shaded; as wide as its
 * container.
 */
export function SeriesPlot(props: SeriesPlotProps) {
  const { label, series, range, attention, attentionTop, regions, height = 96 } = props;
  const x = (step: number) => (width * step) / Math.max(1, series.length - 1);
  const points = thin(series, mostPoints);
  const [low, high] = range ?? rangeOf(points);
  const signalY = (value: number) => padding + (height - 2 * padding) * ((high - value) / (high - low));
  const weights = attention && thin(attention, mostPoints);
  const top = attentionTop ?? Math.max(...(weights ?? []).map(([, weight]) => weight), 1e-9);
  const attentionY = (weight: number) => height - (height - padding) * Math.min(1, weight / top);
  return (
    <svg
      class="series-plot"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      style={{ height: `${height}px` }}
    >
      {regions?.map(({ start, end }) => (
        // A step extends half the way to its neighbours.
        <rect key={start} class="region" x={x(start - 0.5)} width={x(end - start)} y={0} height={height} />
      ))}
      {low <= 0 && high >= 0 && <line class="zero" x1={0} x2={width} y1={signalY(0)} y2={signalY(0)} />}
      {weights && <path class="attention" d={areaThrough(weights, x, attentionY, height)} />}
      <path class="signal" d={pathThrough(points, x, signalY)} />
    </svg>
  );
}

/** Zero in the middle where values have both signs, else from the lowest to the highest. */
export function rangeOf(points: readonly Point[]): [low: number, high: number] {
  const values = points.map(([, value]) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low === high) return [low - 1, high + 1];
  if (low >= 0 || high <= 0) return [low, high];
  const most = Math.max(-low, high);
  return [-most, most];
}
