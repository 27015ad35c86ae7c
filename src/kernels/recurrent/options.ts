import type { Tensor } from '@tensorflow/tfjs-core';
import type { Activation } from '../names';

/** Weights of one direction, as Keras and tf.layers lay them out: a block of `units` columns for each gate. */
export interface CellWeights {
  /** [inputDim, gates·units] */
  kernel: Tensor;
  /** [units, gates·units] */
  recurrentKernel: Tensor;
  /** Zeros if absent. Its shape depends on the cell. */
  bias?: Tensor;
}

/** Options of a single step. */
export interface CellOptions {
  /** Activation of the candidate and, in an LSTM, of the cell state on its way out; 'tanh' by default. */
  activation?: Activation;
  /** Activation of the gates; 'sigmoid' by default. 'hardSigmoid' is clip(0.2 x + 0.5, 0, 1), as in Keras 2 and tf.js. */
  recurrentActivation?: Activation;
}

/** Options of two directions over a sequence. */
export interface BidirectionalOptions extends CellOptions {
  /**
   * [batch] int32, 1 ≤ length ≤ time. Steps at and after a row's length are padding: their outputs and gradients
   * are 0, final states are those of the last valid step, and the reverse direction starts at it.
   */
  lengths?: Tensor;
  /** Forces a kernel family on WebGPU; without it the plan chooses. Other backends have one family. */
  family?: 'step' | 'sequence';
  /**
   * false: nobody wants the gradient of x, as in the lowest layer of a model; backward then leaves out what only that needs.
   * Default true.
   */
  inputGradient?: boolean;
}

/** Options of one direction over a sequence. */
export interface SequenceOptions extends BidirectionalOptions {
  /** Walks from the last step to the first. `outputs[:, t]` still belongs to `x[:, t]`. */
  goBackwards?: boolean;
}
