import { formatCount } from '../../shared/format';
import { useApp } from '../state/app';
import { shareDone } from '../state/history';
import './control-bar.css';
import { RunProblem } from './run-problem';
import { Standing } from './standing';
import { announcement, stateText } from './state-text';
import { TransportButton } from './transport-button';
import { WhatNext } from './what-next';

/** Starts, pauses and ends the run, and says how it goes. */
export function ControlBar() {
  const { run, settings, checkpoints, undoReset } = useApp();
  const status = run.status.value;
  const history = run.history.value;
  const isWrong = settings.problems.value.size > 0;
  const isGoing = status === 'running' || status === 'preparing' || status === 'stopping';
  const hasRun = status === 'running' || status === 'paused';
  const canPlay = status === 'paused' || (!isGoing && !isWrong);
  return (
    <section
      class="control-bar"
      id="learn"
      aria-label="Training"
      data-checkpoint={checkpoints.isStored.value ? 'kept' : 'none'}
    >
      {status === 'idle' && <Invitation />}
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
        {hasRun && (
          <TransportButton
            name="stop"
            label="Stop"
            hint="End the run, keep the best network, and test it"
            path="M6 6h12v12H6z"
            isAvailable
            onPress={run.stop}
          />
        )}
        {(hasRun || status === 'ended' || status === 'lost') && (
          <TransportButton
            name="reset"
            label="Reset"
            hint="Forget this run; it can be brought back"
            path="M12 5V2L7 6l5 4V7a5 5 0 1 1-5 5H5a7 7 0 1 0 7-7z"
            isAvailable
            onPress={undoReset.reset}
          />
        )}
        {undoReset.canUndo.value && (
          <TransportButton
            name="undo-reset"
            label="Undo reset"
            hint="Bring the run back"
            path="M12 5V2L7 6l5 4V7a5 5 0 1 1-5 5H5a7 7 0 1 0 7-7z"
            isAvailable
            onPress={undoReset.undo}
          />
        )}
      </div>
      {status !== 'idle' && (
        <>
          <p class="run-state" data-status={status} aria-hidden="true">
            {stateText(status, history)}
          </p>
          <Standing />
          {status !== 'ended' && (
            <progress value={shareDone(history)} max={1} aria-label="Share of the run that is done" />
          )}
          <WhatNext />
        </>
      )}
      <p class="visually-hidden" role="status">
        {announcement(status, history)}
      </p>
      <RunProblem />
    </section>
  );
}

/** What Train does, before anybody has pressed it. */
function Invitation() {
  const { data } = useApp();
  const count = data.shape.value?.count;
  return (
    <div class="invitation">
      <h2>{data.file.value ? 'Let it learn them' : 'Let it forget everything, and learn again'}</h2>
      <p>
        {data.file.value ? 'Train teaches a new network' : 'Train wipes the network and teaches it again'},
        from {count ? `${formatCount(count)} ${data.file.value ? 'series' : 'waves'}` : 'examples'}, here in
        your browser. Nothing leaves this tab.
      </p>
    </div>
  );
}
