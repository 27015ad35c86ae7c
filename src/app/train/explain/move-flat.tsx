import { useMemo, useState } from 'preact/hooks';
import { formatPercent } from '../../shared/format';
import { SeriesPlot } from '../../shared/series-plot';
import { useSpoken } from '../../shared/use-spoken';
import { attentionTop, attentionWithin } from '../series/attention';
import { drawnSeries } from '../series/drawing';
import { useLiveInspection } from '../series/use-live-inspection';
import { useApp } from '../state/app';

/** A flat to push through a wave, and the attention that follows it, or does not. */
export function MoveFlat({ isNear }: { isNear: boolean }) {
  const { model, data } = useApp();
  const info = model.info.value;
  const time = Math.max(10, info?.time ?? data.shape.value?.time ?? 100);
  const length = Math.round(time / 5);
  const [share, setShare] = useState(0.2);
  const start = Math.round(share * (time - length));
  const end = start + length;
  const series = useMemo(() => {
    const wave = { freq: 2.5, amp: 1, phase: 0 };
    return drawnSeries({ base: { kind: 'wave', wave, flat: { start, length } }, edits: [] }, time);
  }, [start, length, time]);
  const canAsk = isNear && (info?.channels ?? 1) === 1;
  const live = useLiveInspection(canAsk ? series : null);
  const found = live.answer.value;
  const attention = found?.inspection.time === time ? found.inspection.attention : undefined;
  // At its edges the flat is seen from outside, too.
  const margin = Math.max(1, Math.round(time / 50));
  const within = attention
    ? attentionWithin(attention, [{ start: start - margin, end: end + margin }])
    : null;
  const says =
    within === null
      ? 'Once there is a model, its attention is shown here.'
      : `${formatPercent(within, 0)} of the attention is on the flat, edges included.`;
  const spoken = useSpoken(says);
  return (
    <figure class="move-flat">
      <SeriesPlot
        label={`A wave that is held flat from step ${start} to ${end - 1} of ${time}. ${says}`}
        series={series}
        attention={attention}
        {...(attention && { attentionTop: attentionTop(attention) })}
        regions={[{ start, end: end - 1 }]}
        height={150}
      />
      <label>
        <span>Move the flat</span>
        <input
          type="range"
          name="move-flat"
          min={0}
          max={time - length}
          step={1}
          value={start}
          aria-valuetext={`from step ${start}`}
          onInput={(event) => setShare(event.currentTarget.valueAsNumber / (time - length))}
        />
      </label>
      <figcaption>
        {says} From there, the last state would have to carry it through {time - end} more steps.
        <span class="visually-hidden" role="status">
          {spoken}
        </span>
      </figcaption>
    </figure>
  );
}
