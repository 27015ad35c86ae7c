import { formatCount, formatDuration, formatPercent } from '../../shared/format';
import { useApp } from '../state/app';
import { type History, stepsDone } from '../state/history';
import type { RunStatus } from '../state/run';

interface Entry {
  name: string;
  value: string;
  note?: string;
  /** Left out on a phone, where the curves show it. */
  isMinor?: boolean;
}

/** Numbers of fixed width, so that nothing moves while they change. */
export function Standing() {
  const { run } = useApp();
  return (
    <dl class="facts standing">
      {entriesOf(run.history.value, run.status.value).map(({ name, value, note, isMinor }) => (
        <div key={name} class={isMinor ? 'minor' : ''}>
          <dt>{name}</dt>
          <dd data-standing={name}>
            {value} {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function entriesOf(history: History, status: RunStatus): Entry[] {
  const { fold, start, epochs, loss, stepsPerSecond } = history;
  const last = epochs.at(-1);
  return [
    { name: 'Epoch', value: start ? `${epochs.length}` : '–', ...(start && { note: `of ${start.epochs}` }) },
    { name: 'Step', value: formatStep(history), isMinor: true },
    { name: 'Loss', value: mean(loss.slice(-20))?.toFixed(3) ?? '–' },
    { name: 'Validation', value: formatAccuracy(fold?.validation?.accuracy ?? last?.validationAccuracy) },
    { name: 'Steps a second', value: stepsPerSecond ? stepsPerSecond.toFixed(1) : '–', isMinor: true },
    timeEntry(history, status),
  ];
}

function formatStep(history: History): string {
  if (history.fold) return formatCount(history.fold.step);
  return history.start ? formatCount(stepsDone(history)) : '–';
}

function formatAccuracy(accuracy: number | undefined): string {
  return accuracy === undefined ? '–' : formatPercent(accuracy);
}

function timeEntry(history: History, status: RunStatus): Entry {
  if (status === 'ended') return { name: 'Took', value: formatDuration(history.seconds) };
  const left = history.secondsLeft;
  return { name: 'Time left', value: left === null ? '–' : formatDuration(left) };
}

function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
