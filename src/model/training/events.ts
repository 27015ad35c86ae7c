/**
 * What a training run says while it goes on. Plain structured-clone-able values: they cross from the
 * worker to the page, and as JSON from the page to the command line.
 */
export type TrainingEvent = StartEvent | StepsEvent | EpochEvent | SnapshotEvent | EndEvent;

export type EndReason = 'finished' | 'early-stopping' | 'stopped';

/** Once for each run, also for one that goes on, before its first step. */
export interface StartEvent {
  type: 'start';
  /** Trainable numbers of the model. */
  parameters: number;
  stepsPerEpoch: number;
  /** Most epochs the run can take. */
  epochs: number;
  /** Steps done before this run began: 0, or the position of a restored state. */
  globalStep: number;
  backend: string;
  adapter: string;
  /** GPU dispatches of one training step; null on a backend that has none. */
  dispatchesPerStep: number | null;
  /** Estimate of the device memory of the run. */
  memoryBytes: number;
}

/** Every few steps: one element per step since the last such event. */
export interface StepsEvent {
  type: 'steps';
  /** 1-based. */
  epoch: number;
  /** The last step told of here: 1-based, within the epoch. */
  step: number;
  /** The same, counted over all epochs. */
  globalStep: number;
  loss: number[];
  accuracy: number[];
  /** Norm of all gradients together, before clipping. */
  gradientNorm: number[];
  stepsPerSecond: number;
}

/** After the validation pass that ends each epoch. */
export interface EpochEvent {
  type: 'epoch';
  /** 1-based. */
  epoch: number;
  /** Mean over the epoch's series, each with the weights of its own step. */
  trainLoss: number;
  trainAccuracy: number;
  validationLoss: number;
  validationAccuracy: number;
  /** Of the epoch's last step. */
  learningRate: number;
  /** Of the whole epoch, validation included. */
  seconds: number;
  /** Whether these are the best weights so far, that is, the lowest validation loss. */
  improved: boolean;
}

/**
 * What the model says of the watched series with the weights of this moment: before the first step of a run, after each
 * epoch (following its `EpochEvent`), and in between, as often as it costs little. Only of a run that watches series.
 */
export interface SnapshotEvent {
  type: 'snapshot';
  /** Whole epochs done. */
  epoch: number;
  /** Steps done, counted over all epochs. */
  globalStep: number;
  /** [n, outputs], as in `Predictions`. */
  probabilities: Float32Array;
  /** [n, time]; each row adds up to 1. */
  attention: Float32Array;
}

/** Once, at the end of each run; the model then holds the best weights. */
export interface EndEvent {
  type: 'end';
  reason: EndReason;
  /** Whole epochs done. */
  epochs: number;
  /** 1-based; 0 when no epoch was finished, and the weights are the latest ones. */
  bestEpoch: number;
  seconds: number;
}
