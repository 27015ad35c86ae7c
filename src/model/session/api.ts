/**
 * What a training session offers. It runs in a Web Worker behind comlink for the page, and behind the
 * headless page for the command line, so everything that crosses is a plain value or a typed array.
 */
import type { RunConfig } from '../../data/config';
import type { Dataset, DatasetSummary } from '../../data/dataset';
import type { Preparation } from '../../data/preparation/preparation';
import type { SineConfig } from '../../data/sine-config';
import type { GivenParts, PartName, SplitSummary } from '../../data/split';
import type { WebGPUOptions } from '../../kernels/webgpu/device';
import type { TunedOp } from '../../kernels/webgpu/tuner';
import type { Tuning } from '../../kernels/webgpu/tuning-store';
import type { BackendName, DeviceDescription } from '../device/open-device';
import type { Occlusion, OcclusionOptions, SeriesBatch } from '../explain/occlusion';
import type { Predictions } from '../network/evaluation';
import type { Inspection } from '../network/inspection';
import type { Checkpoint } from '../training/checkpoint';
import type { TrainingEvent } from '../training/events';
import type { DataShape, MemoryPlan } from '../training/run-plan';
import type { TrainingProgress } from '../training/trainer-state';
import type { RunOptions, TrainingSummary } from '../training/training-run';
import type { ModelFiles, ModelInfo, ModelSource } from '../weights/model-files';
import type { LayersFiles } from '../weights/tfjs-files';

export interface TuningReport {
  ops: TunedOp[];
  /** For the caller to keep and hand to later sessions; see `WebGPUOptions`. */
  remembered: Tuning;
}

/**
 * One device, at most one data set and one model. Errors: `DataError` and `ConfigError` from src/data, `ModelError`
 * for anything else the user should know; across a channel only name and message survive. Work on the device rejects
 * at once with a `DeviceLostError` when the device is lost, and with an `OutOfMemoryError` when it runs out of
 * memory.
 */
export interface SessionApi {
  /**
   * Chooses the backend; to be called once, before everything else. 'webgpu' without a WebGPU adapter is an error,
   * 'auto' falls back to the CPU.
   */
  initialise(choice: BackendName | 'auto', options?: WebGPUOptions): Promise<DeviceDescription>;

  /** Makes the article's sine data set the current one. A run on the previous one can no longer be resumed. */
  generate(config: SineConfig, seed: number): Promise<DatasetSummary>;
  /**
   * Makes a data set from elsewhere the current one. A run on the previous one can no longer be resumed.
   * @param given parts that are not to be taken from it; they have its channels and classes.
   */
  load(dataset: Dataset, given?: GivenParts): Promise<DatasetSummary>;

  /**
   * Measures the variants of the kernels that a run on the current data set needs. From then on the fastest are used,
   * and they are remembered. Takes some seconds. The CPU has no variants; there the report is empty.
   */
  tune(config: RunConfig): Promise<TuningReport>;

  /**
   * Memory and dispatches of a run; allocates nothing.
   * @param data default: the current data set's.
   * @param preparation of these data, where it is known.
   */
  plan(config: RunConfig, data?: DataShape, preparation?: Preparation): Promise<MemoryPlan>;

  /**
   * Splits the current data set with the configuration's seed (70/10/20, unless parts were given or are too small), builds the model,
   * trains it, and leaves it with its best weights. Refuses a run that does not fit according to `plan`. An earlier run can no longer be
   * resumed.
   */
  train(
    config: RunConfig,
    onEvent: (event: TrainingEvent) => void,
    options?: RunOptions,
  ): Promise<TrainingSummary>;
  /** Asks the run to end after the steps in flight; `train` or `resume` then resolves with reason 'stopped'. */
  stop(): Promise<void>;
  /**
   * Continues the latest run exactly where it stopped; resolves at once if its recipe is finished. Rejects if there
   * is no such run, or if it failed.
   */
  resume(onEvent: (event: TrainingEvent) => void, options?: RunOptions): Promise<TrainingSummary>;

  /** The state of the run, also while it is going on. */
  checkpoint(): Promise<Checkpoint>;
  /**
   * Sets up a run on the current data set at the point where the checkpoint was taken, for `resume` to continue; the
   * model gets the checkpoint's best weights. Refuses a checkpoint of other data.
   */
  restore(checkpoint: Checkpoint): Promise<TrainingProgress>;

  /** Splits the current data set as `train` does with this configuration, before a run or for a model that was loaded. */
  split(config: RunConfig): Promise<SplitSummary>;
  /** One part of the current data set, unprepared, with all that is known of its series. */
  part(name: PartName): Promise<Dataset>;
  /** Runs the model on a part of the current data set or on another one, in batches. */
  predict(data: PartName | Dataset): Promise<Predictions>;
  /**
   * What hiding each stretch of a series does to the model's answer for it; during training, with the weights of that
   * moment. Rejects with a `RangeError` where the sizes of the stretches are no good.
   * @param series unprepared, of the model's channels.
   */
  occlude(series: SeriesBatch, options?: OcclusionOptions): Promise<Occlusion[]>;
  /**
   * Everything the model computes for one series; during training, with the weights of that moment.
   * @param series [time, channels], unprepared; of any length.
   */
  inspect(series: Float32Array): Promise<Inspection>;

  /**
   * The model with the weights of the run's best epoch so far, for a caller to keep while the run goes on; null before the
   * end of the first epoch.
   */
  bestModel(): Promise<LayersFiles | null>;

  modelInfo(): Promise<ModelInfo>;
  exportModel(): Promise<ModelFiles>;
  /** Makes a model the current one. A run of the previous one can no longer be resumed. */
  importModel(source: ModelSource): Promise<ModelInfo>;
}
