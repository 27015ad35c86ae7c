import { useApp } from '../state/app';

/** Why the run did not start or was interrupted, and how to continue. */
export function RunProblem() {
  const { run, settings } = useApp();
  const status = run.status.value;
  const saved = run.saved.value;
  const wrong = [...settings.problems.value.values()];
  if (run.problem.value) {
    return (
      <div class="problem" role="alert">
        <p>{run.problem.value}</p>
        {status === 'lost' && !saved && <p>No state of this run was kept yet: Train begins it again.</p>}
        {status === 'lost' && saved && (
          <>
            <p>Nothing is lost: the state after epoch {saved.history.epochs.length} is kept.</p>
            <button
              type="button"
              name="recover"
              onClick={() => void run.restore(saved, { reopen: true }).then(() => run.play())}
            >
              Continue from there
            </button>
          </>
        )}
      </div>
    );
  }
  if (wrong.length > 0 && status !== 'running') {
    return <p class="quiet">Correct these settings before training can start: {wrong[0]}</p>;
  }
  return null;
}
