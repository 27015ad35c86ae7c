import { drawnChannels, lanesOf, signalStyle } from './channels';
import { areaThrough, linearScale, pathThrough } from './chart-geometry';
import { thin } from './thin';

/** Part of a series, in steps: [start, end). */
export interface Stretch {
  start: number;
  end: number;
}

interface SeriesPlotProps {
  /** What the picture shows, for those who cannot see it. */
  label: string;
  /** [steps, channels] */
  series: ArrayLike<number>;
  /** Default: one. Each has a lane of its own. */
  channels?: number;
  /** Steps that fill the width; default: those of the series. */
  time?: number;
  /** The values at the bottom and at the top of each lane; default: each channel fills its lane. */
  range?: readonly [low: number, high: number] | undefined;
  /** [steps]; adds up to 1. */
  attention?: ArrayLike<number> | undefined;
  /** The attention at the top of the plot; default: the largest. */
  attentionTop?: number;
  /** Parts to shade. */
  regions?: readonly Stretch[] | undefined;
  /** Grows where it would leave the lanes too little. */
  height?: number;
}

const width = 320;
const padding = 6;
const lowestLane = 16;
/** More points than pixels cannot be seen. */
const mostPoints = 300;

/**
 * A signal, and below it as an area the attention on the same time axis, with the regions shaded; as wide as its
 * container.
 */
export function SeriesPlot(props: SeriesPlotProps) {
  const { label, series, channels = 1, range, attention, attentionTop, regions } = props;
  const { time = series.length / channels } = props;
  const lines = drawnChannels(series, channels).map((values) => thin(values, mostPoints));
  const height = Math.max(props.height ?? 96, lines.length * lowestLane);
  const lanes = lanesOf(lines.length, height, lines.length === 1 ? padding : 2);
  const x = (step: number) => (width * step) / Math.max(1, time - 1);
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
      {weights && <path class="attention" d={areaThrough(weights, x, attentionY, height)} />}
      {lines.map((points, channel) => {
        const [low, high] = range ?? rangeOf(points.map(([, value]) => value));
        const lane = lanes[channel] ?? { top: 0, bottom: height };
        const y = linearScale([low, high], [lane.bottom, lane.top]);
        return (
          <g key={channel} style={signalStyle(channel, channels)}>
            {low <= 0 && high >= 0 && <line class="zero" x1={0} x2={width} y1={y(0)} y2={y(0)} />}
            <path class="signal" d={pathThrough(points, x, y)} />
          </g>
        );
      })}
    </svg>
  );
}

/** Zero in the middle where values have both signs, else from the lowest to the highest. Missing values do not count. */
export function rangeOf(values: ArrayLike<number>): [low: number, high: number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return [-1, 1];
  if (low === high) return [low - 1, high + 1];
  if (low >= 0 || high <= 0) return [low, high];
  const most = Math.max(-low, high);
  return [-most, most];
}
