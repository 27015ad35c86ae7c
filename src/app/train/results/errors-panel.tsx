import { useMemo } from 'preact/hooks';
import { isSineDataset } from '../../../data/sine-dataset';
import { type RecallBin, recallBins } from '../../../model/report/metrics/breakdown';
import { formatCount, formatPercent } from '../../shared/format';
import { ShareBar } from '../../shared/share-bar';
import { useApp } from '../state/app';
import { describeMisses, type FlatOutcome } from './finding';
import { FlatScatter } from './flat-scatter';
import type { FlatsStore } from './flats-store';
import './errors.css';

const mostBins = 6;

/** Which flats are missed, by how long they last and how far they depart from the sine. */
export function ErrorsPanel({ flats: store }: { flats: FlatsStore }) {
  const { results } = useApp();
  const flats = store.flats.value;
  const parts = useMemo(() => flats && describe(flats), [flats]);
  const report = results.report.value;
  const test = results.results.value?.test;
  if (!test || !isSineDataset(test) || !report) return null;
  const alarms = report.confusion[0]?.[1] ?? 0;
  return (
    <div class="errors">
      <h3>Where the errors lie</h3>
      {parts && flats ? (
        <>
          <p>
            {parts.finding} {alarmSentence(alarms, report.classes[0]?.support ?? 0)}
          </p>
          {flats.length > 0 && (
            <div class="errors-charts">
              <div class="errors-tables">
                <RecallTable
                  title="By the length of the frozen stretch"
                  unit="steps"
                  bins={parts.byLength}
                  format={(value) => String(value)}
                />
                <RecallTable
                  title="By how far it departs from the wave"
                  unit="amplitudes"
                  bins={parts.byDeparture}
                  format={(value) => value.toFixed(2)}
                />
              </div>
              <FlatScatter flats={flats} />
            </div>
          )}
          <p class="quiet">
            Departure: the root-mean-square difference between the frozen value and the wave that it replaces,
            in amplitudes. A short stretch frozen at a crest departs little and is hard to see.
          </p>
        </>
      ) : (
        <p class="quiet errors-waiting">Measuring the frozen stretches …</p>
      )}
    </div>
  );
}

function describe(flats: FlatOutcome[]) {
  const by = (key: 'length' | 'departure') =>
    recallBins(
      flats.map((flat) => ({ value: flat[key], isFound: flat.isFound })),
      mostBins,
    );
  return { finding: describeMisses(flats), byLength: by('length'), byDeparture: by('departure') };
}

function alarmSentence(alarms: number, normal: number): string {
  if (normal === 0) return '';
  if (alarms === 0) return `None of the ${formatCount(normal)} normal series is called flattened.`;
  return `${formatCount(alarms)} of ${formatCount(normal)} normal series ${alarms === 1 ? 'is' : 'are'} called flattened.`;
}

interface RecallTableProps {
  title: string;
  unit: string;
  bins: RecallBin[];
  format(value: number): string;
}

/** A table whose last column is a bar: chart and text in one. */
function RecallTable({ title, unit, bins, format }: RecallTableProps) {
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
            <th scope="row">
              {format(from) === format(to) ? format(from) : `${format(from)}–${format(to)}`}
            </th>
            <td>
              {formatCount(found)}/{formatCount(count)}
            </td>
            <td class="bar-cell">
              <ShareBar share={found / count} />
              <span class="value">{formatPercent(found / count, 0)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
