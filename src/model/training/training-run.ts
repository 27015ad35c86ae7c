import type { RunConfig } from '../../data/config';
import { type Dataset, lengthsOf, subset } from '../../data/dataset';
import type { FittedPreparation } from '../../data/preparation/fit';
import type { Preparation } from '../../data/preparation/preparation';
import { prepareDataset, spreadSteps } from '../../data/preparation/prepare';
import { type Split, seriesOfPart } from '../../data/split';
import { chooseWatched } from '../../data/watched';
import { compilePlans } from '../../kernels/webgpu/execute';
import { DeviceLostError } from '../../kernels/webgpu/faults';
import type { DeviceDescription, OpenDevice } from '../device/open-device';
import { ModelError } from '../errors';
import type { Classifier } from '../network/classifier';
import { type Checkpoint, type DatasetFingerprint, fingerprint, refuseCheckpoint } from './checkpoint';
import type { EndReason, SnapshotEvent, TrainingEvent } from './events';
import { chooseKept } from './kept-weights';
import { passesPerEpoch, type Recipe } from './recipes';
import { type MemoryPlan, type RunShape, runPlans, variantsOf } from './run-plan';
import { Trainer, type TrainingResult } from './trainer';
import type { TrainingProgress } from './trainer-state';

export interface RunOptions {
  /** Ends the run after this many steps, with reason 'stopped', unless it ends sooner. */
  steps?: number;
  /**
   * How many series of the validation part to take snapshots of during training. Default 0; for a resumed run, as
   * many as before.
   */
  watch?: number;
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

/** One training run with all its pauses. The classifier is the caller's. */
export class TrainingRun {
  private readonly trainer: Trainer;
  private readonly passes: number;
  private watchedSeries: Dataset | null = null;
  private data: DatasetFingerprint | null = null;
  /** Why it cannot continue; null while it can. */
  private failure: string | null = null;

  constructor(private readonly parts: RunParts) {
    const { classifier, recipe, seed, split, fitted } = parts;
    const { count } = split.train.dataset;
    this.passes = passesPerEpoch(recipe, count);
    const repeated = Int32Array.from({ length: this.passes * count }, (_, i) => i % count);
    const prepared = prepareDataset(split.train.dataset, fitted.preparation);
    const data = {
      train: this.passes === 1 ? prepared : subset(prepared, repeated),
      validation: prepareDataset(split.validation.dataset, fitted.preparation),
    };
    this.trainer = new Trainer(classifier, recipe, data, seed);
  }

  /** The watched series of the validation part, unprepared; null when none are watched. */
  get watched(): Dataset | null {
    return this.watchedSeries;
  }

  stop(): void {
    this.trainer.stop();
  }

  /**
   * Trains from where the run is.
   * @throws ModelError if the run failed earlier; otherwise what the trainer or the device throws, which fails the
   * run.
   */
  async go(
    onEvent: (event: TrainingEvent) => void,
    { steps, watch }: RunOptions = {},
  ): Promise<TrainingSummary> {
    this.refuseBroken();
    if (watch !== undefined) this.watch(watch);
    const { device } = this.parts;
    let work: Promise<TrainingSummary> | undefined;
    try {
      return await device.guard(() => {
        work = this.train(onEvent, steps);
        return work;
      });
    } catch (error) {
      this.failure = (error as Error).message;
      this.trainer.stop();
      const closed = Promise.resolve(work)
        .catch(() => {})
        .then(() => this.trainer.dispose());
      // A lost device may never answer.
      if (!(error instanceof DeviceLostError)) await closed;
      throw error;
    }
  }

  async checkpoint(): Promise<Checkpoint> {
    this.refuseBroken();
    const { config, dataset, device } = this.parts;
    this.data ??= fingerprint(dataset);
    return { config, state: await device.guard(() => this.trainer.state()), data: this.data };
  }

  /** @throws ModelError when the checkpoint belongs to another run. */
  restore(checkpoint: Checkpoint): TrainingProgress {
    const { trainer } = this;
    const { dataset, recipe, split, classifier } = this.parts;
    const trainCount = this.passes * split.train.dataset.count;
    const { stepsPerEpoch } = trainer;
    refuseCheckpoint(checkpoint, { dataset, sizes: classifier.sizes, recipe, trainCount, stepsPerEpoch });
    trainer.restore(checkpoint.state);
    return trainer.progress;
  }

  /** Must not be called while the run is going on. */
  dispose(): void {
    if (this.failure === null) this.trainer.dispose();
  }

  private refuseBroken(): void {
    if (this.failure === null) return;
    throw new ModelError(`The run failed and cannot be resumed: ${this.failure} Train again.`);
  }

  /** What was chosen by the series, and why. */
  private get reasons(): string[] {
    const { fitted, recipe, split } = this.parts;
    const { train, validation } = split;
    const { reason } =
      validation === train
        ? {
            reason:
              `With ${train.dataset.count} series, none is held back: all of them train, and "validation" shows how well the ` +
              'model knows these same series, not how it does on new ones.',
          }
        : chooseKept(recipe, validation.dataset.count);
    const passes =
      this.passes > 1 ? `An epoch goes through the ${train.dataset.count} series ${this.passes} times.` : '';
    return [...fitted.reasons, reason ?? '', passes].filter(Boolean);
  }

  private watch(count: number): void {
    const { dataset } = this.parts.split.validation;
    this.watchedSeries = count > 0 ? subset(dataset, chooseWatched(dataset, count)) : null;
  }

  private async train(onEvent: (event: TrainingEvent) => void, steps?: number): Promise<TrainingSummary> {
    const { trainer, watchedSeries } = this;
    const { device, plan, classifier, shapes, fitted } = this.parts;
    const { preparation } = fitted;
    const { info, profile } = device;
    if (info.backend === 'webgpu') {
      const all = watchedSeries ? [...shapes, { ...shapes[0], count: watchedSeries.count }] : shapes;
      await compilePlans(all.flatMap((each) => runPlans(classifier.sizes, each, profile)));
    }
    const watched = watchedSeries && prepareDataset(watchedSeries, preparation);
    const result = await trainer.run(
      (event) => onEvent(event.type === 'snapshot' ? this.spread(event) : event),
      {
        backend: info.backend,
        adapter: info.adapter,
        dispatchesPerStep: plan.dispatchesPerStep,
        memoryBytes: plan.bytes,
        reasons: this.reasons,
      },
      {
        ...(steps !== undefined && { steps }),
        ...(watched && { watched }),
      },
    );
    return this.summarise(result);
  }

  /** The attention over the steps of the series, not those that the model saw. */
  private spread(event: SnapshotEvent): SnapshotEvent {
    const { watchedSeries } = this;
    if (!watchedSeries) return event;
    const { time } = watchedSeries;
    const { preparation } = this.parts.fitted;
    return { ...event, attention: spreadSteps(event.attention, time, lengthsOf(watchedSeries), preparation) };
  }

  private summarise({ reason, position }: TrainingResult): TrainingSummary {
    const { recipe, seed, plan, device, split, classifier, shapes, fitted } = this.parts;
    const { epoch, globalStep, seconds, best } = position;
    const { info, profile } = device;
    return {
      reason,
      epochs: epoch,
      bestEpoch: best?.epoch ?? 0,
      kept: chooseKept(recipe, split.validation.dataset.count).kept,
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
