import { percentOf } from '../../shared/format';
import type { RunRecord } from '../state/run-record';

/** How well a run did: what the list of runs and their comparison say of it. */
export const outcomes: readonly (readonly [title: string, say: (record: RunRecord) => string])[] = [
  ['Validation loss', ({ validationLoss }) => validationLoss?.toFixed(4) ?? '–'],
  ['Test accuracy', ({ test }) => percentOf(test?.accuracy)],
  ['Balanced accuracy', ({ test }) => percentOf(test?.balancedAccuracy)],
  ['F1', ({ test }) => test?.f1?.toFixed(3) ?? '–'],
  ['ROC AUC', ({ test }) => test?.rocAuc?.toFixed(4) ?? '–'],
];
