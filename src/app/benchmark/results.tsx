import { describeOrigin } from '../../benchmark/markdown';
import { caseKey, groupRows, type Row } from '../../benchmark/result';
import { describeShape, phaseNames } from '../../benchmark/workload';
import { BarChart } from './bar-chart';
import { KernelPanel } from './kernel-panel';
import { ResultActions, type ResultActionsProps } from './result-actions';
import { ResultTable } from './result-table';

export function Results(props: ResultActionsProps) {
  const { result, earlier, baseline } = props;
  return (
    <section class="results" aria-label="Results">
      <ResultActions {...props} />
      {result && result.rows.length > 0 && <p class="quiet origin">{describeOrigin(result)}</p>}
      {result && earlier && <p class="quiet origin">Compared with {describeOrigin(earlier)}</p>}
      {result &&
        groupRows(result.rows).map((rows) => {
          const [first] = rows as [Row, ...Row[]];
          const { phase, shape } = first;
          const profile = result.profiles.find(
            (other) => other.case === first.case && caseKey(other) === caseKey(first),
          );
          return (
            <section key={`${first.case},${caseKey(first)}`} class="card group">
              <header>
                <p class="eyebrow">{first.case}</p>
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
