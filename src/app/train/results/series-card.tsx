import { useMemo } from 'preact/hooks';
import { formatPercent } from '../../shared/format';
import { SeriesPlot } from '../../shared/series-plot';
import { className } from '../series/class-name';
import { attentionOf, rowOf } from '../series/series-parts';
import { probabilityOf } from '../series/verdict';
import type { Answers } from './browse';

interface SeriesCardProps {
  answers: Answers;
  row: number;
  isOpen: boolean;
  onOpen(row: number): void;
}

/** A small picture of a test series, with the answer. */
export function SeriesCard({ answers, row, isOpen, onOpen }: SeriesCardProps) {
  const { test, predictions, predicted } = answers;
  const answer = predicted[row] as number;
  const label = test.labels[row] as number;
  const isRight = answer === label;
  // Reused while the threshold moves, since the picture does not depend on it.
  const picture = useMemo(() => {
    const { time, channels, regions } = test;
    return (
      <SeriesPlot
        label={`Test series ${row + 1}`}
        series={rowOf(test, row)}
        channels={channels}
        time={time}
        attention={attentionOf(test, predictions.attention, row)}
        regions={regions?.[row]}
        height={64}
      />
    );
  }, [test, predictions, row]);
  return (
    <li>
      <button
        type="button"
        name={`series-${row}`}
        class={`series-card ${isRight ? 'is-right' : 'is-wrong'}`}
        aria-pressed={isOpen}
        onClick={() => onOpen(row)}
      >
        {picture}
        <span class="series-verdict">
          <span class="visually-hidden">, {isRight ? 'right' : 'wrong'}: called </span>
          <span class="sign" aria-hidden="true">
            {isRight ? '✓' : '✗'}
          </span>
          <span class="card-answer">{className(test, answer)}</span>
          {!isRight && <span class="visually-hidden"> but is {className(test, label)}, </span>}
          <span class="probability">{formatPercent(probabilityOf(predictions, row, answer), 0)}</span>
        </span>
      </button>
    </li>
  );
}
