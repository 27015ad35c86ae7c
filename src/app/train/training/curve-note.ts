import type { EpochEvent, StartEvent } from '../../../model/training/events';
import { formatPercent } from '../../shared/format';
import type { History } from '../state/history';

/** What the curves show at this moment, in words. */
export interface CurveNote {
  title: string;
  text: string;
}

/** Steps before a loss that does not fall is worth a word. */
const earliest = 40;
/** How far from guessing the mean loss may be to count as guessing. */
const tolerance = 0.06;

/** Explains where the loss stands. @param mean of the latest losses. */
export function curveNote(
  { loss, epochs, summary, start, fold }: History,
  mean: number,
  classes: number,
): CurveNote {
  if (fold) {
    return summary
      ? {
          title: `It has stopped in cross-validation: part ${fold.fold} of ${fold.folds}.`,
          text: 'Until it goes on, the network is that of this part, which has not learned from all the series.',
        }
      : {
          title: `First, cross-validation: part ${fold.fold} of ${fold.folds}.`,
          text: 'There are too few series to hold some back. So it trains without a part of them first, and is tested on that part: this shows how long to train on all of them, and how well that will do on new ones.',
        };
  }
  if (!start || loss.length === 0) {
    return start?.backend === 'webgpu'
      ? {
          title: 'The GPU code is being compiled.',
          text: 'The first step waits for it. Where series are of several lengths, so does the first batch of each length.',
        }
      : {
          title: 'The first plateau',
          text: 'At first the loss will hardly move, as expected. What it does is explained here as it happens.',
        };
  }
  const best = bestEpoch(epochs);
  if (best && summary && summary.reason !== 'stopped') {
    const text = whatRemains(start, best);
    return summary.reason === 'finished'
      ? { title: 'All epochs are done.', text }
      : {
          title: 'It stopped early.',
          text: `For ${epochs.length - best.epoch} epochs the validation loss had not fallen. ${text}`,
        };
  }
  const guessing = Math.log(classes);
  if (loss.length >= earliest && Math.abs(mean - guessing) <= tolerance * guessing) {
    return {
      title: 'So far it is guessing.',
      text: `A loss of ${guessing.toFixed(3)} (ln ${classes}) is what ${classes === 2 ? 'tossing a coin' : `guessing among ${classes} classes`} gets. This is normal: first it has to find what tells the classes apart. That usually takes a few hundred steps, at small learning rates a few thousand.`,
    };
  }
  if (!best) {
    return {
      title: 'Training has started.',
      text: 'The thin line is the loss of each batch and jumps about; the thick one is their mean, and should fall.',
    };
  }
  const text = whatRemains(start, best);
  return isOverfitting(epochs, best)
    ? {
        title: 'It is starting to memorise.',
        text: `Since epoch ${best.epoch} it does better only on the series that it trains on. ${text}`,
      }
    : { title: `Best so far: epoch ${best.epoch}.`, text };
}

export function bestEpoch(epochs: readonly EpochEvent[]): EpochEvent | undefined {
  return epochs.findLast(({ improved }) => improved);
}

/** Which weights are kept, and what to expect of them. */
function whatRemains({ heldBack, kept, length }: StartEvent, best: EpochEvent): string {
  if (heldBack === 0) {
    const expected = length
      ? `What to expect on new ones, by cross-validation over ${length.folds} folds: ${formatPercent(length.accuracy.mean)} ± ${formatPercent(length.accuracy.deviation)}; length ${length.steps} of ${length.of} steps.`
      : 'Only a test tells how it does on new ones.';
    return `It learns from all the series, so “validation” shows how well it knows these same ones. ${expected}`;
  }
  if (kept === 'last')
    return 'The last weights are kept: too few series validate to tell which epoch is best.';
  return `The weights of epoch ${best.epoch} are kept, where the loss on the validation series, which it does not train on, is lowest: ${best.validationLoss.toPrecision(3)}.`;
}

/** Whether validation has become clearly worse since its best while training has improved. */
function isOverfitting(epochs: readonly EpochEvent[], best: EpochEvent): boolean {
  const since = epochs.slice(best.epoch);
  return (
    since.length >= 3 &&
    since.slice(-3).every(({ validationLoss }) => validationLoss > 1.1 * best.validationLoss) &&
    (since.at(-1) as EpochEvent).trainLoss < best.trainLoss
  );
}
