import {
  engine,
  type NamedTensorMap,
  reshape,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
  tidy,
} from '@tensorflow/tfjs-core';
import { checkIntegers, checkRank, checkShape } from '../checks';
import {
  GatewaveLSTM,
  GatewaveLSTMStep,
  GatewaveLSTMTraining,
  type LSTMAttributes,
  type LSTMStepAttributes,
  type RecurrentActivation,
} from '../names';
import { runTrainingKernel } from '../tape';

/** Weights of one direction, as Keras and tf.layers lay them out; gates i, f, c, o along the last axis. */
export interface LSTMWeights {
  /** [inputDim, 4·units] */
  kernel: Tensor;
  /** [units, 4·units] */
  recurrentKernel: Tensor;
  /** [4·units] */
  bias: Tensor;
}

export interface LSTMState {
  /** Hidden state, [batch, units]; of both directions [2, batch, units]. */
  h: Tensor;
  /** Cell state, shaped as h. */
  c: Tensor;
}

export interface LSTMStepOptions {
  /** Activation of the gates i, f and o: 'sigmoid' (default) or 'hardSigmoid', clip(0.2 x + 0.5, 0, 1). */
  recurrentActivation?: RecurrentActivation;
}

export interface BidirectionalLSTMOptions extends LSTMStepOptions {
  /** State before the first step that a direction takes; zeros if absent. */
  initialState?: LSTMState;
  /**
   * [batch] int32, 1 ≤ length ≤ time. Steps at and after a row's length are padding: their outputs and gradients
   * are 0, final states are those of the last valid step, and the reverse direction starts at it.
   */
  lengths?: Tensor;
  /** Forces a kernel family on WebGPU; without it the plan chooses. Other backends have one family. */
  family?: 'step' | 'sequence';
}

export interface LSTMOptions extends BidirectionalLSTMOptions {
  /** Walks from the last step to the first. `outputs[:, t]` still belongs to `x[:, t]`. */
  goBackwards?: boolean;
}

/**
 * Long short-term memory over whole sequences (Hochreiter & Schmidhuber 1997, with the forget gate of Gers et al.
 * 2000; the equations of Keras and torch):
 *
 *     i = σ(x_t·W_i + h·U_i + b_i)   f = σ(…)   g = tanh(…)   o = σ(…)
 *     c_t = f ⊙ c_{t-1} + i ⊙ g      h_t = o ⊙ tanh(c_t)
 *
 * Differentiable in every float32 input, through every output.
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
    const { batch, units } = checkSequence('lstm', x, [['weights', weights]], options);
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
    checkSequence('bidirectionalLstm', x, directions, options);
    return runLSTM(x, [weights.forward, weights.backward], options);
  });
}

/**
 * One step of an LSTM: both products, bias, gates and state in one kernel. For streams, and for whoever writes
 * their own loop over time.
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
    checkRank('lstmStep', 'x', x, ['batch', 'inputDim']);
    const [batch, inputDim] = x.shape as [number, number];
    const units = checkWeights('lstmStep', 'weights', weights, inputDim);
    checkState('lstmStep', 'state', state, [batch, units], '[batch, units]');
    if (engine().isTapeOn()) {
      // The fused step has no gradient; a sequence of one step has, and computes the same.
      const sequence = reshape(x, [batch, 1, inputDim]);
      const { finalH, finalC } = lstm(sequence, weights, { ...options, initialState: state });
      return { h: finalH, c: finalC };
    }
    const attributes: LSTMStepAttributes = { recurrentActivation: options.recurrentActivation ?? 'sigmoid' };
    const [h, c] = engine().runKernel<Tensor2D[]>(
      GatewaveLSTMStep,
      { x, ...tensorsOf(weights), h: state.h, c: state.c },
      attributes,
    );
    return { h: h!, c: c! };
  });
}

function runLSTM(x: Tensor, weights: LSTMWeights[], options: LSTMOptions) {
  const inputs: NamedTensorMap = { x };
  weights.forEach(({ kernel, recurrentKernel, bias }, direction) => {
    inputs[`kernel${direction}`] = kernel;
    inputs[`recurrentKernel${direction}`] = recurrentKernel;
    inputs[`bias${direction}`] = bias;
  });
  if (options.initialState) {
    inputs.h0 = options.initialState.h;
    inputs.c0 = options.initialState.c;
  }
  if (options.lengths) inputs.lengths = options.lengths;
  const attributes: LSTMAttributes = {
    directions: weights.length === 2 ? 2 : 1,
    goBackwards: options.goBackwards ?? false,
    recurrentActivation: options.recurrentActivation ?? 'sigmoid',
    family: options.family ?? 'auto',
  };
  const [outputs, finalH, finalC] = engine().isTapeOn()
    ? runTrainingKernel(GatewaveLSTMTraining, inputs, attributes)
    : engine().runKernel<Tensor[]>(GatewaveLSTM, inputs, attributes);
  return { outputs: outputs as Tensor3D, finalH: finalH as Tensor3D, finalC: finalC as Tensor3D };
}

/** Checks everything that a sequence op takes; returns the sizes. */
function checkSequence(
  op: string,
  x: Tensor,
  directions: [name: string, weights: LSTMWeights][],
  { initialState, lengths }: BidirectionalLSTMOptions,
): { batch: number; units: number } {
  checkRank(op, 'x', x, ['batch', 'time', 'inputDim']);
  const [batch, , inputDim] = x.shape as [number, number, number];
  const [[firstName, first], ...others] = directions as [[string, LSTMWeights], ...[string, LSTMWeights][]];
  const units = checkWeights(op, firstName, first, inputDim);
  for (const [name, weights] of others) checkWeights(op, name, weights, inputDim, units);
  if (initialState) {
    const bidirectional = directions.length === 2;
    const shape = bidirectional ? [2, batch, units] : [batch, units];
    const meaning = bidirectional ? '[2, batch, units], forward then backward' : '[batch, units]';
    checkState(op, 'initialState', initialState, shape, meaning);
  }
  if (lengths) checkIntegers(op, 'lengths', lengths, batch);
  return { batch, units };
}

/** Checks one direction's weights; returns the units, which are those of `kernel` unless given. */
function checkWeights(
  op: string,
  name: string,
  weights: LSTMWeights,
  inputDim: number,
  expectedUnits?: number,
): number {
  const { kernel, recurrentKernel, bias } = weights;
  checkRank(op, `${name}.kernel`, kernel, ['inputDim', '4·units']);
  const gates = kernel.shape[1]!;
  if (expectedUnits === undefined && gates % 4 !== 0) {
    throw new Error(
      `${op}: ${name}.kernel has shape [${kernel.shape.join(', ')}], expected its last axis to be 4·units: ` +
        'the gates i, f, c, o side by side. A kernel of another cell (GRU has 3 gates) does not fit.',
    );
  }
  const units = expectedUnits ?? gates / 4;
  const source = `units = ${units} from ${expectedUnits === undefined ? `${name}.kernel` : 'the other direction'}`;
  checkShape(
    op,
    `${name}.kernel`,
    kernel,
    [inputDim, 4 * units],
    `[inputDim, 4·units], inputDim = ${inputDim} from x, ${source}`,
  );
  checkShape(
    op,
    `${name}.recurrentKernel`,
    recurrentKernel,
    [units, 4 * units],
    `[units, 4·units], ${source}`,
  );
  checkShape(op, `${name}.bias`, bias, [4 * units], `[4·units], ${source}`);
  return units;
}

function checkState(op: string, name: string, state: LSTMState, shape: number[], meaning: string): void {
  checkShape(op, `${name}.h`, state.h, shape, meaning);
  checkShape(op, `${name}.c`, state.c, shape, meaning);
}

function tensorsOf({ kernel, recurrentKernel, bias }: LSTMWeights): NamedTensorMap {
  return { kernel, recurrentKernel, bias };
}
