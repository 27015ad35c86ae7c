import type { FoundLength } from './found-length';

/**
 * What a training run reports while it is going on. Plain values, which structured clone carries from the worker to
 * the page, and JSON text from the page to the command line.
 */
export type TrainingEvent = FoldEvent | StartEvent | StepsEvent | EpochEvent | EndEvent;

export type EndReason = 'finished' | 'early-stopping' | 'stopped';

/**
 * While the length of the run is looked for, before its `StartEvent`: at the beginning of each fold, at each end of one of
 * its epochs, and where it is resumed.
 */
export interface FoldEvent {
  type: 'fold';
  /** 1-based. */
  fold: number;
  folds: number;
  /** Steps of the fold's own run that are done, and how many there will be. */
  step: number;
  steps: number;
  /** On the series of the fold, at this moment; null before the end of the first epoch. */
  validation: { loss: number; accuracy: number } | null;
}

/** Sent once for each run, a resumed one included, before its first step. */
export interface StartEvent {
  type: 'start';
  /** Trainable parameters of the model. */
  parameters: number;
  stepsPerEpoch: number;
  /** The most epochs that the run can take. */
  epochs: number;
  /** Series that validate and do not train; with 0, validation shows how well the training series are known. */
  heldBack: number;
  /** How the length of the run was found; null where it was not looked for. */
  length: FoundLength | null;
  /** Which weights remain: those with the lowest validation loss, or the last ones. */
  kept: 'best' | 'last';
  /** Steps done before this run began: 0, or the position of a restored state. */
  globalStep: number;
  backend: string;
  adapter: string;
  /** GPU dispatches of one training step; null on a backend that has none. */
  dispatchesPerStep: number | null;
  /** Estimate of the device memory of the run. */
  memoryBytes: number;
  /** What was chosen by the series, and why: a sentence each. */
  reasons: string[];
}

/** Every few steps: one element per step since the last such event. */
export interface StepsEvent {
  type: 'steps';
  /** 1-based. */
  epoch: number;
  /** The last step reported here: 1-based, within the epoch. */
  step: number;
  /** The same, counted over all epochs. */
  globalStep: number;
  loss: number[];
  accuracy: number[];
  /** Norm of all gradients together, before clipping. */
  gradientNorm: number[];
  /** Since the event before, or since the epoch began. Next to nothing where several groups of steps end at once. */
  seconds: number;
  /** Over the last few seconds. */
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
  /** The learning rate of the epoch's last step. */
  learningRate: number;
  /** Duration of the whole epoch, validation included. */
  seconds: number;
  /** Whether these are the best weights so far, that is, those with the lowest validation loss. */
  improved: boolean;
}

/** Sent once, at the end of each run; the model then holds the weights that are kept. */
export interface EndEvent {
  type: 'end';
  reason: EndReason;
  /** Whole epochs done. */
  epochs: number;
  /** That with the lowest validation loss, 1-based; 0 when none was finished, and the weights are the latest ones. */
  bestEpoch: number;
  seconds: number;
}
