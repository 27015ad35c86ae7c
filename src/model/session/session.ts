import type { RunConfig } from '../../data/config';
import { type Dataset, type DatasetSummary, lengthsOf, summariseDataset } from '../../data/dataset';
import { assumedPreparation, type FittedPreparation, fitPreparation } from '../../data/preparation/fit';
import { channelFactor, type Preparation, preparedLength } from '../../data/preparation/preparation';
import { prepareDataset, prepareSeries, spreadSteps } from '../../data/preparation/prepare';
import type { SineConfig } from '../../data/sine-config';
import { generateSineDataset } from '../../data/sine-dataset';
import {
  fitParts,
  type GivenParts,
  type PartName,
  type Split,
  type SplitSummary,
  seriesOfPart,
  splitDataset,
  summariseSplit,
  validationOf,
} from '../../data/split';
import { validateForTraining } from '../../data/validate';
import type { WebGPUOptions } from '../../kernels/webgpu/device';
import { tune } from '../../kernels/webgpu/tuner';
import { type BackendName, type DeviceDescription, type OpenDevice, openDevice } from '../device/open-device';
import { ModelError } from '../errors';
import type { Occlusion, OcclusionOptions, SeriesBatch } from '../explain/occlusion';
import { Classifier, type ClassifierSizes, parameterCount } from '../network/classifier';
import { type Predictions, predict, predictLogits } from '../network/evaluation';
import { type Inspection, inspect } from '../network/inspection';
import { occludeSeries } from '../network/occlusion';
import { stretchInspection } from '../network/stretch-inspection';
import type { Checkpoint } from '../training/checkpoint';
import type { TrainingEvent } from '../training/events';
import { dependsOnValidation } from '../training/kept-weights';
import type { SeriesParts, SeriesShape } from '../training/program-plan';
import { type Recipe, resolveRecipe } from '../training/recipes';
import {
  assumedParts,
  type DataShape,
  type MemoryPlan,
  planRun,
  repeatedShape,
  runShapes,
  tunableOps,
} from '../training/run-plan';
import type { TrainingProgress } from '../training/trainer-state';
import { type RunOptions, TrainingRun, type TrainingSummary } from '../training/training-run';
import { loadModel } from '../weights/load-model';
import {
  channelsOf,
  type LoadedModel,
  type ModelFiles,
  type ModelInfo,
  type ModelSource,
  saveModel,
  saveWithWeights,
} from '../weights/model-files';
import type { LayersFiles } from '../weights/tfjs-files';
import type { SessionApi, TuningReport } from './api';
import { requireChannels, requireClasses, requireSteps } from './fitting';

interface CreatedRun {
  run: TrainingRun;
  loaded: LoadedModel;
  split: Split;
}

/** A split, what it depends on, and the preparations fitted to its training part. */
interface LatestSplit {
  seed: number;
  validation: ReturnType<typeof validationOf>;
  split: Split;
  fitted: Map<string, FittedPreparation>;
}

/** The training session; see {@link SessionApi}. */
export class Session implements SessionApi {
  private device: OpenDevice | null = null;
  private dataset: Dataset | null = null;
  /** Parts of their own beside the data set. */
  private given: GivenParts = {};
  private isGenerated = false;
  private parts: Split | null = null;
  /** The latest split of the current data set, and the preparation fitted to it: for the plan and the run after it. */
  private latest: LatestSplit | null = null;
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
    const summary = await this.load(generateSineDataset(config, seed));
    this.isGenerated = true;
    return summary;
  }

  async load(dataset: Dataset, given: GivenParts = {}): Promise<DatasetSummary> {
    this.refuseWhileRunning();
    const parts = fitParts(dataset, given);
    this.dropRun();
    this.dataset = dataset;
    this.given = parts;
    this.isGenerated = false;
    this.parts = null;
    this.latest = null;
    return summariseDataset(dataset);
  }

  async tune(config: RunConfig): Promise<TuningReport> {
    this.refuseWhileRunning();
    const { profile, tuningKey } = this.requireDevice();
    const recipe = this.recipeOf(config);
    if (tuningKey === undefined) return { ops: [], remembered: {} };
    const data = this.seenShape(config, recipe);
    const ops = await tune(tunableOps(classifierSizes(data, recipe), runShapes(data, recipe)[0]));
    return { ops, remembered: { [tuningKey]: { ...profile.choices } } };
  }

  async plan(config: RunConfig, data?: DataShape, preparation?: Preparation): Promise<MemoryPlan> {
    this.requireDevice();
    if (!data) {
      const recipe = this.recipeOf(config);
      return this.planRun(recipe, this.seenShape(config, recipe), this.seenParts(config, recipe));
    }
    const recipe = resolveRecipe(config);
    const seen = preparedShape(data, preparation ?? assumedPreparation(data, recipe));
    return this.planRun(recipe, seen, assumedParts(seen));
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

  async bestModel(): Promise<LayersFiles | null> {
    const { bestWeights } = (await this.checkpoint()).state;
    return bestWeights && saveWithWeights(this.requireModel(), bestWeights);
  }

  async split(config: RunConfig): Promise<SplitSummary> {
    this.refuseWhileRunning();
    this.parts = this.splitBy(this.recipeOf(config), config.seed ?? 0).split;
    return summariseSplit(this.parts);
  }

  async part(name: PartName): Promise<Dataset> {
    if (!this.parts) throw new ModelError('The data set has no parts yet: split it, or train.');
    return seriesOfPart(this.parts, name);
  }

  async predict(data: PartName | Dataset): Promise<Predictions> {
    const model = this.requireModel();
    const { classifier, metadata } = model;
    const dataset = typeof data === 'string' ? await this.part(data) : data;
    requireChannels(model, dataset);
    requireClasses(model, dataset);
    const { preparation } = metadata;
    const prepared = prepareDataset(dataset, preparation);
    const predicted = await this.requireDevice().guard(() => predict(classifier, prepared));
    const { time } = dataset;
    return {
      ...predicted,
      time,
      attention: spreadSteps(predicted.attention, time, lengthsOf(dataset), preparation),
    };
  }

  async occlude(series: SeriesBatch, options: OcclusionOptions = {}): Promise<Occlusion[]> {
    const model = this.requireModel();
    requireChannels(model, series);
    const { preparation } = model.metadata;
    const logitsOf = (prepared: Dataset) => predictLogits(model.classifier, prepared);
    return this.look(() => occludeSeries(logitsOf, series, preparation, options));
  }

  async inspect(series: Float32Array): Promise<Inspection> {
    const model = this.requireModel();
    const { classifier, metadata } = model;
    const channels = channelsOf(model);
    requireSteps(model, series);
    const { preparation } = metadata;
    const prepared = prepareSeries(series, channels, preparation);
    const inspection = await this.look(() => inspect(classifier, prepared));
    return stretchInspection(inspection, series.length / channels, preparation);
  }

  async modelInfo(): Promise<ModelInfo> {
    const model = this.requireModel();
    const { classifier, metadata, notes } = model;
    const { units, attentionUnits, score } = classifier.sizes;
    return {
      ...metadata,
      ...(notes && { notes }),
      channels: channelsOf(model),
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

  /** Asks the model, during a run with the weights of that moment. */
  private look<Result>(ask: () => Promise<Result>): Promise<Result> {
    return this.requireDevice().guard(async () => {
      if (this.running) this.run?.showWeights();
      return ask();
    });
  }

  /** A run on the current data set, from its beginning; changes nothing in the session. */
  private createRun(config: RunConfig): CreatedRun {
    const device = this.requireDevice();
    const dataset = this.requireDataset();
    validateForTraining(dataset);
    const recipe = this.recipeOf(config);
    const seed = config.seed ?? 0;
    const { split } = this.splitBy(recipe, seed);
    const fitted = this.fitBy(recipe, seed);
    const { preparation } = fitted;
    const data = preparedShape(shapeOf(dataset), preparation);
    const plan = this.planRun(recipe, data, this.seenParts(config, recipe));
    if (!plan.fits) throw new ModelError(plan.message);
    const classifier = Classifier.create(classifierSizes(data, recipe), recipe.initialisation, seed);
    const shapes = runShapes(data, recipe);
    const parts = { config, recipe, seed, device, dataset, split, fitted, classifier, shapes, plan };
    const { classNames, time } = dataset;
    const loaded = { classifier, metadata: { classNames, preparation, time } };
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

  private splitBy(recipe: Recipe, seed: number) {
    const dataset = this.requireDataset();
    const { given } = this;
    const always = this.isGenerated || dependsOnValidation(recipe);
    const validation = always ? undefined : validationOf(dataset, given.test !== undefined);
    const { latest } = this;
    if (latest?.seed === seed && latest.validation === validation) return latest;
    const split = splitDataset(dataset, seed, { ...(validation && { validation }), ...given });
    this.latest = { seed, validation, split, fitted: new Map() };
    return this.latest;
  }

  /** The preparation that the training part gets; it takes a look at every value, so it is fitted once. */
  private fitBy(recipe: Recipe, seed: number): FittedPreparation {
    const { split, fitted } = this.splitBy(recipe, seed);
    const { scaling, missing, difference, decimate, longest } = recipe;
    const options = { scaling, missing, difference, decimate, longest };
    const key = JSON.stringify(options);
    const known = fitted.get(key) ?? fitPreparation(split.train.dataset, options);
    fitted.set(key, known);
    return known;
  }

  /** Series from elsewhere are nothing that the recipe for generated ones knows. */
  private recipeOf(config: RunConfig): Recipe {
    return resolveRecipe(config, this.isGenerated ? 'robust' : 'general');
  }

  /** The current data set as the model of a run sees it. */
  private seenShape({ seed = 0 }: RunConfig, recipe: Recipe): DataShape {
    return preparedShape(shapeOf(this.requireDataset()), this.fitBy(recipe, seed).preparation);
  }

  /** The parts of the current data set, likewise. */
  private seenParts({ seed = 0 }: RunConfig, recipe: Recipe): SeriesParts {
    const { train, validation } = this.splitBy(recipe, seed).split;
    const { preparation } = this.fitBy(recipe, seed);
    return {
      train: preparedShape(train.dataset, preparation),
      validation: preparedShape(validation.dataset, preparation),
    };
  }

  private planRun(recipe: Recipe, data: DataShape, { train, validation }: SeriesParts): MemoryPlan {
    const { info, profile } = this.requireDevice();
    const parts = { train: repeatedShape(train, recipe), validation };
    try {
      return planRun(classifierSizes(data, recipe), recipe, parts, profile, info.backend === 'webgpu');
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

function shapeOf({ count, time, channels, classNames, lengths }: Dataset): DataShape {
  const isUneven = lengths?.some((length) => length < time);
  return { count, time, channels, classes: classNames.length, ...(isUneven && lengths && { lengths }) };
}

function preparedShape<Shape extends SeriesShape>(data: Shape, preparation: Preparation): Shape {
  return {
    ...data,
    time: preparedLength(data.time, preparation),
    ...(data.lengths && { lengths: data.lengths.map((length) => preparedLength(length, preparation)) }),
    channels: data.channels * channelFactor(preparation),
  };
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
