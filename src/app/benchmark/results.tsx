import { describeOrigin } from '../../benchmark/markdown';
import { caseKey, groupRows, type Row } from '../../benchmark/result';
import { verdicts } from '../../benchmark/verdict';
import { describeShape, phaseNames } from '../../benchmark/workload';
import { useBroughtIntoView } from '../shared/use-brought-into-view';
import { BarChart } from './bar-chart';
import { KernelPanel } from './kernel-panel';
import { ResultActions, type ResultActionsProps } from './result-actions';
import { ResultTable } from './result-table';

interface ResultsProps extends ResultActionsProps {
  /** The file that the result is from; '' where it was measured here. */
  file: string;
}

export function Results({ file, ...props }: ResultsProps) {
  const { result, earlier, baseline, isRunning } = props;
  // Another file may be dropped under the same name.
  const originElement = useBroughtIntoView<HTMLParagraphElement>(file && `${file} ${result?.date}`);
  const hasRows = result !== null && result.rows.length > 0;
  return (
    <section class="stack results" aria-label="Results">
      {hasRows && !isRunning && (
        <div class="verdict" role="status">
          {verdicts(result.rows).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      {hasRows && (
        <p class="quiet origin" ref={originElement}>
          {file && `From ${file}, not measured now: `}
          {describeOrigin(result)}
        </p>
      )}
      {hasRows && earlier && <p class="quiet origin">Compared with {describeOrigin(earlier)}</p>}
      <ResultActions {...props} />
      {hasRows &&
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
      {hasRows && (
        <p class="quiet">
          95 % within: no more than one run in twenty took longer. Error: how far the result is from the same
          network computed with 64 bits, as a share. Dispatches: how many pieces of work the GPU was given.
        </p>
      )}
    </section>
  );
}
