import { engine, reshape, type Tensor, type Tensor2D, type Tensor3D, tidy } from '@tensorflow/tfjs-core';
import { checkSequence, checkStep } from '../recurrent/check';
import type { BidirectionalOptions, CellOptions, CellWeights, SequenceOptions } from '../recurrent/options';
import { cellAttributes, recurrentAttributes, runSequence, runStep } from '../recurrent/run';
import { gruKernels } from './kernels';

/**
 * Weights of one direction, as Keras and tf.layers lay them out; gates z, r, h along the last axis:
 * kernel [inputDim, 3·units], recurrentKernel [units, 3·units]; bias [2, 3·units] with `resetAfter`, of the input's
 * product and of the recurrent one, else [3·units]; zeros if absent. `gruWeightsFromTorch` makes them of torch's.
 */
export type GRUWeights = CellWeights;

export interface GRUStepOptions extends CellOptions {
  /**
   * Whether the reset gate multiplies h after its product with the recurrent kernel (default, as in torch, Keras and
   * cuDNN) or before it (as in tf.layers.gru, and Cho et al. 2014).
   */
  resetAfter?: boolean;
}

export interface BidirectionalGRUOptions extends BidirectionalOptions, GRUStepOptions {
  /** State before the first step that a direction takes, [2, batch, units]; zeros if absent. */
  initialState?: Tensor;
}

export interface GRUOptions extends SequenceOptions, GRUStepOptions {
  /** State before the first step that is taken, [batch, units]; zeros if absent. */
  initialState?: Tensor;
}

/**
 * Gated recurrent unit over whole sequences (Cho et al. 2014; with `resetAfter`, the variant of cuDNN):
 *
 *     z = σ(x_t·W_z + h·U_z + b_z + b'_z)   r = σ(x_t·W_r + h·U_r + b_r + b'_r)
 *     h̃ = act(x_t·W_h + b_h + r ⊙ (h·U_h + b'_h))     with resetAfter
 *     h̃ = act(x_t·W_h + b_h + (r ⊙ h)·U_h)            without it; there is no b'
 *     h_t = z ⊙ h_{t-1} + (1 − z) ⊙ h̃
 *
 * Differentiable in every float32 input, through every output.
 *
 * @param x [batch, time, inputDim]
 * @returns outputs [batch, time, units], and finalH [batch, units], the state after the last step taken
 * @throws Error naming the tensor whose shape or type does not fit
 */
export function gru(
  x: Tensor,
  weights: GRUWeights,
  options: GRUOptions = {},
): { outputs: Tensor3D; finalH: Tensor2D } {
  return tidy('gru', () => {
    const { batch, units } = check('gru', x, [['weights', weights]], options);
    const { initialState } = options;
    const { outputs, finalH } = runGRU(x, [weights], {
      ...options,
      initialState: initialState && reshape(initialState, [1, batch, units]),
    });
    return { outputs, finalH: reshape(finalH, [batch, units]) };
  });
}

/**
 * Two GRUs over the same sequences, one from the first step to the last and one from the last (valid) step to the
 * first, both in the same kernel.
 *
 * @param x [batch, time, inputDim]
 * @returns outputs [batch, time, 2·units], the forward direction's features first; finalH [2, batch, units], the
 *   backward direction's being that after its last step, which is time 0
 * @throws Error naming the tensor whose shape or type does not fit
 */
export function bidirectionalGru(
  x: Tensor,
  weights: { forward: GRUWeights; backward: GRUWeights },
  options: BidirectionalGRUOptions = {},
): { outputs: Tensor3D; finalH: Tensor3D } {
  return tidy('bidirectionalGru', () => {
    const directions: [string, GRUWeights][] = [
      ['weights.forward', weights.forward],
      ['weights.backward', weights.backward],
    ];
    check('bidirectionalGru', x, directions, options);
    return runGRU(x, [weights.forward, weights.backward], options);
  });
}

/**
 * One step of a GRU: both products, biases, gates and state in one kernel. For streams, and for loops over time of your
 * own.
 *
 * @param x [batch, inputDim]
 * @param h the state before the step, [batch, units]
 * @returns the state after the step, [batch, units], which is also the step's output
 * @throws Error naming the tensor whose shape or type does not fit
 */
export function gruStep(x: Tensor, h: Tensor, weights: GRUWeights, options: GRUStepOptions = {}): Tensor2D {
  return tidy('gruStep', () => {
    const resetAfter = options.resetAfter ?? true;
    const kernels = gruKernels(resetAfter);
    checkStep('gruStep', x, weights, [['h', h]], kernels);
    if (engine().isTapeOn()) {
      // The fused step has no gradient; a sequence of one step has, and computes the same.
      const [batch, inputDim] = x.shape as [number, number];
      return gru(reshape(x, [batch, 1, inputDim]), weights, { ...options, initialState: h }).finalH;
    }
    const [next] = runStep(kernels, x, weights, [h], { ...cellAttributes(options), resetAfter });
    return next as Tensor2D;
  });
}

/** @param options with a state of shape [directions, batch, units] */
function runGRU(x: Tensor, weights: GRUWeights[], options: GRUOptions) {
  const { initialState, lengths, resetAfter = true } = options;
  const [outputs, finalH] = runSequence(
    gruKernels(resetAfter),
    x,
    weights,
    initialState ? [initialState] : [],
    lengths,
    { ...recurrentAttributes(weights.length === 2 ? 2 : 1, options), resetAfter },
  );
  return { outputs: outputs as Tensor3D, finalH: finalH as Tensor3D };
}

function check(
  op: string,
  x: Tensor,
  directions: [name: string, weights: GRUWeights][],
  { initialState, lengths, resetAfter = true }: BidirectionalGRUOptions,
): { batch: number; units: number } {
  const states: [string, Tensor | undefined][] = [['initialState', initialState]];
  return checkSequence(op, x, directions, states, lengths, gruKernels(resetAfter));
}
