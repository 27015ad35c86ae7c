import type { Dataset } from '../../../data/dataset';
import type { TrainingSummary } from '../../../model/api';
import type { EpochEvent, SnapshotEvent, StartEvent, TrainingEvent } from '../../../model/events';

/** What is known of one run. Plain values: a checkpoint keeps it. */
export interface History {
  start: StartEvent | null;
  /** Of each step so far. */
  loss: number[];
  accuracy: number[];
  /** Before clipping. */
  gradientNorm: number[];
  epochs: EpochEvent[];
  /** The watched series' attention as it moved; every epoch's end is kept, and what lies between is thinned out. */
  snapshots: SnapshotEvent[];
  /** The watched series, in the order of the snapshots' rows. */
  watched: Dataset | null;
  stepsPerSecond: number;
  /** Running time when the last event came, and how many steps were done then, for the time that is left. */
  seconds: number;
  summary: TrainingSummary | null;
}

export const emptyHistory: History = {
  start: null,
  loss: [],
  accuracy: [],
  gradientNorm: [],
  epochs: [],
  snapshots: [],
  watched: null,
  stepsPerSecond: 0,
  seconds: 0,
  summary: null,
};

/** Snapshots that are kept of one run; beyond, every second of those between epochs is dropped. */
const mostSnapshots = 240;

/** The history after one more event. */
export function record(history: History, event: TrainingEvent): History {
  switch (event.type) {
    case 'start':
      return { ...history, start: event, summary: null };
    case 'steps':
      return {
        ...history,
        loss: [...history.loss, ...event.loss],
        accuracy: [...history.accuracy, ...event.accuracy],
        gradientNorm: [...history.gradientNorm, ...event.gradientNorm],
        stepsPerSecond: event.stepsPerSecond,
        seconds: history.seconds + event.loss.length / event.stepsPerSecond,
      };
    case 'epoch':
      return { ...history, epochs: [...history.epochs, event] };
    case 'snapshot':
      return { ...history, snapshots: thin([...history.snapshots, event]) };
    case 'end':
      return { ...history, seconds: event.seconds };
  }
}

/** Steps done. */
export function stepsDone({ start, loss }: History): number {
  return loss.length > 0 ? loss.length : (start?.globalStep ?? 0);
}

/** From 0 to 1, of the most steps that the run can take. */
export function shareDone(history: History): number {
  const { start } = history;
  return start ? stepsDone(history) / (start.epochs * start.stepsPerEpoch) : 0;
}

/** Seconds until the last epoch's end at the pace so far; null before there is one. */
export function secondsLeft(history: History): number | null {
  const { start, seconds } = history;
  const done = stepsDone(history);
  if (!start || done === 0 || seconds === 0) return null;
  return (seconds / done) * (start.epochs * start.stepsPerEpoch - done);
}

function thin(snapshots: SnapshotEvent[]): SnapshotEvent[] {
  if (snapshots.length <= mostSnapshots) return snapshots;
  const endsEpoch = (snapshot: SnapshotEvent, i: number) => snapshots[i - 1]?.epoch !== snapshot.epoch;
  return snapshots.filter(
    (snapshot, i) => endsEpoch(snapshot, i) || i % 2 === 0 || i === snapshots.length - 1,
  );
}
