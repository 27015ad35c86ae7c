import { formatDuration, formatPercent } from '../../shared/format';
import { useApp } from '../state/app';
import { type History, secondsLeft, shareDone, stepsDone } from '../state/history';
import type { RunStatus } from '../state/run';
import { RunProblem } from './run-problem';

/** Play, pause, step, stop and reset, and where the run stands; stays in sight. */
export function ControlBar() {
  const { run, settings } = useApp();
  const status = run.status.value;
  const isWrong = settings.problems.value.size > 0;
  const isGoing = status === 'running' || status === 'preparing' || status === 'stopping';
  const hasRun = status === 'running' || status === 'paused';
  const canPlay = status === 'paused' || (!isGoing && !isWrong);
  return (
    <section class="control-bar" id="train" aria-label="Training">
      <div class="transport">
        <button
          type="button"
          class="icon"
          name="reset"
          disabled={status === 'idle' || status === 'preparing'}
          title="Forget this run"
          onClick={() => void run.reset()}
        >
          <Icon path="M12 5V2L7 6l5 4V7a5 5 0 1 1-5 5H5a7 7 0 1 0 7-7z" />
          <span>Reset</span>
        </button>
        {isGoing ? (
          <button
            type="button"
            class="primary play"
            name="pause"
            disabled={status !== 'running'}
            onClick={() => void run.pause()}
          >
            <Icon path="M7 5h4v14H7zM13 5h4v14h-4z" />
            <span>{status === 'preparing' ? 'Starting' : 'Pause'}</span>
          </button>
        ) : (
          <button
            type="button"
            class="primary play"
            name="play"
            disabled={!canPlay}
            onClick={() => void run.play()}
          >
            <Icon path="M7 4l13 8-13 8z" />
            <span>{status === 'paused' ? 'Go on' : 'Train'}</span>
          </button>
        )}
        <button
          type="button"
          class="icon"
          name="step"
          disabled={!canPlay}
          title="One training step, then pause"
          onClick={() => void run.step()}
        >
          <Icon path="M5 4l10 8-10 8zM17 4h3v16h-3z" />
          <span>Step</span>
        </button>
        <button
          type="button"
          class="icon"
          name="stop"
          disabled={!hasRun}
          title="End the run, keep the best network, and test it"
          onClick={() => void run.stop()}
        >
          <Icon path="M6 6h12v12H6z" />
          <span>Stop</span>
        </button>
      </div>
      <Standing />
      <progress value={shareDone(run.history.value)} max={1} aria-label="Share of the run that is done" />
      <p class="visually-hidden" role="status">
        {announce(status, run.history.value)}
      </p>
      <RunProblem />
    </section>
  );
}

/** Numbers of fixed width, so that nothing moves while they change. */
function Standing() {
  const { run } = useApp();
  const history = run.history.value;
  const { start, epochs, loss, stepsPerSecond } = history;
  const status = run.status.value;
  const steps = stepsDone(history);
  const left = secondsLeft(history);
  const last = epochs.at(-1);
  const entries: [name: string, value: string, note: string][] = [
    ['Epoch', start ? `${epochs.length}` : '–', start ? `of ${start.epochs}` : ''],
    ['Step', start ? `${steps}` : '–', ''],
    ['Loss', mean(loss.slice(-20))?.toFixed(4) ?? '–', ''],
    ['Validation accuracy', last ? formatPercent(last.validationAccuracy) : '–', ''],
    ['Steps a second', stepsPerSecond ? stepsPerSecond.toFixed(1) : '–', ''],
    ['Time left', left === null ? '–' : status === 'ended' ? 'done' : formatDuration(left), ''],
  ];
  return (
    <dl class="standing">
      {entries.map(([name, value, note]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value} {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What a screen reader says as the run goes on: not every step, but each change and each epoch. */
function announce(status: RunStatus, { epochs, summary }: History): string {
  const last = epochs.at(-1);
  const epoch = last
    ? `Epoch ${last.epoch}: validation loss ${last.validationLoss.toFixed(3)}, accuracy ${formatPercent(last.validationAccuracy)}.`
    : '';
  switch (status) {
    case 'idle':
      return '';
    case 'preparing':
      return 'Preparing the training.';
    case 'running':
      return epoch || 'Training.';
    case 'stopping':
      return 'Stopping after the steps in flight.';
    case 'paused':
      return `Paused. ${epoch}`;
    case 'ended':
      return `Training has ended${summary ? ` after ${formatDuration(summary.seconds)}` : ''}. ${epoch}`;
    case 'lost':
      return 'The training was interrupted.';
  }
}

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function Icon({ path }: { path: string }) {
  return (
    <svg class="icon-shape" viewBox="0 0 24 24" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
