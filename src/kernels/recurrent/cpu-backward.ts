import { accumulateTransposed, multiply } from '../cpu/matrix';
import type { CpuCell, Direction } from './cpu-cell';
import { inOrder } from './cpu-forward';
import { packTransposed, stackedRows, unpackGradients, type WeightGradients } from './cpu-pack';
import type { Sizes, Walk } from './cpu-walk';

export interface BackwardInputs {
  x: Float32Array;
  outputs: Float32Array;
  /** What the forward pass of this direction has left. */
  reserve: Float32Array;
  /** Zeros if absent. */
  dOutputs?: Float32Array;
  /** h first; each zeros if absent. */
  dFinalStates: (Float32Array | undefined)[];
}

export interface BackwardResult {
  /** h first; each [directions, batch, units] */
  dInitialStates: Float32Array[];
  /** [directions, batch, time, units, gates]; must come filled with 0, padding is not written. */
  dGates: Float32Array;
}

/** Walks one direction back from its last step to its first; writes its part of `result`. */
export function backward(
  walk: Walk,
  { x, outputs, reserve, dOutputs, dFinalStates }: BackwardInputs,
  direction: Direction,
  cell: CpuCell,
  { dInitialStates, dGates }: BackwardResult,
): WeightGradients {
  const { batch, time, inputDim, units } = walk.sizes;
  const { order } = walk;
  const { backwards, index } = direction;
  const { columns } = cell;
  const features = walk.sizes.directions * units;
  const recurrentGates = columns.map(({ recurrent }) => recurrent);
  const recurrent = packTransposed(direction.recurrentKernel, units, units, recurrentGates);
  const gates = columns.filter(({ kernel }) => kernel !== undefined).length;
  const width = stackedRows(direction);
  const stack = new Float64Array(width * units * columns.length);
  const rows = new Float32Array(batch * width);
  const h = inOrder(direction.initialStates[0]!, walk, index);
  const stepGradients = new Float32Array(batch * units);
  const dz = new Float32Array(batch * units * columns.length);
  const dStates = dFinalStates.map((dFinal) =>
    dFinal ? inOrder(dFinal, walk, index) : new Float32Array(batch * units),
  );
  const [dh] = dStates as [Float32Array];
  const { step, dhBeside, finish } = cell.backward(direction);
  const slot = batch * units * cell.saved;
  for (let r = 0; r < batch; r++) rows[(r + 1) * width - 1] = 1;

  for (let s = walk.steps() - 1; s >= 0; s--) {
    const active = walk.activeRows(s);
    for (let r = 0; r < active; r++) {
      const row = order[r]!;
      const t = walk.timeAt(row, s, backwards);
      const output = (row * time + t) * features + index * units;
      if (s > 0) {
        const before = output + (backwards ? features : -features);
        for (let j = 0; j < units; j++) h[r * units + j] = outputs[before + j]!;
      } else {
        const state = (index * batch + row) * units;
        h.set(direction.initialStates[0]!.subarray(state, state + units), r * units);
      }
      for (let k = 0; k < inputDim; k++) rows[r * width + k] = x[(row * time + t) * inputDim + k]!;
      for (let j = 0; j < units; j++) rows[r * width + inputDim + j] = h[r * units + j]!;
      if (dOutputs) stepGradients.set(dOutputs.subarray(output, output + units), r * units);
    }
    const savedBefore = reserve.subarray(s * slot, (s + 1) * slot);
    const saved = reserve.subarray((s + 1) * slot, (s + 2) * slot);
    step({ rows: active, h, saved, savedBefore, dOutputs: stepGradients, dStates, dz });
    for (let r = 0; r < active; r++) {
      const row = order[r]!;
      let to = ((index * batch + row) * time + walk.timeAt(row, s, backwards)) * units * gates;
      for (let j = 0; j < units; j++) {
        for (let gate = 0; gate < gates; gate++) dGates[to++] = dz[(r * units + j) * columns.length + gate]!;
      }
    }
    accumulateTransposed(stack, rows, width, dz, units * columns.length, active);
    multiply(dh, dz, active, recurrent);
    if (dhBeside) for (let n = 0; n < active * units; n++) dh[n]! += dhBeside[n]!;
  }

  dStates.forEach((dState, n) => {
    for (let r = 0; r < batch; r++) {
      const state = (index * batch + order[r]!) * units;
      dInitialStates[n]!.set(dState.subarray(r * units, (r + 1) * units), state);
    }
  });
  const gradients = unpackGradients(stack, direction, columns);
  finish?.(gradients.dRecurrentKernel);
  return gradients;
}

/** dX [batch, time, inputDim] from the dGates of the backward pass and the kernel of each direction. */
export function inputGradient(dGates: Float32Array, kernels: Float32Array[], sizes: Sizes): Float32Array {
  const { batch, time, inputDim, units } = sizes;
  const dX = new Float32Array(batch * time * inputDim);
  const ofDirection = new Float32Array(batch * time * inputDim);
  kernels.forEach((kernel, index) => {
    const gates = Array.from({ length: kernel.length / inputDim / units }, (_, gate) => gate);
    const size = batch * time * units * gates.length;
    const dz = dGates.subarray(index * size, (index + 1) * size);
    multiply(ofDirection, dz, batch * time, packTransposed(kernel, inputDim, units, gates));
    for (let n = 0; n < dX.length; n++) dX[n]! += ofDirection[n]!;
  });
  return dX;
}
