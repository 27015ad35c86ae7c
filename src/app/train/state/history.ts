import type {
  EpochEvent,
  FoldEvent,
  StartEvent,
  StepsEvent,
  TrainingEvent,
} from '../../../model/training/events';
import type { TrainingSummary } from '../../../model/training/training-run';

/** What is known about one run. Plain values: a checkpoint keeps it. */
export interface History {
  /** Where the search for the length of the run stands; null where there is none, and once the run has begun. */
  fold: FoldEvent | null;
  start: StartEvent | null;
  /** The loss of each step so far. */
  loss: number[];
  accuracy: number[];
  epochs: EpochEvent[];
  /** Averaged over the last few seconds. */
  stepsPerSecond: number;
  /** Running time at the last event. */
  seconds: number;
  /** What the first steps took, which also compiled the code; null before they are done. */
  warmUp: { steps: number; seconds: number } | null;
  /** Until the end of the last epoch, smoothed; null before there is a pace. */
  secondsLeft: number | null;
  summary: TrainingSummary | null;
}

export const emptyHistory: History = {
  fold: null,
  start: null,
  loss: [],
  accuracy: [],
  epochs: [],
  stepsPerSecond: 0,
  seconds: 0,
  warmUp: null,
  secondsLeft: null,
  summary: null,
};

/** The history after one more event. */
export function record(history: History, event: TrainingEvent): History {
  switch (event.type) {
    case 'fold':
      return { ...history, fold: event, summary: null };
    case 'start':
      return { ...history, fold: null, start: event, summary: null };
    case 'steps':
      return paced(history, withSteps(history, event));
    case 'epoch':
      return paced(history, withEpoch(history, event));
    case 'end':
      return { ...history, seconds: event.seconds };
  }
}

/** Steps done. */
export function stepsDone({ start, loss }: History): number {
  return loss.length > 0 ? loss.length : (start?.globalStep ?? 0);
}

/** Share of the most steps that the run can take, 0 to 1. */
export function shareDone(history: History): number {
  const { start } = history;
  return start ? stepsDone(history) / (start.epochs * start.stepsPerEpoch) : 0;
}

/** Steps after the first ones that make a pace. */
const fewestPaced = 10;
/** How much of the way to the new estimate the time left goes with each event. */
const correction = 0.1;

/** The history with the time left: what it was, less what has passed, corrected by the mean pace of the run so far. */
function paced(before: History, history: History): History {
  const { start, warmUp, seconds } = history;
  if (!start || !warmUp) return history;
  const done = stepsDone(history) - warmUp.steps;
  if (done < fewestPaced) return history;
  const left = start.epochs * start.stepsPerEpoch - stepsDone(history);
  const measured = ((seconds - warmUp.seconds) / done) * left;
  if (before.secondsLeft === null) return { ...history, secondsLeft: measured };
  const expected = before.secondsLeft - (seconds - before.seconds);
  return { ...history, secondsLeft: Math.max(0, expected + correction * (measured - expected)) };
}

function withSteps(history: History, event: StepsEvent): History {
  const loss = [...history.loss, ...event.loss];
  const seconds = history.seconds + event.seconds;
  return {
    ...history,
    loss,
    accuracy: [...history.accuracy, ...event.accuracy],
    stepsPerSecond: event.stepsPerSecond,
    seconds,
    warmUp: history.warmUp ?? { steps: loss.length, seconds },
  };
}

function withEpoch(history: History, event: EpochEvent): History {
  const epochs = [...history.epochs, event];
  return { ...history, epochs, seconds: epochs.reduce((sum, { seconds }) => sum + seconds, 0) };
}
