import type { EpochEvent, FoldEvent, StartEvent } from '../../../model/training/events';
import { formatPercent } from '../../shared/format';
import type { History } from '../state/history';

/** What the curves show at this moment, in words. */
export interface CurveNote {
  title: string;
  text: string;
}

export interface Task {
  classes: number;
  /** Whether the series are the generator's. */
  isGenerated: boolean;
  /** Whether the series are of several lengths. */
  hasLengths: boolean;
}

/** Number of steps whose mean is judged. */
const span = 30;
/** Number of steps before anything is said about a plateau. */
const earliest = 40;
/** How far from guessing the mean may be to count as guessing. */
const tolerance = 0.06;

/** Explains where the loss stands: the first plateau while it lasts, then what follows it. */
export function plateauNote(history: History, task: Task): CurveNote {
  const { loss, epochs, summary, start, fold } = history;
  if (fold) return summary ? stoppedNote(fold) : foldNote(fold);
  if (loss.length === 0) {
    if (start?.backend === 'webgpu') {
      return {
        title: 'The GPU code is being compiled.',
        text: task.hasLengths
          ? 'Your series are of several lengths, and code is compiled for each length of a batch when it comes first. So the first epoch takes longest, without a real graphics card even minutes.'
          : 'The first step has to wait for it; later ones do not.',
      };
    }
    return {
      title: 'The first plateau',
      text: 'At first the loss will hardly move, as expected. What it does is explained here as it happens.',
    };
  }
  const guessing = Math.log(task.classes);
  const plateau = findPlateau(loss, guessing);
  const best = bestEpoch(epochs);
  const keptLast = start?.kept === 'last';
  if (summary && summary.reason !== 'stopped' && best) {
    return endNote(summary.reason, epochs, best, start);
  }
  if (plateau.isOn) return guessingNote(guessing, task);
  if (best && !keptLast && isOverfitting(epochs, best)) {
    return {
      title: 'It is starting to memorise.',
      text: `Since epoch ${best.epoch} the loss has fallen on the series that it trains on, but risen on those it has not seen. The weights of epoch ${best.epoch} are kept, whatever happens.`,
    };
  }
  if (plateau.leftAt !== null && loss.length - plateau.leftAt < 2 * (start?.stepsPerEpoch ?? 1)) {
    return {
      title: `It left the plateau at step ${plateau.leftAt}.`,
      text: task.isGenerated
        ? 'It has found that a frozen stretch matters, and is improving fast. Watch where the attention goes: often onto that stretch or to its edges.'
        : 'It has found something that tells the classes apart, and is improving fast. Watch where the attention goes.',
    };
  }
  if (best && start?.heldBack === 0) {
    return {
      title: 'It learns from all the series.',
      text: `So “validation” shows how well it knows these same series. ${expected(start)}`,
    };
  }
  if (best) {
    const left = plateau.leftAt === null ? '' : ` It left the plateau at step ${plateau.leftAt}.`;
    return {
      title: `Best so far: epoch ${best.epoch}.`,
      text: `There the loss on the validation series, which it does not train on, was ${best.validationLoss.toPrecision(3)}.${keptLast ? '' : ' These weights are kept.'}${left}`,
    };
  }
  return {
    title: 'Training has started.',
    text: 'The thin line is the loss of each batch and jumps about; the thick one is their mean, and should fall.',
  };
}

/**
 * Where the loss stayed at the level of guessing. `leftAt` is the step, 1-based, after which it was better for good,
 * or null if it was never held up.
 */
export function findPlateau(
  loss: readonly number[],
  guessing: number,
): { isOn: boolean; leftAt: number | null } {
  const low = (1 - tolerance) * guessing;
  const high = (1 + tolerance) * guessing;
  let sum = 0;
  let held = 0;
  let leftAt: number | null = null;
  let mean = Number.NaN;
  for (let i = 0; i < loss.length; i++) {
    sum += loss[i] as number;
    if (i >= span) sum -= loss[i - span] as number;
    if (i < span - 1) continue;
    mean = sum / span;
    if (mean >= low && mean <= high) {
      held += 1;
      // Back to guessing: the earlier improvement did not last.
      if (held >= span) leftAt = null;
    } else {
      if (mean < low && held >= earliest - span && leftAt === null) leftAt = i + 1 - span / 2;
      held = 0;
    }
  }
  const isOn = loss.length >= earliest && mean >= low && mean <= high && leftAt === null;
  return { isOn, leftAt };
}

function guessingNote(guessing: number, { classes, isGenerated }: Task): CurveNote {
  const level = guessing.toFixed(3);
  const means = classes === 2 ? 'what tossing a coin gets' : `what guessing among ${classes} classes gets`;
  const must = isGenerated
    ? 'first it has to find that a short frozen stretch matters, and not how high or fast the wave is'
    : 'first it has to find something in the series that tells the classes apart';
  return {
    title: 'So far it is guessing.',
    text: `A loss of ${level} (ln ${classes}) is ${means}. This is normal: ${must}; it usually breaks through after a few hundred steps, at small learning rates after a few thousand.`,
  };
}

function endNote(
  reason: 'finished' | 'early-stopping',
  epochs: readonly EpochEvent[],
  best: EpochEvent,
  start: StartEvent | null,
): CurveNote {
  if (start?.heldBack === 0) {
    return {
      title: 'All epochs are done.',
      text: `The network has the weights of the last step. ${expected(start)}`,
    };
  }
  const kept =
    start?.kept === 'last'
      ? 'The network has the weights of the last step: too few series validate to tell which epoch was best.'
      : `The network has the weights of epoch ${best.epoch}, where the loss on the validation series was lowest: ${best.validationLoss.toPrecision(3)}.`;
  return reason === 'finished'
    ? { title: 'All epochs are done.', text: kept }
    : {
        title: 'It stopped early.',
        text: `For ${epochs.length - best.epoch} epochs the validation loss had not fallen, so it was not worth going on. ${kept}`,
      };
}

/** Before the run on all series, while its length is looked for. It is read out, so it changes with the fold alone. */
function foldNote({ fold, folds }: FoldEvent): CurveNote {
  return {
    title: `First, cross-validation: part ${fold} of ${folds}.`,
    text: `There are too few series to hold some back. So it first trains ${folds} times without a part of them, and is tested on that part: this shows how long to train on all of them, and how well that will do on new ones.`,
  };
}

/** After a pause or a stop in the middle of it. */
function stoppedNote({ fold, folds, step, steps }: FoldEvent): CurveNote {
  return {
    title: `It has stopped in cross-validation: part ${fold} of ${folds}, step ${step} of ${steps}.`,
    text: 'Until it goes on, the network is that of this part, which has not learned from all the series.',
  };
}

/** What cross-validation says of new series. */
function expected({ length }: StartEvent): string {
  if (!length) return 'Only a test tells how it does on new ones.';
  const { folds, accuracy, steps, of } = length;
  return `What to expect on new ones, by cross-validation over ${folds} folds: ${formatPercent(accuracy.mean)} ± ${formatPercent(accuracy.deviation)}; length ${steps} of ${of} steps.`;
}

export function bestEpoch(epochs: readonly EpochEvent[]): EpochEvent | undefined {
  return epochs.findLast(({ improved }) => improved);
}

/** Whether validation has become clearly worse since its best while training has improved. */
function isOverfitting(epochs: readonly EpochEvent[], best: EpochEvent): boolean {
  const last = epochs.at(-1) as EpochEvent;
  if (last.epoch - best.epoch < 3) return false;
  const since = epochs.filter(({ epoch }) => epoch > best.epoch).slice(-3);
  const isWorse = since.every(({ validationLoss }) => validationLoss > 1.1 * best.validationLoss);
  return isWorse && last.trainLoss < best.trainLoss;
}
