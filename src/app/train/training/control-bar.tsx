import { useApp } from '../state/app';
import { shareDone } from '../state/history';
import './control-bar.css';
import { RunProblem } from './run-problem';
import { Standing } from './standing';
import { announcement, stateText } from './state-text';
import { TransportButton } from './transport-button';

/** Play, pause, step, stop and reset, with the state of the run; stays in view. */
export function ControlBar() {
  const { run, settings } = useApp();
  const status = run.status.value;
  const history = run.history.value;
  const isWrong = settings.problems.value.size > 0;
  const isGoing = status === 'running' || status === 'preparing' || status === 'stopping';
  const hasRun = status === 'running' || status === 'paused';
  const canStep = status === 'paused' || (status === 'idle' && !isWrong);
  const canPlay = status === 'paused' || (!isGoing && !isWrong);
  return (
    <section class="control-bar" id="train" aria-label="Training controls">
      <div class="transport">
        {isGoing ? (
          <TransportButton
            name="pause"
            label="Pause"
            path="M7 5h4v14H7zM13 5h4v14h-4z"
            isPrimary
            isAvailable={status === 'running'}
            onPress={run.pause}
          />
        ) : (
          <TransportButton
            name="play"
            label={status === 'paused' ? 'Continue' : status === 'ended' ? 'Train again' : 'Train'}
            path="M7 4l13 8-13 8z"
            isPrimary
            isAvailable={canPlay}
            onPress={run.play}
          />
        )}
        <TransportButton
          name="step"
          label="Step"
          hint="One training step, then pause"
          path="M5 4l10 8-10 8zM17 4h3v16h-3z"
          isAvailable={canStep}
          onPress={run.step}
        />
        <TransportButton
          name="stop"
          label="Stop"
          hint="End the run, keep the best network, and test it"
          path="M6 6h12v12H6z"
          isAvailable={hasRun}
          onPress={run.stop}
        />
        <TransportButton
          name="reset"
          label="Reset"
          hint="Forget this run"
          path="M12 5V2L7 6l5 4V7a5 5 0 1 1-5 5H5a7 7 0 1 0 7-7z"
          isAvailable={status !== 'idle' && status !== 'preparing'}
          onPress={run.reset}
        />
      </div>
      <p class="run-state" data-status={status} aria-hidden="true">
        {stateText(status, history)}
      </p>
      <Standing />
      <progress value={shareDone(history)} max={1} aria-label="Share of the run that is done" />
      <p class="visually-hidden" role="status">
        {announcement(status, history)}
      </p>
      <RunProblem />
    </section>
  );
}
