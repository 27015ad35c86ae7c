import { describeOrigin } from '../../benchmark/markdown';
import type { PeerId } from '../../benchmark/peer-names';
import { type BenchmarkResult, caseKey, groupRows, type Row } from '../../benchmark/result';
import { describeShape, phaseNames } from '../../benchmark/workload';
import { BarChart } from './bar-chart';
import { KernelPanel } from './kernel-panel';
import { ResultActions } from './result-actions';
import { ResultTable } from './result-table';

interface ResultsProps {
  result: BenchmarkResult | null;
  /** To compare with. */
  earlier: BenchmarkResult | null;
  baseline: PeerId;
  isRunning: boolean;
  onBaseline(baseline: PeerId): void;
  onLoad(result: BenchmarkResult): void;
  onCompare(result: BenchmarkResult | null): void;
}

export function Results(props: ResultsProps) {
  const { result, earlier, baseline } = props;
  return (
    <section class="results" aria-label="Results">
      <ResultActions {...props} />
      {result && result.rows.length > 0 && <p class="quiet origin">{describeOrigin(result)}</p>}
      {result && earlier && <p class="quiet origin">Compared with {describeOrigin(earlier)}</p>}
      {result &&
        groupRows(result.rows).map((rows) => {
          const [{ phase, shape }] = rows as [Row, ...Row[]];
          const profile = result.profiles.find((other) => caseKey(other) === caseKey({ phase, shape }));
          return (
            <section key={caseKey({ phase, shape })} class="card group">
              <header>
                <h2>{phaseNames[phase]}</h2>
                <p>{describeShape(shape, phase)}</p>
              </header>
              <BarChart rows={rows} baseline={baseline} />
              <ResultTable rows={rows} baseline={baseline} earlier={earlier} />
              {profile && <KernelPanel profile={profile} />}
            </section>
          );
        })}
    </section>
  );
}
