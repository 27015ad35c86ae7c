import { batchCount, bucketsByLength } from '../../data/batches';
import type { RunConfig } from '../../data/config';
import type { Dataset } from '../../data/dataset';
import type { FittedPreparation } from '../../data/preparation/fit';
import type { Preparation } from '../../data/preparation/preparation';
import { prepareDataset } from '../../data/preparation/prepare';
import { type Split, seriesOfPart } from '../../data/split';
import { DeviceLostError } from '../../kernels/webgpu/faults';
import type { DeviceDescription, OpenDevice } from '../device/open-device';
import { ModelError } from '../errors';
import { type Classifier, initialWeights } from '../network/classifier';
import { type Checkpoint, type DatasetFingerprint, fingerprint, refuseCheckpoint } from './checkpoint';
import type { EndReason, TrainingEvent } from './events';
import { bestShare, describeLength, type FoldCurve, type FoundLength, foldAccuracy } from './found-length';
import { chooseKept } from './kept-weights';
import { LengthSearch, searchFolds } from './length-search';
import { epochsOf, passesPerEpoch, type Recipe, repeatedForEpoch } from './recipes';
import { type MemoryPlan, type RunShape, variantsOf } from './run-plan';
import { type RunDescription, Trainer, type TrainingResult } from './trainer';
import type { TrainingProgress } from './trainer-state';

export interface RunOptions {
  /** Ends the run after this many steps, with reason 'stopped', unless it ends sooner. */
  steps?: number;
}

/** What a run did from its first step until now, over all its pauses. */
export interface TrainingSummary {
  reason: EndReason;
  /** Whole epochs done. */
  epochs: number;
  /** That with the lowest validation loss, 1-based; 0 when none was finished. */
  bestEpoch: number;
  steps: number;
  seconds: number;
  /**
   * How its length was found, where cross-validation within the training part did; null where it did not, or has not yet.
   */
  length: FoundLength | null;
  /** Folds of it that were done when the run was stopped, of how many; null once the run on all series has begun. */
  folds: { done: number; of: number } | null;
  /** Which weights the model has: those of the best epoch, or the last ones. */
  kept: 'best' | 'last';
  /** Those of the best epoch; null when no epoch was finished. */
  validationLoss: number | null;
  validationAccuracy: number | null;
  recipe: Recipe;
  seed: number;
  /** What is done to series before the model sees them. */
  preparation: Preparation;
  parameters: number;
  dispatchesPerStep: number | null;
  /** The variant of the kernels that ran, for each op; empty where the backend has no variants. */
  variants: Record<string, string>;
  device: DeviceDescription;
  /** How the data set was split; `validation` is 0 where all series train, and validation shows those. */
  sizes: { train: number; validation: number; test: number };
}

/** What a run is made of. */
export interface RunParts {
  config: RunConfig;
  recipe: Recipe;
  seed: number;
  device: OpenDevice;
  dataset: Dataset;
  split: Split;
  fitted: FittedPreparation;
  classifier: Classifier;
  /** Of the batches; the one that takes most memory first. */
  shapes: [RunShape, ...RunShape[]];
  plan: MemoryPlan;
}

interface Ended extends Pick<TrainingResult, 'reason'> {
  position: Pick<TrainingResult['position'], 'epoch' | 'globalStep' | 'seconds' | 'best'>;
}

/** One training run with all its pauses. The classifier is the caller's. */
export class TrainingRun {
  /** Finds the length of the run; null where it is known, and once it is found. */
  private search: LengthSearch | null = null;
  /** What the search found, for checkpoints. */
  private curves: readonly FoldCurve[] = [];
  private length: FoundLength | null = null;
  /** Trains on all series; null while their number of steps is looked for. */
  private trainer: Trainer | null = null;
  private stopAsked = false;
  private readonly kept: ReturnType<typeof chooseKept>;
  private data: DatasetFingerprint | null = null;
  /** Why it cannot continue; null while it can. */
  private failure: string | null = null;

  constructor(private readonly parts: RunParts) {
    const { classifier, recipe, seed, split, fitted } = parts;
    const train = split.train.dataset;
    this.kept = chooseKept(recipe, this.heldBack);
    const folds = this.heldBack > 0 ? 0 : searchFolds(train, recipe);
    if (folds > 0) {
      const { preparation } = fitted;
      this.search = new LengthSearch({ classifier, recipe, seed, train, preparation }, folds);
    } else {
      this.trainer = this.open();
    }
  }

  stop(): void {
    this.stopAsked = true;
    (this.trainer ?? this.search)?.stop();
  }

  /**
   * Trains from where the run is.
   * @throws ModelError if the run failed earlier; otherwise what the trainer or the device throws, which fails the
   * run.
   */
  async go(onEvent: (event: TrainingEvent) => void, { steps }: RunOptions = {}): Promise<TrainingSummary> {
    this.refuseBroken();
    const { device } = this.parts;
    let work: Promise<TrainingSummary> | undefined;
    try {
      return await device.guard(() => {
        work = this.train(onEvent, steps);
        return work;
      });
    } catch (error) {
      this.failure = (error as Error).message;
      this.stop();
      const closed = Promise.resolve(work)
        .catch(() => {})
        .then(() => (this.trainer ?? this.search)?.dispose());
      // A lost device may never answer.
      if (!(error instanceof DeviceLostError)) await closed;
      throw error;
    } finally {
      this.stopAsked = false;
    }
  }

  async checkpoint(): Promise<Checkpoint> {
    this.refuseBroken();
    const { config, dataset, device } = this.parts;
    this.data ??= fingerprint(dataset);
    const folds = this.search?.state() ?? (this.length && { done: this.curves, points: null });
    const state = await device.guard(() => this.current.state());
    return { config, state, ...(folds && { folds }), data: this.data };
  }

  /** See `Trainer.showWeights`. */
  showWeights(): void {
    this.current.showWeights();
  }

  /** @throws ModelError when the checkpoint belongs to another run. */
  restore(checkpoint: Checkpoint): TrainingProgress {
    const { dataset, recipe, split, classifier } = this.parts;
    if (this.search) {
      if (!checkpoint.folds) throw new ModelError('The checkpoint is of an earlier version: train again.');
      this.search.restore(checkpoint.folds);
      if (this.search.isDone) this.begin();
    }
    const trainer = this.current;
    const trainCount =
      this.search?.trainCount ??
      passesPerEpoch(recipe, split.train.dataset.count) * split.train.dataset.count;
    refuseCheckpoint(checkpoint, {
      dataset,
      sizes: classifier.sizes,
      epochs: trainer.epochs,
      trainCount,
      stepsPerEpoch: trainer.stepsPerEpoch,
    });
    trainer.restore(checkpoint.state);
    return trainer.progress;
  }

  /** Must not be called while the run is going on. */
  dispose(): void {
    if (this.failure === null) (this.trainer ?? this.search)?.dispose();
  }

  private refuseBroken(): void {
    if (this.failure === null) return;
    throw new ModelError(`The run failed and cannot be resumed: ${this.failure} Train again.`);
  }

  private get heldBack(): number {
    return seriesOfPart(this.parts.split, 'validation').count;
  }

  /** The trainer of the run or, before it, of the fold under way. */
  private get current(): Trainer {
    const trainer = this.trainer ?? this.search?.trainer;
    if (!trainer) throw new Error('There is nothing to train.');
    return trainer;
  }

  /** A trainer on all series to train on. @param share of its steps to take. */
  private open(share = 1): Trainer {
    const { classifier, recipe, seed, split, fitted } = this.parts;
    const { preparation } = fitted;
    const data = {
      train: repeatedForEpoch(prepareDataset(split.train.dataset, preparation), recipe),
      validation: prepareDataset(split.validation.dataset, preparation),
    };
    const whole = epochsOf(recipe, batchCount(bucketsByLength(data.train), recipe.batchSize));
    const cut = share === 1 ? {} : { steps: 0, epochs: Math.max(1, Math.round(share * whole)) };
    return new Trainer(classifier, { ...recipe, ...cut, keep: this.kept.kept }, data, seed);
  }

  /** Begins the run on all series, as long as the search found. */
  private begin(): void {
    const { search } = this;
    if (!search) return;
    const { classifier, recipe, seed } = this.parts;
    this.curves = search.found;
    this.search = null;
    classifier.setWeights(initialWeights(classifier.sizes, recipe.initialisation, seed));
    this.trainer = this.open(bestShare(this.curves));
    const { epochs, stepsPerEpoch } = this.trainer;
    this.length = {
      folds: this.curves.length,
      accuracy: foldAccuracy(this.curves),
      steps: epochs * stepsPerEpoch,
      of: epochsOf(recipe, stepsPerEpoch) * stepsPerEpoch,
    };
  }

  /** What was chosen by the series, and why. */
  private get reasons(): string[] {
    const { fitted, recipe, split } = this.parts;
    const { count } = split.train.dataset;
    const reason =
      this.heldBack === 0
        ? `With ${count} series to train on, too few could be held back to tell epochs apart: all of them train, ` +
          'and "validation" shows how well the model knows these same series, not how it does on new ones.'
        : this.kept.reason;
    const passes = passesPerEpoch(recipe, count);
    const repeated = passes > 1 ? `An epoch goes through the ${count} series ${passes} times.` : '';
    const length = this.length && `How it does on new ones is told by ${describeLength(this.length)}.`;
    return [...fitted.reasons, reason ?? '', length ?? '', repeated].filter(Boolean);
  }

  private async train(
    onEvent: (event: TrainingEvent) => void,
    steps = Number.POSITIVE_INFINITY,
  ): Promise<TrainingSummary> {
    const { search } = this;
    let left = steps;
    if (search) {
      left -= await search.run(onEvent, this.describe(), { steps, mustStop: () => this.stopAsked });
      if (search.isDone) this.begin();
      if (this.stopAsked || left <= 0 || !this.trainer) return this.stopInSearch(onEvent);
    }
    return this.summarise(await this.current.run(onEvent, this.describe(), { steps: left }));
  }

  private describe(): RunDescription {
    const { device, plan } = this.parts;
    return {
      backend: device.info.backend,
      adapter: device.info.adapter,
      dispatchesPerStep: plan.dispatchesPerStep,
      memoryBytes: plan.bytes,
      heldBack: this.heldBack,
      length: this.length,
      reasons: this.reasons,
    };
  }

  /** Ends before the run on all series has begun. */
  private stopInSearch(onEvent: (event: TrainingEvent) => void): TrainingSummary {
    onEvent({ type: 'end', reason: 'stopped', epochs: 0, bestEpoch: 0, seconds: 0 });
    const position = { epoch: 0, globalStep: 0, seconds: 0, best: null };
    return this.summarise({ reason: 'stopped', position });
  }

  private summarise({ reason, position }: Ended): TrainingSummary {
    const { recipe, seed, plan, device, split, classifier, shapes, fitted } = this.parts;
    const { epoch, globalStep, seconds, best } = position;
    const { info, profile } = device;
    return {
      reason,
      epochs: epoch,
      bestEpoch: best?.epoch ?? 0,
      length: this.length,
      folds: this.search && { done: this.search.found.length, of: this.search.folds },
      kept: this.kept.kept,
      steps: globalStep,
      seconds,
      validationLoss: best?.validationLoss ?? null,
      validationAccuracy: best?.validationAccuracy ?? null,
      recipe,
      seed,
      preparation: fitted.preparation,
      parameters: plan.parameters,
      dispatchesPerStep: plan.dispatchesPerStep,
      variants: info.backend === 'webgpu' ? variantsOf(classifier.sizes, shapes[0], profile) : {},
      device: info,
      sizes: {
        train: split.train.dataset.count,
        validation: seriesOfPart(split, 'validation').count,
        test: split.test.dataset.count,
      },
    };
  }
}
