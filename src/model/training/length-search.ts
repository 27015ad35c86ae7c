import type { Dataset } from '../../data/dataset';
import { unpackTexts } from '../../data/packed-texts';
import { remeasured } from '../../data/preparation/fit';
import type { Preparation } from '../../data/preparation/preparation';
import { prepareDataset } from '../../data/preparation/prepare';
import { splitIntoFolds } from '../../data/split';
import { ModelError } from '../errors';
import { type Classifier, initialWeights } from '../network/classifier';
import type { TrainingEvent } from './events';
import type { FoldCurve } from './found-length';
import { type Recipe, repeatedForEpoch } from './recipes';
import { type RunDescription, Trainer } from './trainer';

interface SearchParts {
  classifier: Classifier;
  recipe: Recipe;
  seed: number;
  /** The series to train on, unprepared. */
  train: Dataset;
  preparation: Preparation;
}

/** Where a search stands, as a plain value. */
export interface SearchState {
  /** A curve for each fold that is done. */
  done: readonly FoldCurve[];
  /** That of the fold under way so far; null when all are done. */
  points: FoldCurve['points'] | null;
}

/** Trainer and series of one fold. */
interface Fold {
  trainer: Trainer;
  /** What it trains on, as often as an epoch goes through it. */
  trainCount: number;
  /** Series that it is tested on. */
  count: number;
  points: { loss: number; accuracy: number }[];
}

/** In how many folds a training part is cut to find the length: none where it cannot be cut in two. */
export function searchFolds(
  { count, groups }: Dataset,
  { lengthFolds }: Pick<Recipe, 'lengthFolds'>,
): number {
  const folds = Math.min(lengthFolds, groups ? new Set(unpackTexts(groups)).size : count);
  return folds < 2 ? 0 : folds;
}

/**
 * Trains on all folds but one, for each fold in turn, and follows the loss on that one: one run after the other, with the
 * classifier of the run that is to come and the same seed. Where and how a fold stands can be kept and restored.
 */
export class LengthSearch {
  /** Of the folds that are done, … */
  private curves: FoldCurve[] = [];
  /** … and the one under way; null when all are done. */
  private fold: Fold | null;

  constructor(
    private readonly parts: SearchParts,
    readonly folds: number,
  ) {
    this.fold = this.open();
  }

  get isDone(): boolean {
    return this.fold === null;
  }

  /** A curve for each fold that is done. */
  get found(): readonly FoldCurve[] {
    return this.curves;
  }

  /** The trainer under way. */
  get trainer(): Trainer {
    return this.requireFold().trainer;
  }

  /** What a checkpoint of the fold under way must fit. */
  get trainCount(): number {
    return this.requireFold().trainCount;
  }

  state(): SearchState {
    const { curves, fold } = this;
    return { done: [...curves], points: fold && [...fold.points] };
  }

  /** Goes to where a state was taken; the trainer of the fold under way is at its beginning. @throws ModelError */
  restore(state: SearchState): void {
    if (isDamaged(state, this.folds)) {
      throw new ModelError('The checkpoint is damaged: its cross-validation makes no sense. Train again.');
    }
    this.dispose();
    this.curves = [...state.done];
    this.fold = this.open();
    this.fold?.points.push(...(state.points ?? []));
  }

  /** See `Trainer.stop`. */
  stop(): void {
    this.fold?.trainer.stop();
  }

  /**
   * Goes on with the folds until all are done, or until it is stopped, or has taken a number of steps.
   * @param mustStop asked between folds. @returns the steps it took.
   */
  async run(
    onEvent: (event: TrainingEvent) => void,
    description: RunDescription,
    { steps, mustStop }: { steps: number; mustStop: () => boolean },
  ): Promise<number> {
    let taken = 0;
    while (this.fold) {
      const { fold } = this;
      const before = fold.trainer.progress.globalStep;
      this.tell(onEvent);
      const { reason, position } = await fold.trainer.run(
        (event) => {
          if (event.type !== 'epoch') return;
          fold.points.push({ loss: event.validationLoss, accuracy: event.validationAccuracy });
          this.tell(onEvent);
        },
        description,
        { steps: steps - taken },
      );
      taken += position.globalStep - before;
      if (reason === 'stopped') break;
      this.close();
      this.fold = this.open();
      if (mustStop() || taken >= steps) break;
    }
    return taken;
  }

  dispose(): void {
    this.fold?.trainer.dispose();
  }

  private tell(onEvent: (event: TrainingEvent) => void): void {
    const { trainer, points } = this.requireFold();
    const { stepsPerEpoch, epochs } = trainer;
    onEvent({
      type: 'fold',
      fold: this.curves.length + 1,
      folds: this.folds,
      step: points.length * stepsPerEpoch,
      steps: epochs * stepsPerEpoch,
      validation: points.at(-1) ?? null,
    });
  }

  /** The fold after those that are done, at its beginning; null after the last one. */
  private open(): Fold | null {
    const { classifier, recipe, seed, train, preparation } = this.parts;
    const number = this.curves.length;
    if (number >= this.folds) return null;
    const { rest, fold } = splitIntoFolds(train, seed, this.folds)[number]!;
    const measured = remeasured(rest.dataset, preparation);
    const data = {
      train: repeatedForEpoch(prepareDataset(rest.dataset, measured), recipe),
      validation: prepareDataset(fold.dataset, measured),
    };
    classifier.setWeights(initialWeights(classifier.sizes, recipe.initialisation, seed));
    const trainer = new Trainer(classifier, { ...recipe, keep: 'last' }, data, seed);
    return { trainer, trainCount: data.train.count, count: fold.dataset.count, points: [] };
  }

  private close(): void {
    const { trainer, count, points } = this.requireFold();
    trainer.dispose();
    this.curves.push({ count, points });
    this.fold = null;
  }

  private requireFold(): Fold {
    if (!this.fold) throw new Error('All folds are done.');
    return this.fold;
  }
}

function isDamaged({ done, points }: SearchState, folds: number): boolean {
  const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value);
  const areNumbers = (each: SearchState['points']): boolean =>
    Array.isArray(each) && each.every((point) => isNumber(point?.loss) && isNumber(point?.accuracy));
  return (
    !Array.isArray(done) ||
    (points === null ? done.length !== folds : done.length >= folds || !areNumbers(points)) ||
    !done.every((curve) => isNumber(curve?.count) && areNumbers(curve.points) && curve.points.length > 0)
  );
}
