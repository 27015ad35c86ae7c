import type { RunConfig } from '../data/config';
import { classCounts, type Dataset } from '../data/dataset';
import { scaleDataset } from '../data/scale';
import { generateSineDataset, type SineConfig } from '../data/sine';
import { type Split, splitDataset } from '../data/split';
import { validateForTraining } from '../data/validate';
import { compilePlans } from '../kernels/webgpu/execute';
import { tune } from '../kernels/webgpu/tuner';
import {
  type BackendName,
  type DatasetSummary,
  type MemoryPlan,
  type ModelFiles,
  type ModelInfo,
  type ModelSource,
  type PartName,
  type Predictions,
  type SessionApi,
  type SessionDevice,
  SessionError,
  type TrainingSummary,
  type TuningOptions,
  type TuningReport,
} from './api';
import { Classifier, type ClassifierSizes, parameterCount } from './classifier';
import { type OpenDevice, openDevice } from './device';
import { predict } from './evaluation';
import type { TrainingEvent } from './events';
import { type LoadedModel, loadModel, saveModel } from './model-files';
import { type Recipe, resolveRecipe } from './recipes';
import { planRun, type RunShape, runPlans, tunableOps, variantsOf } from './run-plan';
import { Trainer, type TrainingResult } from './trainer';

/** The training session; see {@link SessionApi}. */
export class Session implements SessionApi {
  private device: OpenDevice | null = null;
  private dataset: Dataset | null = null;
  private split: Split | null = null;
  private loaded: LoadedModel | null = null;
  private trainer: Trainer | null = null;

  async initialise(choice: BackendName | 'auto', options: TuningOptions = {}): Promise<SessionDevice> {
    this.device = await openDevice(choice, options);
    return this.device.info;
  }

  async generate(config: SineConfig, seed: number): Promise<DatasetSummary> {
    return this.load(generateSineDataset(config, seed));
  }

  async load(dataset: Dataset): Promise<DatasetSummary> {
    refuseLengths(dataset);
    this.dataset = dataset;
    this.split = null;
    const { count, time, channels, classNames } = dataset;
    return { count, time, channels, classNames, classCounts: classCounts(dataset) };
  }

  async tune(config: RunConfig): Promise<TuningReport> {
    if (this.trainer) throw new SessionError('A training run is going on: stop it first.');
    const { profile, tuningKey } = this.requireDevice();
    if (tuningKey === undefined) return { ops: [], remembered: {} };
    const recipe = resolveRecipe(config);
    const ops = await tune(tunableOps(classifierSizes(this.requireDataset(), recipe), this.runShape(recipe)));
    return { ops, remembered: { [tuningKey]: { ...profile.choices } } };
  }

  async plan(config: RunConfig): Promise<MemoryPlan> {
    return this.planRun(resolveRecipe(config));
  }

  async train(config: RunConfig, onEvent: (event: TrainingEvent) => void): Promise<TrainingSummary> {
    if (this.trainer) throw new SessionError('A training run is going on: stop it first.');
    const { info: device, profile } = this.requireDevice();
    const dataset = this.requireDataset();
    validateForTraining(dataset);
    const recipe = resolveRecipe(config);
    const plan = this.planRun(recipe);
    if (!plan.fits) throw new SessionError(plan.message);
    const seed = config.seed ?? 0;
    const split = splitDataset(dataset, seed);
    const classifier = Classifier.create(classifierSizes(dataset, recipe), recipe.initialisation, seed);
    this.adopt({
      classifier,
      metadata: { classNames: dataset.classNames, scaling: recipe.scaling, time: dataset.time },
    });
    this.split = split;
    const data = {
      train: scaleDataset(split.train.dataset, recipe.scaling),
      validation: scaleDataset(split.validation.dataset, recipe.scaling),
    };
    this.trainer = new Trainer(classifier, recipe, data, seed);
    try {
      const { sizes } = classifier;
      const shape = this.runShape(recipe);
      const variants = device.backend === 'webgpu' ? variantsOf(sizes, shape, profile) : {};
      if (device.backend === 'webgpu') await compilePlans(runPlans(sizes, shape, profile));
      const result = await this.trainer.run(onEvent, {
        backend: device.backend,
        adapter: device.adapter,
        dispatchesPerStep: plan.dispatchesPerStep,
        memoryBytes: plan.bytes,
      });
      return summarise(result, { recipe, seed, plan, variants, device, split });
    } finally {
      this.trainer.dispose();
      this.trainer = null;
    }
  }

  async stop(): Promise<void> {
    this.trainer?.stop();
  }

  async part(name: PartName): Promise<Dataset> {
    if (!this.split) throw new SessionError('The data set has no parts yet: a training run splits it.');
    return this.split[name].dataset;
  }

  async predict(data: PartName | Dataset): Promise<Predictions> {
    const { classifier, metadata } = this.requireModel();
    const dataset = typeof data === 'string' ? await this.part(data) : data;
    refuseLengths(dataset);
    if (dataset.channels !== classifier.sizes.channels) {
      throw new SessionError(
        `The model takes series of ${classifier.sizes.channels} values a step, but these have ${dataset.channels}.`,
      );
    }
    if (dataset.classNames.join() !== metadata.classNames.join()) {
      throw new SessionError(
        `The model knows the classes ${metadata.classNames.join(', ')}, but the data have ${dataset.classNames.join(', ')}.`,
      );
    }
    return predict(classifier, scaleDataset(dataset, metadata.scaling));
  }

  async modelInfo(): Promise<ModelInfo> {
    const { classifier, metadata } = this.requireModel();
    const { channels, units, attentionUnits, score } = classifier.sizes;
    return {
      ...metadata,
      channels,
      units,
      attentionUnits,
      score,
      parameters: parameterCount(classifier.sizes),
    };
  }

  async exportModel(): Promise<ModelFiles> {
    return saveModel(this.requireModel());
  }

  async importModel(source: ModelSource): Promise<ModelInfo> {
    this.requireDevice();
    const loaded = await loadModel(source);
    if (this.trainer) {
      loaded.classifier.dispose();
      throw new SessionError('A training run is going on: stop it first.');
    }
    this.adopt(loaded);
    return this.modelInfo();
  }

  private planRun(recipe: Recipe): MemoryPlan {
    const { info, profile } = this.requireDevice();
    const sizes = classifierSizes(this.requireDataset(), recipe);
    try {
      return planRun(sizes, this.runShape(recipe), profile, info.backend === 'webgpu');
    } catch (error) {
      // No kernel takes these sizes on this device.
      throw new SessionError((error as Error).message);
    }
  }

  private runShape(recipe: Recipe): RunShape {
    const { count, time } = this.requireDataset();
    return { count, time, batch: Math.min(recipe.batchSize, count) };
  }

  /** Makes a model the current one, in place of the earlier one. */
  private adopt(loaded: LoadedModel): void {
    this.loaded?.classifier.dispose();
    this.loaded = loaded;
  }

  private requireDevice(): OpenDevice {
    if (!this.device) throw new SessionError('The session has no device yet: initialise it first.');
    return this.device;
  }

  private requireDataset(): Dataset {
    if (!this.dataset) throw new SessionError('There is no data set yet: generate or load one first.');
    return this.dataset;
  }

  private requireModel(): LoadedModel {
    if (!this.loaded) throw new SessionError('There is no model yet: train or load one first.');
    return this.loaded;
  }
}

function refuseLengths({ lengths, time }: Dataset): void {
  const short = lengths?.findIndex((length) => length < time) ?? -1;
  if (short < 0) return;
  throw new SessionError(
    `Series ${short + 1} has ${lengths?.[short]} steps and others ${time}; a session takes series of one length.`,
  );
}

function classifierSizes(dataset: Dataset, recipe: Recipe): ClassifierSizes {
  return {
    channels: dataset.channels,
    units: recipe.units,
    score: recipe.score,
    attentionUnits: recipe.score === 'additive' ? recipe.attentionUnits : 0,
    classes: dataset.classNames.length,
  };
}

interface Run {
  recipe: Recipe;
  seed: number;
  plan: MemoryPlan;
  variants: Record<string, string>;
  device: SessionDevice;
  split: Split;
}

function summarise(
  { reason, position }: TrainingResult,
  { recipe, seed, plan, variants, device, split }: Run,
): TrainingSummary {
  const { epoch, globalStep, seconds, best } = position;
  return {
    reason,
    epochs: epoch,
    bestEpoch: best?.epoch ?? 0,
    steps: globalStep,
    seconds,
    validationLoss: best?.validationLoss ?? null,
    validationAccuracy: best?.validationAccuracy ?? null,
    recipe,
    seed,
    parameters: plan.parameters,
    dispatchesPerStep: plan.dispatchesPerStep,
    variants,
    device,
    sizes: {
      train: split.train.dataset.count,
      validation: split.validation.dataset.count,
      test: split.test.dataset.count,
    },
  };
}
