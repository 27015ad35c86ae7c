import { largestMagnitude } from '../../../data/largest';
import { drawnChannels, lanesOf, signalStyle } from '../../shared/channels';
import { areaPath, linearScale, linePath, tickLabel } from '../../shared/chart-geometry';
import { rangeOf, type Stretch } from '../../shared/series-plot';
import type { SelectedSeries } from '../state/inspection';

/** Steps are cells on the time axis, as wide as those of the units' map; values are drawn at their centres. */
const x = (step: number) => step + 0.5;

interface SignalStripProps {
  selected: SelectedSeries;
  regions: readonly Stretch[];
}

const signalHeight = 100;
/** Lanes of one channel each are drawn closer together than a single one. */
const [wideGap, narrowGap] = [4, 1];

/** The signal with its scale; each of several channels fills a lane of its own. */
export function SignalStrip({
  selected: { series, time, channels, channelNames },
  regions,
}: SignalStripProps) {
  const most = largestMagnitude(series) || 1;
  const lines = drawnChannels(series, channels);
  const lanes = lanesOf(lines.length, signalHeight, channels === 1 ? wideGap : narrowGap);
  return (
    <div class="strip" style={{ '--lanes': lines.length }}>
      {channels === 1 ? (
        <>
          <span class="top">{tickLabel(Number(most.toPrecision(3)))}</span>
          <span class="middle">0</span>
          <span class="bottom">−{tickLabel(Number(most.toPrecision(3)))}</span>
        </>
      ) : (
        lanes.map(({ top }, channel) => (
          <span key={channel} class="lane-name" style={{ top: `${top}%`, ...signalStyle(channel, channels) }}>
            {channelNames[channel]}
          </span>
        ))
      )}
      <svg viewBox={`0 0 ${time} ${signalHeight}`} preserveAspectRatio="none" aria-hidden="true">
        <Shading regions={regions} height={signalHeight} />
        {lanes.map(({ top, bottom }, channel) => {
          const line = lines[channel] ?? [];
          const [low, high] = channels === 1 ? [-most, most] : rangeOf(line);
          const y = linearScale([low, high], [bottom, top]);
          return (
            <g key={channel} style={signalStyle(channel, channels)}>
              {low <= 0 && high >= 0 && <line class="zero" x1={0} x2={time} y1={y(0)} y2={y(0)} />}
              <path class="signal" d={linePath(line, x, y)} />
            </g>
          );
        })}
      </svg>
    </div>
  );
}

interface AreaStripProps {
  kind: 'attention' | 'occlusion';
  /** At the top. */
  name: string;
  /** [steps] */
  values: Float32Array;
  regions: readonly Stretch[];
  /** Where a line is drawn, such as what each step would have if all had the same; the area begins at zero. */
  level: number;
}

const areaHeight = 50;

/** A value at each step, as an area above zero or below it. */
export function AreaStrip({ kind, name, values, regions, level }: AreaStripProps) {
  const time = values.length;
  const most = largestMagnitude(values) || 1;
  const low = values.some((value) => value < 0) ? -most : 0;
  const y = linearScale([low, most], [areaHeight, 3]);
  return (
    <div class="strip area-strip">
      <span class="top">{name}</span>
      <svg viewBox={`0 0 ${time} ${areaHeight}`} preserveAspectRatio="none" aria-hidden="true">
        <Shading regions={regions} height={areaHeight} />
        <path class={kind} d={areaPath(values, x, y, y(0))} />
        <line class={level === 0 ? 'zero' : 'even'} x1={0} x2={time} y1={y(level)} y2={y(level)} />
      </svg>
    </div>
  );
}

function Shading({ regions, height }: { regions: readonly Stretch[]; height: number }) {
  return (
    <>
      {regions.map(({ start, end }) => (
        <rect key={start} class="region" x={start} width={end - start} height={height} />
      ))}
    </>
  );
}
