/**
 * What a training session offers. It runs in a Web Worker behind comlink for the page, and behind the
 * headless page for the command line, so everything that crosses is a plain value or a typed array.
 */
import type { RunConfig } from '../../data/config';
import type { Dataset } from '../../data/dataset';
import type { Scaling } from '../../data/scale';
import type { SineConfig } from '../../data/sine';
import type { TunedOp } from '../../kernels/webgpu/tuner';
import type { Tuning } from '../../kernels/webgpu/tuning-store';
import type { EndReason, TrainingEvent } from '../training/events';
import type { Recipe } from '../training/recipes';
import type { TrainerState } from '../training/trainer-state';

export type BackendName = 'webgpu' | 'cpu';

export interface SessionDevice {
  backend: BackendName;
  /** What the adapter says of itself, e.g. "google swiftshader"; on the CPU "JavaScript". */
  adapter: string;
  /** WebGPU in compatibility mode. */
  compatibility: boolean;
  features: string[];
  limits: Record<string, number>;
  /** With the choice 'auto': why the CPU is used instead of WebGPU. */
  fallbackReason?: string;
}

/** Which variants of kernels a session uses. */
export interface TuningOptions {
  /** false: what was measured earlier is not used, and a rule decides. Default true. */
  tune?: boolean;
  /** What earlier sessions measured, as they told it, where the browser does not keep it. */
  remembered?: Tuning;
}

export interface TuningReport {
  ops: TunedOp[];
  /** For who keeps it: see `TuningOptions`. */
  remembered: Tuning;
}

export interface DatasetSummary {
  count: number;
  time: number;
  channels: number;
  classNames: string[];
  /** Series of each class. */
  classCounts: number[];
}

/** What memory and dispatches of a run depend on, beside its configuration. */
export interface DataShape {
  /** Series in all. */
  count: number;
  time: number;
  channels: number;
  classes: number;
}

/** Device memory that a training run would need, told before anything is allocated. */
export interface MemoryPlan {
  /** All buffers of the run together. */
  bytes: number;
  /** The largest single buffer, and what it holds. */
  largestBuffer: number;
  largestBufferName: string;
  /** Trainable numbers of the model. */
  parameters: number;
  /** Null where the backend has no dispatches. */
  dispatchesPerStep: number | null;
  fits: boolean;
  /** One sentence with the sizes; where it doesn't fit, what to make smaller. */
  message: string;
}

export interface RunOptions {
  /** Ends the run, with reason 'stopped', after so many steps, unless it is over before. */
  steps?: number;
  /**
   * Series of the validation part of which snapshots are told as training goes. Default 0; for a run that goes on, as
   * many as before.
   */
  watch?: number;
}

/** What a run did, from its first step to now, over all its pauses. */
export interface TrainingSummary {
  reason: EndReason;
  /** Whole epochs done. */
  epochs: number;
  /** 1-based; 0 when no epoch was finished. */
  bestEpoch: number;
  steps: number;
  seconds: number;
  /** Of the best epoch; null when no epoch was finished. */
  validationLoss: number | null;
  validationAccuracy: number | null;
  recipe: Recipe;
  seed: number;
  parameters: number;
  dispatchesPerStep: number | null;
  /** Which variant of each op's kernels ran, by op; empty where the backend has no variants. */
  variants: Record<string, string>;
  device: SessionDevice;
  /** How the data set was split. */
  sizes: { train: number; validation: number; test: number };
}

export interface Predictions {
  count: number;
  time: number;
  /** Columns of `probabilities`: 1 for two classes (the probability of class 1), else the number of classes. */
  outputs: number;
  /** [count, outputs] */
  probabilities: Float32Array;
  /** [count, time]; each row adds up to 1. */
  attention: Float32Array;
  /** Mean cross-entropy against the data set's labels. */
  loss: number;
}

/** A run as a structured-clone-able value, to go on with it elsewhere or later. */
export interface Checkpoint {
  config: RunConfig;
  state: TrainerState;
  /** What tells the run's data from others; where it is absent, only sizes can be compared. */
  data?: DatasetFingerprint;
}

export interface DatasetFingerprint extends DataShape {
  /** 32 bits of series and labels. */
  hash: number;
}

/** Where a run stands. */
export interface TrainingProgress {
  /** Whole epochs done. */
  epoch: number;
  /** Steps done, counted over all epochs. */
  globalStep: number;
  stepsPerEpoch: number;
  /** Most epochs the run can take. */
  epochs: number;
}

/** All that the model computes on the way from one series to its prediction. */
export interface Inspection {
  time: number;
  /** Outputs of the BiLSTM: 2 · units. */
  features: number;
  /** [time, channels]: what the model saw. */
  scaled: Float32Array;
  /** [time, features]: outputs of the BiLSTM, those of the forward direction first. */
  hidden: Float32Array;
  /** [time]: e_t, before the softmax. */
  scores: Float32Array;
  /** [time]; adds up to 1. */
  attention: Float32Array;
  /** [features]: Σ_t attention_t · hidden_t */
  context: Float32Array;
  /**
   * [features]: context_j · W_j of the logit of class 1 or, with more than two classes, of the predicted one. With `bias`
   * they add up to that logit.
   */
  contributions: Float32Array;
  bias: number;
  /** [outputs] */
  logits: Float32Array;
  /** [outputs] */
  probabilities: Float32Array;
}

/** Parts of the current data set, as it was split last. */
export type PartName = 'train' | 'validation' | 'test';

export interface ModelInfo {
  /** Time steps of the series it was trained on, null where not known; it takes series of any length. */
  time: number | null;
  channels: number;
  units: number;
  attentionUnits: number;
  score: 'additive' | 'dot';
  classNames: string[];
  scaling: Scaling;
  parameters: number;
}

/** The model as files, ready to be written under these names. */
export interface ModelFiles {
  /** tf.js layers format: model.json, which names weights.bin. */
  modelJson: string;
  weightsBin: Uint8Array;
  /** The weights under torch's names. */
  safetensors: Uint8Array;
}

/** A model to load: the tf.js pair, or a safetensors file with torch's names. */
export type ModelSource =
  | { kind: 'tfjs'; modelJson: string; weightsBin: Uint8Array }
  | {
      kind: 'safetensors';
      bytes: Uint8Array;
      /** Scaling of the series that the weights were trained on; the file's metadata goes first, then 'none'. */
      scaling?: Scaling;
    };

/**
 * One device, at most one data set and one model. Errors: `DataError` and `ConfigError` from src/data,
 * `SessionError` for everything said to the user; across comlink only name and message survive. Whatever the device
 * works on is rejected at once with a `DeviceLostError` when the device is lost, and with an `OutOfMemoryError` when it
 * has no memory left.
 */
export interface SessionApi {
  /** Chooses the backend: once, before all else. 'webgpu' without a WebGPU adapter is an error, 'auto' falls back to the CPU. */
  initialise(choice: BackendName | 'auto', options?: TuningOptions): Promise<SessionDevice>;

  /** Makes the article's sine data set the current one. A run on the earlier one cannot be resumed any more. */
  generate(config: SineConfig, seed: number): Promise<DatasetSummary>;
  /** Makes a data set from elsewhere the current one. A run on the earlier one cannot be resumed any more. */
  load(dataset: Dataset): Promise<DatasetSummary>;

  /**
   * Measures the variants of the kernels that a run on the current data set needs; the fastest run from now on, and are
   * remembered. Takes seconds. On the CPU, where there are none, the report is empty.
   */
  tune(config: RunConfig): Promise<TuningReport>;

  /** Memory and dispatches of a run; allocates nothing. @param data default: the current data set's. */
  plan(config: RunConfig, data?: DataShape): Promise<MemoryPlan>;

  /**
   * Splits the current data set with the configuration's seed (70/10/20), builds the model, trains it, and leaves
   * it with its best weights. Refuses a run that `plan` says cannot fit. An earlier run cannot be resumed any more.
   */
  train(
    config: RunConfig,
    onEvent: (event: TrainingEvent) => void,
    options?: RunOptions,
  ): Promise<TrainingSummary>;
  /** Asks the run to end after the steps in flight; `train` or `resume` then resolves with reason 'stopped'. */
  stop(): Promise<void>;
  /**
   * Goes on with the run that ended last, exactly where it was; resolves at once when its recipe is done. Refuses where
   * there is no such run, or it broke.
   */
  resume(onEvent: (event: TrainingEvent) => void, options?: RunOptions): Promise<TrainingSummary>;
  /** The series that the snapshots tell of, in their order: unscaled, with their truths. */
  watched(): Promise<Dataset>;

  /** Where the run stands, also while it goes on. */
  checkpoint(): Promise<Checkpoint>;
  /**
   * Puts a run on the current data set where the checkpoint was taken, for `resume` to go on; the model has the
   * checkpoint's best weights. Refuses a checkpoint of other data.
   */
  restore(checkpoint: Checkpoint): Promise<TrainingProgress>;

  /** Splits the current data set as `train` does with this seed, for a model that was loaded. */
  split(seed: number): Promise<void>;
  /** One part of the current data set, unscaled, with the truths of its series. */
  part(name: PartName): Promise<Dataset>;
  /** Runs the model on a part of the current data set or on another one, in batches. */
  predict(data: PartName | Dataset): Promise<Predictions>;
  /**
   * Shows what the model computes of one series; while training, with the weights of this moment.
   * @param series [time, channels], unscaled; of any length.
   */
  inspect(series: Float32Array): Promise<Inspection>;

  modelInfo(): Promise<ModelInfo>;
  exportModel(): Promise<ModelFiles>;
  /** Makes a model the current one. A run of the earlier one cannot be resumed any more. */
  importModel(source: ModelSource): Promise<ModelInfo>;
}

/** An error whose message is meant for the user. */
export class SessionError extends Error {
  override name = 'SessionError';
}
