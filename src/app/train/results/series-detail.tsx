import { useMemo, useState } from 'preact/hooks';
import { indexOfLargest } from '../../../data/largest';
import { formatPercent } from '../../shared/format';
import { TimeAxis } from '../series/time-axis';
import { useApp } from '../state/app';
import type { Inspected, SelectedSeries } from '../state/inspection';
import { AttentionStrip, Cursor, OcclusionStrip, SignalStrip } from './detail-strips';
import { HiddenMaps } from './hidden-maps';
import { describeAgreement, describeHidden } from './occlusion-text';
import { ProbabilityBars } from './probability-bars';
import { Readout } from './readout';
import './detail.css';

interface SeriesDetailProps {
  inspected: Inspected;
  /** The display names of the model's classes. */
  names: string[];
  /** The probability above which class 1 of two is the answer. */
  threshold: number;
}

/** Everything the model computed for one series: where it looked, what its units did, what it answered. */
export function SeriesDetail({ inspected, names, threshold }: SeriesDetailProps) {
  const { selected, inspection } = inspected;
  const { time } = inspection;
  const { occluded } = useApp().occlusion;
  const occlusion = occluded.value?.selected === selected ? occluded.value.occlusion : null;
  const [step, setStep] = useState<number | null>(null);
  const strips = useMemo(
    () => (
      <>
        <SignalStrip selected={selected} regions={selected.regions} />
        <AttentionStrip inspection={inspection} regions={selected.regions} />
        <OcclusionStrip occlusion={occlusion} time={time} regions={selected.regions} />
      </>
    ),
    [inspected, occlusion],
  );
  const peak = indexOfLargest(inspection.attention);
  const hidden = occlusion ? `; ${describeHidden(occlusion, step ?? peak)}` : '';
  const text = describeStep(inspected, step ?? peak) + hidden;
  return (
    <div class="series-detail">
      <ProbabilityBars
        probabilities={inspection.probabilities}
        names={names}
        label={selected.label}
        threshold={threshold}
      />
      <p class="quiet">{describeTruth(selected, names)}</p>
      <p class="readout-text">
        {text}
        {step === null && <span class="quiet"> (the attention’s peak)</span>}
      </p>
      <Readout
        class="strips"
        label={`${selected.title}, step by step`}
        count={time}
        index={step}
        text={text}
        first={peak}
        at={(x) => Math.floor(x * time)}
        onIndex={setStep}
      >
        {strips}
        <Cursor step={step} time={time} />
      </Readout>
      <TimeAxis ticks={quarters(time)} placeOf={(step) => (step + 0.5) / time} />
      <p class="occlusion-text">
        {occlusion ? describeAgreement(inspection.attention, occlusion) : 'Hiding each stretch in turn …'}
      </p>
      <HiddenMaps inspected={inspected} step={step} onStep={setStep} />
    </div>
  );
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
