import { formatDuration, percentOf } from '../../shared/format';
import type { RunRecord } from '../state/run-record';
import { formatWhen } from './when';

/** When, how long and on what a run was trained: `trained today 14:03 in 12 s (14 epochs; processor)`. */
export function sayTraining({ date, seconds, epochs, device }: RunRecord): string {
  return `trained ${formatWhen(new Date(date), new Date())} in ${formatDuration(seconds)} (${epochs} epochs; ${device})`;
}

/** How well a run did: what the list of runs and their comparison say of it. */
export const outcomes: readonly (readonly [title: string, say: (record: RunRecord) => string])[] = [
  ['Validation loss', ({ validationLoss }) => validationLoss?.toFixed(4) ?? '–'],
  ['Test accuracy', ({ test }) => percentOf(test?.accuracy)],
  ['Balanced accuracy', ({ test }) => percentOf(test?.balancedAccuracy)],
  ['F1', ({ test }) => test?.f1?.toFixed(3) ?? '–'],
  ['ROC AUC', ({ test }) => test?.rocAuc?.toFixed(4) ?? '–'],
];
