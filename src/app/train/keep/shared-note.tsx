import './shared-note.css';
import { formatCount, formatPercent } from '../../shared/format';
import { useBroughtIntoView } from '../../shared/use-brought-into-view';
import { useApp } from '../state/app';
import { type RunRecord, runName } from '../state/run-record';
import { sayTraining } from './outcomes';

/** What is known of the network that a link or a file brought, and what was wrong with it if it could not be opened. */
export function SharedNote() {
  const { shared, model } = useApp();
  const result = shared.result.value;
  const problem = shared.problem.value;
  // A file may be dropped far below.
  const element = useBroughtIntoView<HTMLParagraphElement>(problem || (result?.record.date ?? ''));
  if (problem) {
    return (
      <p class="problem" role="alert" data-problem="shared" ref={element}>
        {problem} Ask for it again, best as a file. What you see below is not from it.
      </p>
    );
  }
  if (!result) return null;
  const { record } = result;
  return (
    <aside class="row shared-note" aria-label="The result that was sent" ref={element}>
      <p>
        <strong>{runName(record)}</strong>, {sayTraining(record)}. {sayTest(record)}
      </p>
      <div class="row">
        <button
          type="button"
          name="test-shared"
          onClick={() => void model.load(runName(record), { kind: 'weights', bytes: result.model })}
        >
          Test it here
        </button>
        <button
          type="button"
          name="close-shared"
          class="plain"
          onClick={() => {
            history.replaceState(null, '', location.pathname + location.search);
            shared.close();
          }}
        >
          Close
        </button>
      </div>
    </aside>
  );
}

function sayTest({ test, validationAccuracy }: RunRecord): string {
  if (!test) {
    return validationAccuracy === null
      ? 'It was not tested.'
      : `It got ${formatPercent(validationAccuracy)} of the validation series right; it was not tested.`;
  }
  const others = [
    test.f1 !== null && `F1 ${test.f1.toFixed(3)}`,
    test.rocAuc !== null && `ROC AUC ${test.rocAuc.toFixed(4)}`,
  ].filter(Boolean);
  const rest = others.length > 0 ? ` (${others.join(', ')})` : '';
  return `Of ${formatCount(test.count)} series it had never seen, it got ${formatPercent(test.accuracy)} right${rest}.`;
}
