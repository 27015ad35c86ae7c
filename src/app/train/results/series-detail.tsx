import type { JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { indexOfLargest, largestMagnitude } from '../../../data/largest';
import { formatPercent } from '../../shared/format';
import { TimeAxis } from '../series/time-axis';
import { useClassNames } from '../series/use-class-names';
import { useApp } from '../state/app';
import type { Inspected, SelectedSeries } from '../state/inspection';
import { AreaStrip, SignalStrip } from './detail-strips';
import { HiddenMaps } from './hidden-maps';
import { describeAgreement, describeHidden } from './occlusion-text';
import { ProbabilityBars } from './probability-bars';

/** Everything the model computed for one series: where it looked, what its units did, what it answered. */
export function SeriesDetail({ inspected }: { inspected: Inspected }) {
  const names = useClassNames();
  const { selected, inspection } = inspected;
  const { time } = inspection;
  const { occluded } = useApp().occlusion;
  const occlusion = occluded.value?.selected === selected ? occluded.value.occlusion : null;
  const [step, setStep] = useState<number | null>(null);
  const strips = useMemo(() => {
    const { regions } = selected;
    const { attention } = inspection;
    const peak = formatPercent(largestMagnitude(attention));
    return (
      <>
        <SignalStrip selected={selected} regions={regions} />
        <AreaStrip kind="attention" name={peak} values={attention} regions={regions} level={1 / time} />
        <AreaStrip
          kind="occlusion"
          name="effect of hiding"
          values={occlusion?.effect ?? new Float32Array(time)}
          regions={regions}
          level={0}
        />
      </>
    );
  }, [inspected, occlusion]);
  const agreement = useMemo(
    () => (occlusion ? describeAgreement(inspection.attention, occlusion) : 'Hiding each stretch in turn …'),
    [inspected, occlusion],
  );
  const peak = indexOfLargest(inspection.attention);
  const here = step ?? peak;
  const goTo = (next: number) => setStep(Math.max(0, Math.min(time - 1, next)));
  const text = describeStep(inspected, here) + (occlusion ? `; ${describeHidden(occlusion, here)}` : '');
  const pointing: JSX.HTMLAttributes<HTMLDivElement> = {
    onPointerMove({ currentTarget, clientX }) {
      const { left, width } = currentTarget.getBoundingClientRect();
      goTo(Math.floor((time * (clientX - left)) / width));
    },
    onPointerLeave: () => setStep(null),
  };
  const cursor = step !== null && (
    <span class="cursor-line" style={{ left: `${(100 * (step + 0.5)) / time}%` }} />
  );
  return (
    <div class="series-detail stack">
      <ProbabilityBars probabilities={inspection.probabilities} names={names} label={selected.label} />
      <p class="quiet">{describeTruth(selected, names)}</p>
      <p class="readout-text">
        {text}
        {step === null && <span class="quiet"> (the attention’s peak)</span>}
      </p>
      <div
        class="strips"
        role="slider"
        tabIndex={0}
        aria-label={`${selected.title}, step by step`}
        aria-valuemin={0}
        aria-valuemax={time - 1}
        aria-valuenow={here}
        aria-valuetext={text}
        onFocus={() => setStep(here)}
        onBlur={() => setStep(null)}
        onKeyDown={(event) => {
          const next = movedBy(event.key, here, time);
          if (next === null) return;
          event.preventDefault();
          goTo(next);
        }}
        {...pointing}
      >
        {strips}
        {cursor}
      </div>
      <TimeAxis ticks={quarters(time)} placeOf={(step) => (step + 0.5) / time} />
      <p class="occlusion-text">{agreement}</p>
      <HiddenMaps inspected={inspected} cursor={cursor} pointing={pointing} />
    </div>
  );
}

/** The step that a key goes to; null for other keys. */
function movedBy(key: string, step: number, time: number): number | null {
  const large = Math.max(1, Math.round(time / 10));
  const moves: Record<string, number> = {
    ArrowRight: step + 1,
    ArrowUp: step + 1,
    ArrowLeft: step - 1,
    ArrowDown: step - 1,
    PageUp: step + large,
    PageDown: step - large,
    Home: 0,
    End: time - 1,
  };
  return moves[key] ?? null;
}

/** Five steps from the first to the last. */
function quarters(time: number): number[] {
  return [...new Set([0, 0.25, 0.5, 0.75, 1].map((share) => Math.round(share * (time - 1))))];
}

function describeStep({ selected, inspection }: Inspected, step: number): string {
  const { series, channels, channelNames } = selected;
  const values = Array.from(series.subarray(step * channels, (step + 1) * channels), (value, channel) => {
    const said = Number.isNaN(value) ? 'missing' : value.toFixed(2);
    return channels === 1 ? said : `${channelNames[channel]} ${said}`;
  });
  return (
    `Step ${step}: ${channels === 1 ? 'value ' : ''}${values.join(', ')}, attention ${formatPercent(inspection.attention[step] as number, 2)}, ` +
    `score ${(inspection.scores[step] as number).toFixed(2)}`
  );
}

function describeTruth({ label, regions, facts }: SelectedSeries, names: string[]): string {
  if (label === null) return 'The right answer for this one is unknown.';
  const known = facts.length > 0 ? `: ${facts.join(', ')}` : '';
  const where = regions.map(({ name, start, end }) => `${name} from step ${start} to ${end - 1}`);
  return `In truth ${names[label]}${known}${where.length > 0 ? ` (${where.join(', ')})` : ''}.`;
}
