import { useMemo } from 'preact/hooks';
import { type Dataset, stepsMarked } from '../../../data/dataset';
import { sinesOf } from '../../../data/sine-dataset';
import { departure, recallBins } from '../../../model/report/metrics/breakdown';
import { formatCount, formatPercent } from '../../shared/format';
import { ShareBar } from '../../shared/share-bar';
import { useApp } from '../state/app';
import { describeMisses, type FlatOutcome } from './finding';

const mostBins = 6;

/** Which flats are missed, by how long they last and how far they depart from the sine. */
export function ErrorsPanel() {
  const { results } = useApp();
  const report = results.report.value;
  const predicted = results.predicted.value;
  const test = results.results.value?.test;
  const measured = useMemo(() => test && measureFlats(test), [test]);
  if (!measured || !predicted || !report) return null;
  const flats = measured.map((flat) => ({ ...flat, isFound: predicted[flat.row] === 1 }));
  return (
    <div class="stack">
      <h3>Where the errors lie</h3>
      <p>
        {describeMisses(flats)}{' '}
        {alarmSentence(report.confusion[0]?.[1] ?? 0, report.classes[0]?.support ?? 0)}
      </p>
      {flats.length > 0 && (
        <div class="charts">
          <RecallTable
            title="By the length of the frozen stretch"
            unit="steps"
            of="length"
            digits={0}
            flats={flats}
          />
          <RecallTable
            title="By how far it departs from the wave"
            unit="amplitudes"
            of="departure"
            digits={2}
            flats={flats}
          />
        </div>
      )}
      <p class="quiet">
        Departure: the root-mean-square difference between the frozen value and the wave that it replaces, in
        amplitudes. A short stretch frozen at a crest departs little and is hard to see.
      </p>
    </div>
  );
}

type Flat = Omit<FlatOutcome, 'isFound'>;

/** Undefined where the series are not the generator's. */
function measureFlats(test: Dataset): Flat[] | undefined {
  return sinesOf(test)?.flatMap((wave, row) =>
    wave.label === 1 ? [{ row, length: stepsMarked(test, row), departure: departure(wave, test.time) }] : [],
  );
}

function alarmSentence(alarms: number, normal: number): string {
  if (normal === 0) return '';
  if (alarms === 0) return `None of the ${formatCount(normal)} normal series is called flattened.`;
  return `${formatCount(alarms)} of ${formatCount(normal)} normal series ${alarms === 1 ? 'is' : 'are'} called flattened.`;
}

interface RecallTableProps {
  title: string;
  unit: string;
  of: 'length' | 'departure';
  digits: number;
  flats: readonly FlatOutcome[];
}

/** A table whose last column is a bar: chart and text in one. */
function RecallTable({ title, unit, of, digits, flats }: RecallTableProps) {
  const bins = recallBins(
    flats.map(({ [of]: value, isFound }) => ({ value, isFound })),
    mostBins,
  );
  return (
    <table class="recall-table">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{unit}</th>
          <th scope="col">found</th>
          <th scope="col">
            <span class="visually-hidden">share</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {bins.map(({ from, to, count, found }) => (
          <tr key={from}>
            <th scope="row">{[...new Set([from, to].map((bound) => bound.toFixed(digits)))].join('–')}</th>
            <td>
              {formatCount(found)}/{formatCount(count)}
            </td>
            <td class="bar-cell">
              <ShareBar share={found / count} />
              <span>{formatPercent(found / count, 0)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
