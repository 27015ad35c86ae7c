import type { Dataset } from '../../../data/dataset';
import { formatPercent } from '../../shared/format';
import { SeriesPlot } from '../../shared/series-plot';
import { attentionWithin } from '../series/attention';
import { className } from '../series/class-name';
import { firstChannel, flatOf, rowOf } from '../series/series-parts';
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
  const { time } = watched;
  const label = watched.labels[row] as number;
  const flat = flatOf(watched.truths?.[row], time);
  const truth = className(watched, label);
  const answer = className(watched, frame.predicted);
  const isRight = frame.predicted === label;
  const share = flat && formatPercent(attentionWithin(frame.attention, flat.start, flat.end), 0);
  const chance = flat && formatPercent((flat.end - flat.start) / time, 0);
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
          series={firstChannel(rowOf(watched, row), watched.channels)}
          attention={frame.attention}
          attentionTop={attentionTop}
          flat={flat}
          height={92}
        />
      </span>
      <span class="share">
        {flat && (
          <>
            <b>{share}</b> of attention on the flat <span class="chance">(evenly: {chance})</span>
          </>
        )}
      </span>
    </button>
  );
}
