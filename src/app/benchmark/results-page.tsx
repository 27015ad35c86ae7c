import { formatError, formatSpeedUp, formatTime } from '../../benchmark/format';
import { deviceName, type Entry, type Timeline, timelinesOf } from '../../benchmark/history';
import { describeOrigin } from '../../benchmark/markdown';
import { peerLabel } from '../../benchmark/peer-names';
import { type BenchmarkResult, caseKey, groupRows, type Row } from '../../benchmark/result';
import { describeShape, phaseNames } from '../../benchmark/workload';
import { ScrollTable } from '../shared/scroll-table';
import { PageHeader } from './page-header';
import { ResultTable } from './result-table';

/** The results that are kept in the repository, with their dates and devices. */
export function ResultsPage({ results }: { results: readonly BenchmarkResult[] }) {
  const newest = [...results].sort((a, b) => b.date.localeCompare(a.date));
  return (
    <>
      <PageHeader page="results" title="How fast it has been">
        Every result of the benchmark that is kept in the repository, with its date and device. Compare only
        within a device: lavapipe and SwiftShader are no graphics cards, but do their work on the processor.
        For your own machine, <a href="benchmark.html">run the benchmark</a>.
      </PageHeader>
      {timelinesOf(newest).map((timeline) => (
        <TimelineCard key={`${timeline.case} ${caseKey(timeline)}`} timeline={timeline} />
      ))}
      <section class="card" aria-labelledby="whole-results">
        <h2 id="whole-results">All libraries, run by run</h2>
        {newest.map((result) => (
          <details key={result.date}>
            <summary>{describeOrigin(result)}</summary>
            {groupRows(result.rows).map((rows) => (
              <WholeCase
                key={`${rows[0]?.case} ${caseKey(rows[0] as Row)}`}
                rows={rows}
                origin={`, ${deviceName(result)}, ${result.date}`}
              />
            ))}
          </details>
        ))}
      </section>
    </>
  );
}

function TimelineCard({ timeline: { case: name, phase, shape, entries } }: { timeline: Timeline }) {
  const title = `${phaseNames[phase]}, ${name}`;
  const sizes = describeShape(shape, phase);
  return (
    <section class="card group" aria-label={`${title}: ${sizes}`}>
      <header>
        <h2>{title}</h2>
        <p>{sizes}</p>
      </header>
      <ScrollTable
        label={`Times: ${title}, ${sizes}`}
        columns={['Device', 'date', 'commit', 'Gatewave', 'fastest other', 'speed-up', 'error']}
      >
        <tbody>
          {entries.map((entry) => (
            <TimelineRow key={`${entry.result.date} ${entry.result.device.adapter}`} entry={entry} />
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
}

function TimelineRow({ entry: { result, ours, other, ratio } }: { entry: Entry }) {
  const { browser, platform, cores } = result.device;
  return (
    <tr>
      <th scope="row">
        {deviceName(result)}
        <small class="remark">
          {browser}, {platform}, {cores} CPU threads
        </small>
      </th>
      <td>{result.date.slice(0, 10)}</td>
      <td>{result.commit ?? '–'}</td>
      <td class="main">{formatTime(ours?.p50 ?? null)}</td>
      <td>{other ? `${formatTime(other.p50)} (${peerLabel(other.peer, other.backend)})` : '–'}</td>
      <td>{formatSpeedUp(ratio)}</td>
      <td>{formatError(ours?.parity.error ?? null)}</td>
    </tr>
  );
}

function WholeCase({ rows, origin }: { rows: Row[]; origin: string }) {
  const { phase, shape, case: name } = rows[0] as Row;
  return (
    <section class="whole">
      <h3>
        {phaseNames[phase]}, {name}: {describeShape(shape, phase)}
      </h3>
      <ResultTable rows={rows} baseline="fastest" earlier={null} origin={origin} />
    </section>
  );
}
