import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { SnapshotEvent } from '../../../model/training/events';
import { formatCount } from '../../shared/format';
import { useApp } from '../state/app';
import { currentSnapshot, filmOf, snapshotAt } from './attention-frames';
import { scrubbedStep } from './curve-view';

/** The film's pictures per second and most pictures; fewer where reduced motion is preferred. */
const film = { perSecond: 12, most: 96 };
const calmFilm = { perSecond: 1, most: 10 };

/** Goes back through the snapshots of the run, by hand or as a film; at its end it follows the training. */
export function Scrubber({ snapshots }: { snapshots: SnapshotEvent[] }) {
  const { run } = useApp();
  const isPlaying = useSignal(false);
  const last = snapshots.length - 1;
  const step = scrubbedStep.value;
  const isLive = step === null;
  const current = useComputed(() => currentSnapshot(run.history.value, run.status.value === 'ended'));
  const index = isLive ? current.value : snapshotAt(snapshots, step);
  const shown = snapshots[index];
  const isEmpty = last < 1;
  useSignalEffect(() => {
    // Another run has different steps.
    void run.origin.value;
    scrubbedStep.value = null;
    isPlaying.value = false;
  });
  useFilm(snapshots, isPlaying.value, () => {
    isPlaying.value = false;
  });
  const status = run.status.value;
  const isGoing = status === 'running' || status === 'stopping';
  const show = (next: number) => {
    scrubbedStep.value = next === current.value ? null : (snapshots[next]?.globalStep ?? null);
  };
  const name = isGoing ? 'Live' : status === 'ended' ? 'Kept' : 'Latest';
  return (
    <div class="scrubber">
      <button
        type="button"
        name="replay"
        aria-disabled={isEmpty}
        onClick={() => {
          if (!isEmpty) isPlaying.value = !isPlaying.value;
        }}
      >
        <svg class="icon-shape" viewBox="0 0 24 24" aria-hidden="true">
          <path d={isPlaying.value ? 'M7 5h4v14H7zM13 5h4v14h-4z' : 'M7 4l13 8-13 8z'} />
        </svg>
        {isPlaying.value ? 'Halt' : 'Replay'}
      </button>
      <input
        type="range"
        name="scrub"
        aria-label="Moment of the training"
        aria-valuetext={
          shown ? `${momentOf(shown)}${isLive ? `, ${name.toLowerCase()}` : ''}` : 'nothing yet'
        }
        min={0}
        max={Math.max(1, last)}
        step={1}
        value={isEmpty ? 1 : index}
        disabled={isEmpty}
        onInput={({ currentTarget }) => {
          isPlaying.value = false;
          show(currentTarget.valueAsNumber);
        }}
      />
      <output class="moment">{shown ? momentOf(shown) : 'nothing yet'}</output>
      <button
        type="button"
        name="live"
        class="live"
        aria-pressed={isLive}
        aria-disabled={isEmpty}
        title={status === 'ended' ? 'Show the weights that are kept' : 'Follow the training'}
        onClick={() => {
          isPlaying.value = false;
          scrubbedStep.value = null;
        }}
      >
        {name}
      </button>
    </div>
  );
}

function momentOf({ epoch, globalStep }: SnapshotEvent): string {
  return `epoch ${epoch}, step ${formatCount(globalStep)}`;
}

/** Shows one snapshot after the other, from the first to the one that is last when the film starts. */
function useFilm(snapshots: SnapshotEvent[], isPlaying: boolean, onEnd: () => void): void {
  useEffect(() => {
    if (!isPlaying) return;
    const { perSecond, most } = matchMedia('(prefers-reduced-motion: reduce)').matches ? calmFilm : film;
    const steps = filmOf(snapshots.length, most).map(
      (index) => (snapshots[index] as SnapshotEvent).globalStep,
    );
    let picture = 0;
    const next = () => {
      if (picture >= steps.length - 1) {
        scrubbedStep.value = null;
        onEnd();
        return;
      }
      scrubbedStep.value = steps[picture] as number;
      picture += 1;
    };
    next();
    const timer = setInterval(next, 1000 / perSecond);
    return () => clearInterval(timer);
  }, [isPlaying]);
}
