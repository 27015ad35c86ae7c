import type { Tensor } from '@tensorflow/tfjs-core';

export type Elementwise = (z: Tensor) => Tensor;

/**
 * A cell composed of tf.js's ops.
 *
 * @param act the activation, σ the recurrent one
 */
export type ComposedCell = (
  weights: { recurrentKernel: Tensor; bias: Tensor },
  act: Elementwise,
  σ: Elementwise,
) => {
  /** [gates·units], added to x·kernel of all steps at once */
  inputBias: Tensor;
  /** The states after a step. @param fromInput x_t·kernel + inputBias, [batch, gates·units] */
  step(fromInput: Tensor, states: Tensor[]): Tensor[];
};

/** The kernels of a recurrent cell, and what their tensors look like: all that the host knows about a cell. */
export interface RecurrentKernels {
  /** Their names, see `names.ts`. */
  inference: string;
  training: string;
  gradient: string;
  inputGradient: string;
  step: string;
  /**
   * The states carried from step to step, h first. Tensors are named after them: h0, …, finalH, …, dFinalH, …, dH0,
   * ….
   */
  states: readonly string[];
  /** In the order of the weights' columns. */
  gates: readonly string[];
  biasShape(units: number): number[];
  /** The axes of the bias in words, e.g. '[4·units]'. */
  biasAxes: string;
  /** Used in place of the kernels on a backend that has none. */
  composed: ComposedCell;
}

/** 'finalH' of 'final' and 'h'. */
export function stateName(prefix: string, state: string): string {
  return prefix + state.toUpperCase();
}
