import { largestMagnitude } from '../../../data/largest';
import type { Occlusion } from '../../../model/explain/occlusion';
import type { Inspection } from '../../../model/network/inspection';
import { drawnChannels, lanesOf, signalStyle } from '../../shared/channels';
import { areaPath, linearScale, linePath, tickLabel } from '../../shared/chart-geometry';
import { formatPercent } from '../../shared/format';
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
          <span class="scale top">{tickLabel(Number(most.toPrecision(3)))}</span>
          <span class="scale middle">0</span>
          <span class="scale bottom">−{tickLabel(Number(most.toPrecision(3)))}</span>
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

interface AttentionStripProps {
  inspection: Inspection;
  regions: readonly Stretch[];
}

const attentionHeight = 50;

/** The attention at each step, and what it would be if spread evenly. */
export function AttentionStrip({ inspection: { attention, time }, regions }: AttentionStripProps) {
  const top = largestMagnitude(attention) || 1;
  const y = (weight: number) => attentionHeight - (attentionHeight - 3) * (weight / top);
  return (
    <div class="strip attention-strip">
      <span class="scale top">{formatPercent(top)}</span>
      <svg viewBox={`0 0 ${time} ${attentionHeight}`} preserveAspectRatio="none" aria-hidden="true">
        <Shading regions={regions} height={attentionHeight} />
        <path class="attention" d={areaPath(attention, x, y, attentionHeight)} />
        <line class="even" x1={0} x2={time} y1={y(1 / time)} y2={y(1 / time)} />
      </svg>
    </div>
  );
}

interface OcclusionStripProps {
  occlusion: Occlusion | null;
  time: number;
  regions: readonly Stretch[];
}

/** How far the answer falls when what is around each step is hidden; below the line where it gets surer. */
export function OcclusionStrip({ occlusion, time, regions }: OcclusionStripProps) {
  const effect = occlusion?.effect ?? new Float32Array(time);
  const most = largestMagnitude(effect) || 1;
  const low = effect.some((fall) => fall < 0) ? -most : 0;
  const y = linearScale([low, most], [attentionHeight, 3]);
  return (
    <div class="strip attention-strip">
      <span class="scale top">effect of hiding</span>
      <svg viewBox={`0 0 ${time} ${attentionHeight}`} preserveAspectRatio="none" aria-hidden="true">
        <Shading regions={regions} height={attentionHeight} />
        <path class="occlusion" d={areaPath(effect, x, y, y(0))} />
        <line class="zero" x1={0} x2={time} y1={y(0)} y2={y(0)} />
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

/** A line over pictures with the same time axis. */
export function Cursor({ step, time }: { step: number | null; time: number }) {
  if (step === null) return null;
  return <span class="cursor-line" style={{ left: `${(100 * (step + 0.5)) / time}%` }} />;
}
