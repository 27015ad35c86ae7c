import { accumulateTransposed, multiply } from '../cpu/matrix';
import { cpuActivations } from '../recurrent/cpu-activations';
import { type Direction, kerasColumn, packTransposed, SAVED, type Sizes, type Walk } from './cpu-walk';

export interface BackwardInputs {
  x: Float32Array;
  outputs: Float32Array;
  reserve: Float32Array;
  /** Zeros if absent. */
  dOutputs?: Float32Array;
  dFinalH?: Float32Array;
  dFinalC?: Float32Array;
}

export interface BackwardResult {
  /** [directions, batch, units] */
  dH0: Float32Array;
  dC0: Float32Array;
  /** [directions, batch, time, units, 4]; must come filled with 0, padding is not written. */
  dGates: Float32Array;
}

export interface WeightGradients {
  dKernel: Float32Array;
  dRecurrentKernel: Float32Array;
  dBias: Float32Array;
}

/** Walks one direction back from its last step to its first; writes its part of `result`. */
export function backward(
  walk: Walk,
  { x, outputs, reserve, dOutputs, dFinalH, dFinalC }: BackwardInputs,
  direction: Direction,
  { dH0, dC0, dGates }: BackwardResult,
): WeightGradients {
  const { batch, time, inputDim, units } = walk.sizes;
  const { order } = walk;
  const { h0, c0, backwards, index } = direction;
  const act = cpuActivations[direction.activation];
  const σ = cpuActivations[direction.recurrentActivation];
  const features = walk.sizes.directions * units;
  const recurrent = packTransposed(direction.recurrentKernel, units, units);
  const width = inputDim + units + 1;
  const stack = new Float64Array(width * 4 * units);
  const rows = new Float32Array(batch * width);
  const dz = new Float32Array(batch * 4 * units);
  // Gradients that reach a row's h and c from the steps after.
  const dh = new Float32Array(batch * units);
  const dc = new Float32Array(batch * units);
  for (let r = 0; r < batch; r++) {
    const state = (index * batch + order[r]!) * units;
    if (dFinalH) dh.set(dFinalH.subarray(state, state + units), r * units);
    if (dFinalC) dc.set(dFinalC.subarray(state, state + units), r * units);
    rows[(r + 1) * width - 1] = 1;
  }

  for (let step = walk.steps() - 1; step >= 0; step--) {
    const active = walk.activeRows(step);
    for (let r = 0; r < active; r++) {
      const row = order[r]!;
      const t = walk.timeAt(row, step, backwards);
      const before = backwards ? t + 1 : t - 1;
      const state = (index * batch + row) * units;
      const output = (row * time + t) * features + index * units;
      const saved = ((index * time + t) * batch + row) * units * SAVED;
      // h and c of the step before; of the first step, the initial state.
      const hs = step > 0 ? outputs : h0;
      const hAt = step > 0 ? (row * time + before) * features + index * units : state;
      const cs = step > 0 ? reserve : c0;
      const cAt = step > 0 ? ((index * time + before) * batch + row) * units * SAVED + 4 : state;
      const cStride = step > 0 ? SAVED : 1;
      for (let k = 0; k < inputDim; k++) rows[r * width + k] = x[(row * time + t) * inputDim + k]!;
      for (let j = 0; j < units; j++) rows[r * width + inputDim + j] = hs[hAt + j]!;
      for (let j = 0; j < units; j++) {
        const i = reserve[saved + j * SAVED]!;
        const f = reserve[saved + j * SAVED + 1]!;
        const g = reserve[saved + j * SAVED + 2]!;
        const o = reserve[saved + j * SAVED + 3]!;
        const actC = act.value(reserve[saved + j * SAVED + 4]!);
        const dhj = dh[r * units + j]! + (dOutputs ? dOutputs[output + j]! : 0);
        const dcj = dc[r * units + j]! + dhj * o * act.slope(actC);
        const gate = (r * units + j) * 4;
        dz[gate] = dcj * g * σ.slope(i);
        dz[gate + 1] = dcj * cs[cAt + j * cStride]! * σ.slope(f);
        dz[gate + 2] = dcj * i * act.slope(g);
        dz[gate + 3] = dhj * actC * σ.slope(o);
        dc[r * units + j] = dcj * f;
      }
      const to = ((index * batch + row) * time + t) * 4 * units;
      for (let n = 0; n < 4 * units; n++) dGates[to + n] = dz[r * 4 * units + n]!;
    }
    accumulateTransposed(stack, rows, width, dz, 4 * units, active);
    multiply(dh, dz, active, recurrent);
  }

  for (let r = 0; r < batch; r++) {
    const state = (index * batch + order[r]!) * units;
    dH0.set(dh.subarray(r * units, (r + 1) * units), state);
    dC0.set(dc.subarray(r * units, (r + 1) * units), state);
  }
  return unstack(stack, walk.sizes);
}

/** dX [batch, time, inputDim] from the dGates of the backward pass and the kernel of each direction. */
export function inputGradient(dGates: Float32Array, kernels: Float32Array[], sizes: Sizes): Float32Array {
  const { batch, time, inputDim, units } = sizes;
  const dX = new Float32Array(batch * time * inputDim);
  const ofDirection = new Float32Array(batch * time * inputDim);
  kernels.forEach((kernel, index) => {
    const size = batch * time * 4 * units;
    const dz = dGates.subarray(index * size, (index + 1) * size);
    multiply(ofDirection, dz, batch * time, packTransposed(kernel, inputDim, units));
    for (let n = 0; n < dX.length; n++) dX[n]! += ofDirection[n]!;
  });
  return dX;
}

/** Takes the gradient of the stacked weights apart, with Keras' order of columns. */
function unstack(stack: Float64Array, { inputDim, units }: Sizes): WeightGradients {
  const keras = new Float32Array(stack.length);
  for (let n = 0; n < 4 * units; n++) {
    const column = kerasColumn(n, units);
    for (let k = 0; k < stack.length; k += 4 * units) keras[k + column] = stack[k + n]!;
  }
  const recurrentAt = inputDim * 4 * units;
  const biasAt = recurrentAt + units * 4 * units;
  return {
    dKernel: keras.slice(0, recurrentAt),
    dRecurrentKernel: keras.slice(recurrentAt, biasAt),
    dBias: keras.slice(biasAt),
  };
}
