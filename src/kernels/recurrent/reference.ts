/** What the float64 references of all recurrent cells share. */
import { type Activation, DEFAULT_ACTIVATIONS } from '../names';
import { referenceActivations } from './reference-activations';

export interface ReferenceWeights {
  /** [inputDim, gates·units] */
  kernel: ArrayLike<number>;
  /** [units, gates·units] */
  recurrentKernel: ArrayLike<number>;
  /** Its shape depends on the cell. */
  bias: ArrayLike<number>;
}

export interface ReferenceInput {
  /** [batch, time, inputDim] */
  x: ArrayLike<number>;
  batch: number;
  time: number;
  inputDim: number;
  units: number;
  /** One direction, or two: the second walks backwards. */
  directions: ReferenceWeights[];
  /** With one direction: walk backwards. */
  goBackwards?: boolean;
  /** [directions, batch, units]; zeros if absent */
  h0?: ArrayLike<number>;
  /** [batch]; `time` if absent */
  lengths?: ArrayLike<number>;
  /** 'tanh' if absent */
  activation?: Activation;
  /** 'sigmoid' if absent */
  recurrentActivation?: Activation;
}

export interface ReferenceWeightGradients {
  dKernel: Float64Array;
  dRecurrentKernel: Float64Array;
  dBias: Float64Array;
}

/** The activations, as equations call them. */
export function activationsOf({ activation, recurrentActivation }: ReferenceInput) {
  return {
    act: referenceActivations[activation ?? DEFAULT_ACTIVATIONS.activation],
    σ: referenceActivations[recurrentActivation ?? DEFAULT_ACTIVATIONS.recurrentActivation],
  };
}

/** The times of row `b`, in the order in which direction `d` takes them. */
export function timesOf({ time, lengths, goBackwards }: ReferenceInput, d: number, b: number): number[] {
  const length = lengths ? lengths[b]! : time;
  const backwards = d === 1 || goBackwards === true;
  return Array.from({ length }, (_, step) => (backwards ? length - 1 - step : step));
}

/** Zeros where the array is absent. */
export function slice(array: ArrayLike<number> | undefined, start: number, length: number): Float64Array {
  return Float64Array.from({ length }, (_, index) => (array ? array[start + index]! : 0));
}
