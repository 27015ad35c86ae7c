import { engine, reshape, type Tensor, type Tensor2D, type Tensor3D, tidy } from '@tensorflow/tfjs-core';
import { checkSequence, checkStep } from '../recurrent/check';
import type { BidirectionalOptions, CellOptions, CellWeights, SequenceOptions } from '../recurrent/options';
import { cellAttributes, recurrentAttributes, runSequence, runStep } from '../recurrent/run';
import { lstmKernels } from './kernels';

/**
 * Weights of one direction, as Keras and tf.layers lay them out; gates i, f, c, o along the last axis:
 * kernel [inputDim, 4·units], recurrentKernel [units, 4·units], bias [4·units], zeros if absent.
 */
export type LSTMWeights = CellWeights;

export interface LSTMState {
  /** Hidden state, [batch, units]; of both directions [2, batch, units]. */
  h: Tensor;
  /** Cell state, shaped as h. */
  c: Tensor;
}

export type LSTMStepOptions = CellOptions;

export interface BidirectionalLSTMOptions extends BidirectionalOptions {
  /** State before the first step that a direction takes; zeros if absent. */
  initialState?: LSTMState;
}

export interface LSTMOptions extends SequenceOptions {
  /** State before the first step that is taken; zeros if absent. */
  initialState?: LSTMState;
}

/**
 * Long short-term memory over whole sequences (Hochreiter & Schmidhuber 1997, with the forget gate of Gers et al.
 * 2000; the equations of Keras and torch):
 *
 *     i = σ(x_t·W_i + h·U_i + b_i)   f = σ(…)   g = act(…)   o = σ(…)
 *     c_t = f ⊙ c_{t-1} + i ⊙ g      h_t = o ⊙ act(c_t)
 *
 * with the recurrent activation as σ. Differentiable in every float32 input, through every output.
 *
 * @param x [batch, time, inputDim]
 * @returns outputs [batch, time, units], and the states after the last step taken: finalH, finalC [batch, units]
 * @throws Error naming the tensor whose shape or type does not fit
 */
export function lstm(
  x: Tensor,
  weights: LSTMWeights,
  options: LSTMOptions = {},
): { outputs: Tensor3D; finalH: Tensor2D; finalC: Tensor2D } {
  return tidy('lstm', () => {
    const { batch, units } = check('lstm', x, [['weights', weights]], options);
    const { initialState } = options;
    const { outputs, finalH, finalC } = runLSTM(x, [weights], {
      ...options,
      initialState: initialState && {
        h: reshape(initialState.h, [1, batch, units]),
        c: reshape(initialState.c, [1, batch, units]),
      },
    });
    return { outputs, finalH: reshape(finalH, [batch, units]), finalC: reshape(finalC, [batch, units]) };
  });
}

/**
 * Two LSTMs over the same sequences, one from the first step to the last and one from the last (valid) step to
 * the first, both in the same kernel.
 *
 * @param x [batch, time, inputDim]
 * @returns outputs [batch, time, 2·units], the forward direction's features first; finalH, finalC
 *   [2, batch, units], the backward direction's being those after its last step, which is time 0
 * @throws Error naming the tensor whose shape or type does not fit
 */
export function bidirectionalLstm(
  x: Tensor,
  weights: { forward: LSTMWeights; backward: LSTMWeights },
  options: BidirectionalLSTMOptions = {},
): { outputs: Tensor3D; finalH: Tensor3D; finalC: Tensor3D } {
  return tidy('bidirectionalLstm', () => {
    const directions: [string, LSTMWeights][] = [
      ['weights.forward', weights.forward],
      ['weights.backward', weights.backward],
    ];
    check('bidirectionalLstm', x, directions, options);
    return runLSTM(x, [weights.forward, weights.backward], options);
  });
}

/**
 * One step of an LSTM: both products, bias, gates and state in one kernel. For streams, and for loops over time of your
 * own.
 *
 * @param x [batch, inputDim]
 * @param state h and c [batch, units]
 * @returns the state after the step; h is also the step's output
 * @throws Error naming the tensor whose shape or type does not fit
 */
export function lstmStep(
  x: Tensor,
  state: LSTMState,
  weights: LSTMWeights,
  options: LSTMStepOptions = {},
): { h: Tensor2D; c: Tensor2D } {
  return tidy('lstmStep', () => {
    const { h, c } = state;
    const states: [string, Tensor][] = [
      ['state.h', h],
      ['state.c', c],
    ];
    checkStep('lstmStep', x, weights, states, lstmKernels);
    if (engine().isTapeOn()) {
      // The fused step has no gradient; a sequence of one step has, and computes the same.
      const [batch, inputDim] = x.shape as [number, number];
      const sequence = reshape(x, [batch, 1, inputDim]);
      const { finalH, finalC } = lstm(sequence, weights, { ...options, initialState: state });
      return { h: finalH, c: finalC };
    }
    const [nextH, nextC] = runStep(lstmKernels, x, weights, [h, c], cellAttributes(options));
    return { h: nextH as Tensor2D, c: nextC as Tensor2D };
  });
}

/** @param options with a state of shape [directions, batch, units] */
function runLSTM(x: Tensor, weights: LSTMWeights[], options: LSTMOptions) {
  const { initialState, lengths } = options;
  const [outputs, finalH, finalC] = runSequence(
    lstmKernels,
    x,
    weights,
    initialState ? [initialState.h, initialState.c] : [],
    lengths,
    recurrentAttributes(weights.length === 2 ? 2 : 1, options),
  );
  return { outputs: outputs as Tensor3D, finalH: finalH as Tensor3D, finalC: finalC as Tensor3D };
}

function check(
  op: string,
  x: Tensor,
  directions: [name: string, weights: LSTMWeights][],
  { initialState, lengths }: BidirectionalLSTMOptions,
): { batch: number; units: number } {
  const states: [string, Tensor | undefined][] = [
    ['initialState.h', initialState?.h],
    ['initialState.c', initialState?.c],
  ];
  return checkSequence(op, x, directions, states, lengths, lstmKernels);
}
