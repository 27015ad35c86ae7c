/**
 * The kernels' names and attributes, the same for every backend.
 * Inputs and outputs are listed in order; an input in brackets may be absent, its key is then left out.
 *
 * B batch, T time, I inputDim, U units, D directions, F features, A attention units, K logits of a row.
 */

/** The activations of recurrent cells, by the names of tf.layers. */
export type Activation = 'tanh' | 'sigmoid' | 'hardSigmoid' | 'linear' | 'relu';
/** 'step': one dispatch per time step; 'sequence': one dispatch walks many; 'auto': the plan chooses. */
export type KernelFamily = 'auto' | 'step' | 'sequence';
export type AttentionScore = 'additive' | 'dot';

/** What a step of any recurrent cell depends on, besides its tensors. */
export type CellAttributes = {
  /** Activation of the candidate and, in an LSTM, of the cell state on its way out. */
  activation: Activation;
  /** Activation of the gates. */
  recurrentActivation: Activation;
};

/** The activations of a cell where none are named: Keras's and torch's. */
export const DEFAULT_ACTIVATIONS: Readonly<CellAttributes> = {
  activation: 'tanh',
  recurrentActivation: 'sigmoid',
};

/** What a walk of any recurrent cell over a sequence depends on, besides its tensors. */
export type RecurrentAttributes = CellAttributes & {
  directions: 1 | 2;
  /** With one direction only. */
  goBackwards: boolean;
  family: KernelFamily;
  /** false: nobody wants the gradient of x. Default true. */
  inputGradient?: boolean;
};

/** The sizes that the gradient of a sequence with respect to x depends on; its inputs do not show them. */
export type InputGradientAttributes = {
  directions: 1 | 2;
  batch: number;
  time: number;
  inputDim: number;
  units: number;
  goBackwards: boolean;
};

/**
 * inputs: x [B,T,I], kernel0 [I,4U], recurrentKernel0 [U,4U], bias0 [4U], (kernel1, recurrentKernel1, bias1,)
 * [h0, c0 [D,B,U]], [lengths int32 [B]]; gates i, f, c, o along the last axis of weights
 * outputs: outputs [B,T,D·U], finalH [D,B,U], finalC [D,B,U]
 */
export const GatewaveLSTM = 'GatewaveLSTM';
/** As GatewaveLSTM, with one more output: reserve [n], what the backward pass of the same backend needs. */
export const GatewaveLSTMTraining = 'GatewaveLSTMTraining';
/**
 * inputs: those of the forward pass, outputs, reserve, [dOutputs], [dFinalH], [dFinalC] (zeros where absent)
 * outputs: dKernel0, dRecurrentKernel0, dBias0, (dKernel1, dRecurrentKernel1, dBias1,) dH0 [D,B,U], dC0 [D,B,U],
 * dGates [n] (gradients of the gates before their activation, 0 at padded steps, in the backend's own layout)
 */
export const GatewaveLSTMGradient = 'GatewaveLSTMGradient';
export type LSTMAttributes = RecurrentAttributes;

/** inputs: dGates, kernel0, (kernel1), [lengths]; outputs: dX [B,T,I]. Run only when x needs a gradient. */
export const GatewaveLSTMInputGradient = 'GatewaveLSTMInputGradient';

/** inputs: x [B,I], kernel, recurrentKernel, bias, h [B,U], c [B,U]; outputs: h, c [B,U]. */
export const GatewaveLSTMStep = 'GatewaveLSTMStep';
export type LSTMStepAttributes = CellAttributes;

/**
 * inputs: x [B,T,I], kernel0 [I,3U], recurrentKernel0 [U,3U], bias0 ([2,3U] with resetAfter: of the input, then of the
 * recurrent product; else [3U]), (kernel1, recurrentKernel1, bias1,) [h0 [D,B,U]], [lengths int32 [B]];
 * gates z, r, h along the last axis of weights
 * outputs: outputs [B,T,D·U], finalH [D,B,U]
 */
export const GatewaveGRU = 'GatewaveGRU';
/** As GatewaveGRU, with one more output: reserve [n], what the backward pass of the same backend needs. */
export const GatewaveGRUTraining = 'GatewaveGRUTraining';
/**
 * inputs: those of the forward pass, outputs, reserve, [dOutputs], [dFinalH] (zeros where absent)
 * outputs: dKernel0, dRecurrentKernel0, dBias0, (dKernel1, dRecurrentKernel1, dBias1,) dH0 [D,B,U],
 * dGates [n] (gradients of x·kernel, 0 at padded steps, in the backend's own layout)
 */
export const GatewaveGRUGradient = 'GatewaveGRUGradient';
export type GRUAttributes = RecurrentAttributes & GRUStepAttributes;

/** inputs: dGates, kernel0, (kernel1), [lengths]; outputs: dX [B,T,I]. Run only when x needs a gradient. */
export const GatewaveGRUInputGradient = 'GatewaveGRUInputGradient';

/** inputs: x [B,I], kernel, recurrentKernel, bias, h [B,U]; outputs: h [B,U]. */
export const GatewaveGRUStep = 'GatewaveGRUStep';
export type GRUStepAttributes = CellAttributes & {
  /** Whether the reset gate multiplies h after its product with the recurrent kernel, or before. */
  resetAfter: boolean;
};

/**
 * inputs: values [B,T,F], (kernel [F,A], bias [A],) query [A] or with 'dot' [F], [lengths int32 [B]]
 * outputs: context [B,F], weights [B,T]
 */
export const GatewaveAttention = 'GatewaveAttention';
/** As GatewaveAttention, with one more output: reserve [n]. */
export const GatewaveAttentionTraining = 'GatewaveAttentionTraining';
/**
 * inputs: those of the forward pass, context, weights, reserve, [dContext], [dWeights] (zeros where absent)
 * outputs: dValues, (dKernel, dBias,) dQuery
 */
export const GatewaveAttentionGradient = 'GatewaveAttentionGradient';
export type AttentionAttributes = { score: AttentionScore };

/**
 * inputs: logits [B,K], labels int32 [B]
 * outputs: loss [], accuracy [] (both means over the batch), dLogits [B,K] (gradient of the loss)
 */
export const GatewaveCrossEntropy = 'GatewaveCrossEntropy';

/** inputs: x [B,F], kernel [F,K], bias [K]; outputs: y [B,K] */
export const GatewaveDense = 'GatewaveDense';
/** inputs: x, kernel, dY [B,K]; outputs: dX, dKernel, dBias */
export const GatewaveDenseGradient = 'GatewaveDenseGradient';

/**
 * inputs: parameter0…, gradient0…, m [n], v [n] (n: elements of all parameters, concatenated in order)
 * outputs: parameter0…, m, v, gradientNorm [] (before clipping)
 */
export const GatewaveAdam = 'GatewaveAdam';
export type AdamAttributes = {
  /** Number of parameter tensors. */
  count: number;
  learningRate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
  /** Counts from 1. */
  step: number;
  /** Largest global norm of the gradients; 0 does not clip. */
  clipNorm: number;
};
