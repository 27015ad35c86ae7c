import type { RandomState } from '../../random';
import type { WeightValues } from '../network/classifier';
import type { PlateauState } from './schedule';
import type { StepNumbers } from './step-log';

/** Where a run stands; all plain values. */
export interface Position {
  /** Whole epochs done, and steps done in the current one. */
  epoch: number;
  step: number;
  globalStep: number;
  /** Series of the current epoch in their order; empty before its first step. */
  order: Int32Array;
  /** Where each batch of the current epoch begins in `order`. */
  starts: Int32Array;
  plateau: PlateauState;
  /** The epoch with the lowest validation loss; null before the end of the first. */
  best: { epoch: number; validationLoss: number; validationAccuracy: number } | null;
  /** Running time so far, without the pauses, and what it was when the current epoch began. */
  seconds: number;
  epochBegan: number;
}

/**
 * Everything a run needs to continue exactly as it would have: a plain value that structured clone can carry, on no
 * device. It is valid for the same recipe and the same data only.
 */
export interface TrainerState {
  position: Position;
  random: RandomState;
  /** Loss and accuracy of the current epoch's steps. */
  numbers: StepNumbers;
  weights: WeightValues;
  /** The weights of the best epoch. */
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
  /** The most epochs that the run can take. */
  epochs: number;
}
