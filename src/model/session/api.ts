/**
 * What a training session offers. It runs in a Web Worker behind comlink for the page, and behind the
 * headless page for the command line, so everything that crosses is a plain value or a typed array.
 */
import type { RunConfig } from '../../data/config';
import type { Dataset, DatasetSummary } from '../../data/dataset';
import type { SineConfig } from '../../data/sine-config';
import type { PartName } from '../../data/split';
import type { WebGPUOptions } from '../../kernels/webgpu/device';
import type { TunedOp } from '../../kernels/webgpu/tuner';
import type { Tuning } from '../../kernels/webgpu/tuning-store';
import type { BackendName, DeviceDescription } from '../device/open-device';
import type { Predictions } from '../network/evaluation';
import type { Inspection } from '../network/inspection';
import type { Checkpoint } from '../training/checkpoint';
import type { TrainingEvent } from '../training/events';
import type { DataShape, MemoryPlan } from '../training/run-plan';
import type { TrainingProgress } from '../training/trainer-state';
import type { RunOptions, TrainingSummary } from '../training/training-run';
import type { ModelFiles, ModelInfo, ModelSource } from '../weights/model-files';

export interface TuningReport {
  ops: TunedOp[];
  /** For who keeps it: see `WebGPUOptions`. */
  remembered: Tuning;
}

/**
 * One device, at most one data set and one model. Errors: `DataError` and `ConfigError` from src/data,
 * `ModelError` for everything said to the user; across comlink only name and message survive. Whatever the device
 * works on is rejected at once with a `DeviceLostError` when the device is lost, and with an `OutOfMemoryError` when it
 * has no memory left.
 */
export interface SessionApi {
  /** Chooses the backend: once, before all else. 'webgpu' without a WebGPU adapter is an error, 'auto' falls back to the CPU. */
  initialise(choice: BackendName | 'auto', options?: WebGPUOptions): Promise<DeviceDescription>;

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
