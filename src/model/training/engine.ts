import type { Tensor } from '@tensorflow/tfjs-core';
import type { AdamMoments } from '../../kernels';
import type { StepNumbers } from './step-log';

/** Steps that are queued together, at most. */
export const largestGroup = 16;

/** Groups that are queued before the first of them is waited for. */
export const groupsUnderWay = 2;

/** A step to do. */
export interface StepOrder {
  /** Series of the batch. */
  indices: Int32Array;
  learningRate: number;
  /** Steps done before it, counted over all epochs. */
  globalStep: number;
}

/**
 * Does the steps of a run, on one of the backends. Between `begin` and `end` it has the weights; otherwise the classifier has
 * them. The same orders give the same bits.
 */
export interface StepEngine {
  /** Compiles what is not compiled yet, then takes the classifier's weights. */
  begin(): Promise<void>;
  /** Queues steps, in their order; the numbers come when they are done. */
  queue(orders: readonly StepOrder[]): Promise<StepNumbers>;
  /** Mean loss and accuracy over the validation part, after the steps that are queued. */
  validate(): Promise<{ loss: number; accuracy: number }>;
  /** Copies of the weights in the classifier's order, after the steps that are queued. The caller disposes of them. */
  weights(): Tensor[];
  /** Copies of the optimizer's moments. The caller disposes of them. */
  moments(): AdamMoments;
  /** Not between `begin` and `end`. */
  setMoments(m: Float32Array, v: Float32Array): void;
  /** Gives the classifier the weights, and frees what only a run needs. */
  end(): void;
  /** Not between `begin` and `end`. */
  dispose(): void;
}
