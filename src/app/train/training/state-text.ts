import { formatPercent } from '../../shared/format';
import type { History } from '../state/history';
import type { RunStatus } from '../state/run';
import { bestEpoch } from './curve-note';

/** The state of the run, in a few words that stay in view. */
export function stateText(status: RunStatus, { fold, start, loss, epochs }: History): string {
  const best = bestEpoch(epochs);
  switch (status) {
    case 'idle':
      return '';
    case 'preparing':
    case 'running':
      // The code is compiled when the first step needs it.
      if (loss.length > 0) return 'Training';
      if (fold) return `Cross-validation: ${fold.fold} of ${fold.folds}`;
      return start?.backend === 'cpu' ? 'Preparing …' : 'Preparing the GPU code …';
    case 'stopping':
      return 'Stopping …';
    case 'paused':
      return 'Paused';
    case 'ended':
      return `Training has ended${best && start?.kept !== 'last' ? `: best in epoch ${best.epoch}` : ''}`;
    case 'lost':
      return 'Interrupted';
  }
}

/** What a screen reader says during the run: not every step, but each change and each epoch. */
export function announcement(status: RunStatus, history: History): string {
  const last = history.epochs.at(-1);
  const state = stateText(status, history);
  if (!last) return state;
  const epoch = `Epoch ${last.epoch}: validation loss ${last.validationLoss.toFixed(3)}, accuracy ${formatPercent(last.validationAccuracy)}.`;
  return status === 'running' ? epoch : `${state}. ${epoch}`;
}
