import type { RandomState } from '../../random';
import type { WeightValues } from '../network/classifier';
import type { PlateauState } from './schedule';
import type { StepNumbers } from './step-log';

/** Where a run stands; all plain values. */
export interface Position {
  /** Whole epochs done, and steps done in the one that is running. */
  epoch: number;
  step: number;
  globalStep: number;
  /** Series of the running epoch in their order; empty before its first step. */
  order: Int32Array;
  plateau: PlateauState;
  /** Of the epoch with the lowest validation loss; null before the first epoch's end. */
  best: { epoch: number; validationLoss: number; validationAccuracy: number } | null;
  /** Running time so far, over all runs, and what it was when the running epoch began. */
  seconds: number;
  epochBegan: number;
}

/**
 * Everything a run needs to go on exactly as it would have: a structured-clone-able value, on no device. It goes with
 * the same recipe and the same data.
 */
export interface TrainerState {
  position: Position;
  random: RandomState;
  /** Loss and accuracy of the running epoch's steps. */
  numbers: StepNumbers;
  weights: WeightValues;
  /** Of the best epoch. */
  bestWeights: WeightValues | null;
  moments: { m: Float32Array; v: Float32Array };
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
