import type { RunConfig } from '../../data/config';
import { type Dataset, type DatasetSummary, summariseDataset } from '../../data/dataset';
import { scaleDataset, scaleSeries } from '../../data/scale';
import type { SineConfig } from '../../data/sine-config';
import { generateSineDataset } from '../../data/sine-dataset';
import {
  type GivenParts,
  type PartName,
  refuseParts,
  type Split,
  type SplitSummary,
  splitDataset,
  summariseSplit,
} from '../../data/split';
import { validateForTraining } from '../../data/validate';
import type { WebGPUOptions } from '../../kernels/webgpu/device';
import { tune } from '../../kernels/webgpu/tuner';
import { type BackendName, type DeviceDescription, type OpenDevice, openDevice } from '../device/open-device';
import { ModelError } from '../errors';
import { Classifier, type ClassifierSizes, parameterCount } from '../network/classifier';
import { type Predictions, predict } from '../network/evaluation';
import { type Inspection, inspect } from '../network/inspection';
import type { Checkpoint } from '../training/checkpoint';
import type { TrainingEvent } from '../training/events';
import { type Recipe, resolveRecipe } from '../training/recipes';
import { type DataShape, type MemoryPlan, planRun, type RunShape, tunableOps } from '../training/run-plan';
import type { TrainingProgress } from '../training/trainer-state';
import { type RunOptions, TrainingRun, type TrainingSummary } from '../training/training-run';
import { loadModel } from '../weights/load-model';
import {
  type LoadedModel,
  type ModelFiles,
  type ModelInfo,
  type ModelSource,
  saveModel,
} from '../weights/model-files';
import type { SessionApi, TuningReport } from './api';

interface CreatedRun {
  run: TrainingRun;
  loaded: LoadedModel;
  split: Split;
}

/** The training session; see {@link SessionApi}. */
export class Session implements SessionApi {
  private device: OpenDevice | null = null;
  private dataset: Dataset | null = null;
  /** Parts of their own beside the data set. */
  private given: GivenParts = {};
  private parts: Split | null = null;
  private loaded: LoadedModel | null = null;
  /** The run that is going on, or can be resumed. */
  private run: TrainingRun | null = null;
  private running = false;

  async initialise(choice: BackendName | 'auto', options: WebGPUOptions = {}): Promise<DeviceDescription> {
    this.device = await openDevice(choice, options);
    return this.device.info;
  }

  async generate(config: SineConfig, seed: number): Promise<DatasetSummary> {
    this.refuseWhileRunning();
    return this.load(generateSineDataset(config, seed));
  }

  async load(dataset: Dataset, given: GivenParts = {}): Promise<DatasetSummary> {
    this.refuseWhileRunning();
    for (const part of [dataset, ...Object.values(given)]) refuseLengths(part);
    refuseParts(dataset, given);
    this.dropRun();
    this.dataset = dataset;
    this.given = given;
    this.parts = null;
    return summariseDataset(dataset);
  }

  async tune(config: RunConfig): Promise<TuningReport> {
    this.refuseWhileRunning();
    const { profile, tuningKey } = this.requireDevice();
    const recipe = resolveRecipe(config);
    if (tuningKey === undefined) return { ops: [], remembered: {} };
    const data = shapeOf(this.requireDataset());
    const ops = await tune(tunableOps(classifierSizes(data, recipe), runShape(data, recipe)));
    return { ops, remembered: { [tuningKey]: { ...profile.choices } } };
  }

  async plan(config: RunConfig, data?: DataShape): Promise<MemoryPlan> {
    this.requireDevice();
    return this.planRun(resolveRecipe(config), data ?? shapeOf(this.requireDataset()));
  }

  async train(
    config: RunConfig,
    onEvent: (event: TrainingEvent) => void,
    options: RunOptions = {},
  ): Promise<TrainingSummary> {
    this.refuseWhileRunning();
    this.replaceRun(this.createRun(config));
    return this.go(onEvent, options);
  }

  async resume(onEvent: (event: TrainingEvent) => void, options: RunOptions = {}): Promise<TrainingSummary> {
    this.refuseWhileRunning();
    return this.go(onEvent, options);
  }

  async stop(): Promise<void> {
    if (this.running) this.run?.stop();
  }

  async watched(): Promise<Dataset> {
    const watched = this.run?.watched;
    if (!watched) throw new ModelError('No series are watched: train with the option "watch".');
    return watched;
  }

  async checkpoint(): Promise<Checkpoint> {
    return this.requireRun().checkpoint();
  }

  async restore(checkpoint: Checkpoint): Promise<TrainingProgress> {
    this.refuseWhileRunning();
    const created = this.createRun(checkpoint.config);
    try {
      const progress = created.run.restore(checkpoint);
      this.replaceRun(created);
      return progress;
    } catch (error) {
      created.run.dispose();
      created.loaded.classifier.dispose();
      throw error;
    }
  }

  async split(seed: number): Promise<SplitSummary> {
    this.refuseWhileRunning();
    this.parts = splitDataset(this.requireDataset(), seed, this.given);
    return summariseSplit(this.parts);
  }

  async part(name: PartName): Promise<Dataset> {
    if (!this.parts) throw new ModelError('The data set has no parts yet: split it, or train.');
    return this.parts[name].dataset;
  }

  async predict(data: PartName | Dataset): Promise<Predictions> {
    const { classifier, metadata } = this.requireModel();
    const dataset = typeof data === 'string' ? await this.part(data) : data;
    refuseLengths(dataset);
    if (dataset.channels !== classifier.sizes.channels) {
      throw new ModelError(
        `The model takes series of ${classifier.sizes.channels} values per step, but these have ${dataset.channels}.`,
      );
    }
    if (dataset.classNames.join() !== metadata.classNames.join()) {
      throw new ModelError(
        `The model knows the classes ${metadata.classNames.join(', ')}, but the data have ${dataset.classNames.join(', ')}.`,
      );
    }
    const scaled = scaleDataset(dataset, metadata.scaling);
    return this.requireDevice().guard(() => predict(classifier, scaled));
  }

  async inspect(series: Float32Array): Promise<Inspection> {
    const { classifier, metadata } = this.requireModel();
    const { channels } = classifier.sizes;
    if (series.length === 0 || series.length % channels !== 0) {
      throw new ModelError(
        `The series has ${series.length} values; it needs at least one step of ${channels}, and only whole steps.`,
      );
    }
    const scaled = scaleSeries(series, series.length, metadata.scaling);
    return this.requireDevice().guard(() => inspect(classifier, scaled));
  }

  async modelInfo(): Promise<ModelInfo> {
    const { classifier, metadata, notes } = this.requireModel();
    const { channels, units, attentionUnits, score } = classifier.sizes;
    return {
      ...metadata,
      ...(notes && { notes }),
      channels,
      units,
      attentionUnits,
      score,
      parameters: parameterCount(classifier.sizes),
    };
  }

  async exportModel(): Promise<ModelFiles> {
    const model = this.requireModel();
    return this.requireDevice().guard(() => saveModel(model));
  }

  async importModel(source: ModelSource): Promise<ModelInfo> {
    const loaded = await this.requireDevice().guard(() => loadModel(source));
    try {
      this.refuseWhileRunning();
    } catch (error) {
      loaded.classifier.dispose();
      throw error;
    }
    this.dropRun();
    this.adopt(loaded);
    return this.modelInfo();
  }

  /** A run on the current data set, from its beginning; changes nothing in the session. */
  private createRun(config: RunConfig): CreatedRun {
    const device = this.requireDevice();
    const dataset = this.requireDataset();
    validateForTraining(dataset);
    const recipe = resolveRecipe(config);
    const data = shapeOf(dataset);
    const plan = this.planRun(recipe, data);
    if (!plan.fits) throw new ModelError(plan.message);
    const seed = config.seed ?? 0;
    const split = splitDataset(dataset, seed, this.given);
    const classifier = Classifier.create(classifierSizes(data, recipe), recipe.initialisation, seed);
    const shape = runShape(data, recipe);
    const parts = { config, recipe, seed, device, dataset, split, classifier, shape, plan };
    const { classNames, time } = dataset;
    const loaded = { classifier, metadata: { classNames, scaling: recipe.scaling, time } };
    return { run: new TrainingRun(parts), loaded, split };
  }

  /** Makes the run, its model and its split the current ones. */
  private replaceRun({ run, loaded, split }: CreatedRun): void {
    this.dropRun();
    this.adopt(loaded);
    this.parts = split;
    this.run = run;
  }

  private dropRun(): void {
    this.run?.dispose();
    this.run = null;
  }

  private async go(onEvent: (event: TrainingEvent) => void, options: RunOptions): Promise<TrainingSummary> {
    const run = this.requireRun();
    this.running = true;
    try {
      return await run.go(onEvent, options);
    } finally {
      this.running = false;
    }
  }

  private planRun(recipe: Recipe, data: DataShape): MemoryPlan {
    const { info, profile } = this.requireDevice();
    try {
      const counted = info.backend === 'webgpu';
      return planRun(classifierSizes(data, recipe), runShape(data, recipe), profile, counted);
    } catch (error) {
      // No kernel takes these sizes on this device.
      throw new ModelError((error as Error).message);
    }
  }

  /** Makes a model the current one, in place of the previous one. */
  private adopt(loaded: LoadedModel): void {
    this.loaded?.classifier.dispose();
    this.loaded = loaded;
  }

  private refuseWhileRunning(): void {
    if (this.running) throw new ModelError('A training run is going on: stop it first.');
  }

  private requireRun(): TrainingRun {
    if (!this.run)
      throw new ModelError('There is no run to go on with: train first, or restore a checkpoint.');
    return this.run;
  }

  private requireDevice(): OpenDevice {
    if (!this.device) throw new ModelError('The session has no device yet: initialise it first.');
    return this.device;
  }

  private requireDataset(): Dataset {
    if (!this.dataset) throw new ModelError('There is no data set yet: generate or load one first.');
    return this.dataset;
  }

  private requireModel(): LoadedModel {
    if (!this.loaded) throw new ModelError('There is no model yet: train or load one first.');
    return this.loaded;
  }
}

function refuseLengths({ lengths, time }: Dataset): void {
  const short = lengths?.findIndex((length) => length < time) ?? -1;
  if (short < 0) return;
  throw new ModelError(
    `Series ${short + 1} has ${lengths?.[short]} steps and others ${time}; a session takes series of one length.`,
  );
}

function shapeOf({ count, time, channels, classNames }: Dataset): DataShape {
  return { count, time, channels, classes: classNames.length };
}

function runShape({ count, time }: DataShape, recipe: Recipe): RunShape {
  return { count, time, batch: Math.min(recipe.batchSize, count) };
}

function classifierSizes({ channels, classes }: DataShape, recipe: Recipe): ClassifierSizes {
  return {
    channels,
    units: recipe.units,
    score: recipe.score,
    attentionUnits: recipe.score === 'additive' ? recipe.attentionUnits : 0,
    classes,
  };
}
