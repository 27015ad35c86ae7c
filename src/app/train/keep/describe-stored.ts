import type { StoredRun } from '../state/saved-run';
import { formatWhen } from './when';

/** How far the run had come, and which one it is: `at epoch 5 of 30 (today 14:03, 100 points, seed 0).` */
export function describeStored({ history, origin, file, savedAt }: StoredRun, now: Date): string {
  const { config } = origin;
  const done = history.epochs.length;
  const epochs = history.start?.epochs ?? config.epochs;
  const at = done > 0 ? `after epoch ${done} of ${epochs}` : 'in its first epoch';
  const what = file ?? `${config.num_points} points`;
  return `${at} (${formatWhen(new Date(savedAt), now)}, ${what}, seed ${config.seed}).`;
}
