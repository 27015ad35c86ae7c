import { largestMagnitude } from '../../../data/largest';
import type { Inspection } from '../../../model/network/inspection';
import { areaPath, linePath } from '../../shared/chart-geometry';
import { formatPercent } from '../../shared/format';
import type { Stretch } from '../../shared/series-plot';
import { channelOf } from '../series/series-parts';
import type { SelectedSeries } from '../state/inspection';

/** Steps are cells on the time axis, as wide as those of the units' map; values are drawn at their centres. */
const x = (step: number) => step + 0.5;

interface SignalStripProps {
  selected: SelectedSeries;
  regions: readonly Stretch[];
}

const signalHeight = 100;

/** The signal with its scale. */
export function SignalStrip({ selected: { series, time, channels }, regions }: SignalStripProps) {
  const most = largestMagnitude(series) || 1;
  const y = (value: number) => signalHeight / 2 - (signalHeight / 2 - 4) * (value / most);
  const lines = Array.from({ length: channels }, (_, channel) => channelOf(series, channels, channel));
  return (
    <div class="strip">
      <span class="scale top">{most.toFixed(1)}</span>
      <span class="scale middle">0</span>
      <span class="scale bottom">−{most.toFixed(1)}</span>
      <svg viewBox={`0 0 ${time} ${signalHeight}`} preserveAspectRatio="none" aria-hidden="true">
        <Shading regions={regions} height={signalHeight} />
        <line class="zero" x1={0} x2={time} y1={signalHeight / 2} y2={signalHeight / 2} />
        {lines.map((values, channel) => (
          <path
            key={channel}
            class="signal"
            style={{ opacity: 1 - (0.6 * channel) / channels }}
            d={linePath(values, x, y)}
          />
        ))}
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
