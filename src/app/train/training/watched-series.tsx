import { type Dataset, stepsMarked } from '../../../data/dataset';
import { formatPercent } from '../../shared/format';
import { SeriesPlot } from '../../shared/series-plot';
import { attentionWithin } from '../series/attention';
import { className, regionName } from '../series/class-name';
import { rowOf, stepsOf } from '../series/series-parts';
import type { Frame } from './attention-frames';

interface WatchedSeriesProps {
  watched: Dataset;
  row: number;
  frame: Frame;
  attentionTop: number;
  isSelected: boolean;
  onSelect(): void;
}

/** One watched series with its attention, its true class, and the network's answer. */
export function WatchedSeries({
  watched,
  row,
  frame,
  attentionTop,
  isSelected,
  onSelect,
}: WatchedSeriesProps) {
  const label = watched.labels[row] as number;
  const regions = watched.regions?.[row] ?? [];
  const steps = stepsMarked(watched, row);
  const truth = className(watched, label);
  const answer = className(watched, frame.predicted);
  const isRight = frame.predicted === label;
  const picture = `Series ${row + 1}: ${truth}`;
  return (
    <button
      type="button"
      class="watched-series"
      name={`watch-${row}`}
      aria-pressed={isSelected}
      onClick={onSelect}
    >
      <span class="watched-head">
        <span class="truth" title={truth}>
          <span class="visually-hidden">Series {row + 1}, in truth </span>
          {truth}
        </span>
        <span class={isRight ? 'verdict is-right' : 'verdict is-wrong'} title={answer}>
          <span class="visually-hidden">, the network says </span>
          <span class="said">{answer}</span> <span>{frame.probability.toFixed(2)}</span>{' '}
          <span aria-hidden="true">{isRight ? '✓' : '✗'}</span>
          <span class="visually-hidden">, which is {isRight ? 'right' : 'wrong'}.</span>
        </span>
      </span>
      <span aria-hidden="true">
        <SeriesPlot
          label={picture}
          series={rowOf(watched, row)}
          channels={watched.channels}
          time={watched.time}
          attention={frame.attention}
          attentionTop={attentionTop}
          regions={regions}
          height={92}
        />
      </span>
      <span class="share">
        {steps > 0 && (
          <>
            <b>{formatPercent(attentionWithin(frame.attention, regions), 0)}</b> of attention on the{' '}
            {regionName([regions])}{' '}
            <span class="chance">(evenly: {formatPercent(steps / stepsOf(watched, row), 0)})</span>
          </>
        )}
      </span>
    </button>
  );
}
