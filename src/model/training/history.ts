/** The file history.csv: how a run went, epoch by epoch. */
import type { EpochEvent } from './events';

const historyColumns = {
  epoch: 'epoch',
  train_loss: 'trainLoss',
  train_accuracy: 'trainAccuracy',
  validation_loss: 'validationLoss',
  validation_accuracy: 'validationAccuracy',
  learning_rate: 'learningRate',
  seconds: 'seconds',
  improved: 'improved',
} as const satisfies Record<string, keyof EpochEvent>;

/** A line for each epoch, below the names of the columns. */
export function historyCsv(epochs: readonly EpochEvent[]): string {
  const rows = epochs.map((epoch) => Object.values(historyColumns).map((key) => String(epoch[key])));
  return [Object.keys(historyColumns), ...rows].map((cells) => `${cells.join(',')}\n`).join('');
}
