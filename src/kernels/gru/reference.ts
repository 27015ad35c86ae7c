/**
 * The GRU in float64 with plain loops, each line next to its equation: the specification that every kernel is
 * compared with. Arrays are row-major; gates z, r, h along the last axis of weights.
 */
import {
  activationsOf,
  type ReferenceInput,
  type ReferenceWeightGradients,
  slice,
  timesOf,
} from '../recurrent/reference';

/** Biases are [2, 3·units] with `resetAfter`: of the input's product, then of the recurrent one; else [3·units]. */
export interface GRUReferenceInput extends ReferenceInput {
  /** Whether the reset gate multiplies h after its product with the recurrent kernel; true if absent. */
  resetAfter?: boolean;
}

export interface GRUReferenceOutput {
  /** [batch, time, directions·units] */
  outputs: Float64Array;
  /** [directions, batch, units] */
  finalH: Float64Array;
}

export interface GRUReferenceOutputGradient {
  /** Shaped as the outputs; zeros if absent. */
  dOutputs?: ArrayLike<number>;
  dFinalH?: ArrayLike<number>;
}

export interface GRUReferenceGradient {
  dX: Float64Array;
  dH0: Float64Array;
  directions: ReferenceWeightGradients[];
}

/** What one step of one row computed, kept for the gradient; each [units]. */
interface Step {
  t: number;
  hBefore: Float64Array;
  /** The gates' sums before their activation. */
  sz: Float64Array;
  sr: Float64Array;
  /** The candidate's sum before its activation. */
  sh: Float64Array;
  /** With resetAfter, hBefore·U_h + b'_h; else r ⊙ hBefore. */
  recurrent: Float64Array;
  h: Float64Array;
}

export function gruReference(input: GRUReferenceInput): GRUReferenceOutput {
  const { batch, time, units, directions } = input;
  const features = directions.length * units;
  const outputs = new Float64Array(batch * time * features);
  const finalH = new Float64Array(directions.length * batch * units);
  for (let d = 0; d < directions.length; d++) {
    for (let b = 0; b < batch; b++) {
      const steps = walk(input, d, b);
      for (const { t, h } of steps) outputs.set(h, (b * time + t) * features + d * units);
      finalH.set(steps[steps.length - 1]!.h, (d * batch + b) * units);
    }
  }
  return { outputs, finalH };
}

export function gruReferenceGradient(
  input: GRUReferenceInput,
  { dOutputs, dFinalH }: GRUReferenceOutputGradient,
): GRUReferenceGradient {
  const { x, batch, time, inputDim, units, directions, resetAfter = true } = input;
  const { act, σ } = activationsOf(input);
  const features = directions.length * units;
  const dX = new Float64Array(batch * time * inputDim);
  const dH0 = new Float64Array(directions.length * batch * units);
  const weightGradients = directions.map(({ bias }) => ({
    dKernel: new Float64Array(inputDim * 3 * units),
    dRecurrentKernel: new Float64Array(units * 3 * units),
    dBias: new Float64Array(bias.length),
  }));

  for (let d = 0; d < directions.length; d++) {
    const { kernel, recurrentKernel } = directions[d]!;
    const { dKernel, dRecurrentKernel, dBias } = weightGradients[d]!;
    for (let b = 0; b < batch; b++) {
      const row = (d * batch + b) * units;
      // The gradient that reaches a step's h from later steps.
      let dh = slice(dFinalH, row, units);
      for (const { t, hBefore, sz, sr, sh, recurrent } of walk(input, d, b).reverse()) {
        const dhBefore = new Float64Array(units);
        /** Adds the gradients of sum[j] = left·U[:, gate, j]. */
        const product = (gate: number, j: number, dSum: number, left: Float64Array, dLeft: Float64Array) => {
          for (let k = 0; k < units; k++) {
            const at = k * 3 * units + gate * units + j;
            dRecurrentKernel[at]! += left[k]! * dSum;
            dLeft[k]! += recurrentKernel[at]! * dSum;
          }
        };
        const dSums = new Float64Array(3 * units);
        const dReset = new Float64Array(units);
        for (let j = 0; j < units; j++) {
          const z = σ.value(sz[j]!);
          const dhj = dh[j]! + (dOutputs ? dOutputs[(b * time + t) * features + d * units + j]! : 0);
          // h = z ⊙ hBefore + (1 − z) ⊙ act(sh)
          dhBefore[j]! += dhj * z;
          dSums[j] = dhj * (hBefore[j]! - act.value(sh[j]!)) * σ.derivative(sz[j]!);
          dSums[2 * units + j] = dhj * (1 - z) * act.derivative(sh[j]!);
        }
        if (resetAfter) {
          for (let j = 0; j < units; j++) {
            // sh = x_t·W_h + b_h + r ⊙ recurrent   recurrent = hBefore·U_h + b'_h
            const dRecurrent = dSums[2 * units + j]! * σ.value(sr[j]!);
            dReset[j] = dSums[2 * units + j]! * recurrent[j]!;
            product(2, j, dRecurrent, hBefore, dhBefore);
            dBias[5 * units + j]! += dRecurrent;
          }
        } else {
          // sh = x_t·W_h + b_h + recurrent·U_h   recurrent = r ⊙ hBefore
          const dRecurrent = new Float64Array(units);
          for (let j = 0; j < units; j++) product(2, j, dSums[2 * units + j]!, recurrent, dRecurrent);
          for (let j = 0; j < units; j++) {
            dReset[j] = dRecurrent[j]! * hBefore[j]!;
            dhBefore[j]! += dRecurrent[j]! * σ.value(sr[j]!);
          }
        }
        for (let j = 0; j < units; j++) {
          // r = σ(sr)
          dSums[units + j] = dReset[j]! * σ.derivative(sr[j]!);
          // sz, sr = x_t·W + b + hBefore·U + b'
          for (let gate = 0; gate < 2; gate++) {
            product(gate, j, dSums[gate * units + j]!, hBefore, dhBefore);
            if (resetAfter) dBias[(3 + gate) * units + j]! += dSums[gate * units + j]!;
          }
        }
        // Of all three: x_t·W + b
        for (let n = 0; n < 3 * units; n++) {
          for (let k = 0; k < inputDim; k++) {
            dKernel[k * 3 * units + n]! += x[(b * time + t) * inputDim + k]! * dSums[n]!;
            dX[(b * time + t) * inputDim + k]! += kernel[k * 3 * units + n]! * dSums[n]!;
          }
          dBias[n]! += dSums[n]!;
        }
        dh = dhBefore;
      }
      dH0.set(dh, row);
    }
  }
  return { dX, dH0, directions: weightGradients };
}

/** The steps that direction `d` takes over row `b`, in the order in which it takes them. */
function walk(input: GRUReferenceInput, d: number, b: number): Step[] {
  const { x, batch, time, inputDim, units, directions, h0, resetAfter = true } = input;
  const { kernel, recurrentKernel, bias } = directions[d]!;
  const { act, σ } = activationsOf(input);
  /** left·U[:, gate, j] */
  const product = (left: Float64Array, gate: number, j: number): number => {
    let sum = 0;
    for (let k = 0; k < units; k++) sum += left[k]! * recurrentKernel[k * 3 * units + gate * units + j]!;
    return sum;
  };
  const steps: Step[] = [];
  let hBefore = slice(h0, (d * batch + b) * units, units);
  for (const t of timesOf(input, d, b)) {
    /** x_t·W[:, gate, j] + b[gate, j] */
    const fromInput = (gate: number, j: number): number => {
      let sum = bias[gate * units + j]!;
      for (let k = 0; k < inputDim; k++) {
        sum += x[(b * time + t) * inputDim + k]! * kernel[k * 3 * units + gate * units + j]!;
      }
      return sum;
    };
    /** hBefore·U[:, gate, j] + b'[gate, j]; there is no b' without resetAfter. */
    const fromState = (gate: number, j: number): number =>
      product(hBefore, gate, j) + (resetAfter ? bias[(3 + gate) * units + j]! : 0);
    const perUnit = (value: (j: number) => number) =>
      Float64Array.from({ length: units }, (_, j) => value(j));

    // z = σ(x_t·W_z + b_z + hBefore·U_z + b'_z)   r = σ(x_t·W_r + b_r + hBefore·U_r + b'_r)
    const sz = perUnit((j) => fromInput(0, j) + fromState(0, j));
    const sr = perUnit((j) => fromInput(1, j) + fromState(1, j));
    // with resetAfter: act(x_t·W_h + b_h + r ⊙ (hBefore·U_h + b'_h)); else: act(x_t·W_h + b_h + (r ⊙ hBefore)·U_h)
    const recurrent = perUnit((j) => (resetAfter ? fromState(2, j) : σ.value(sr[j]!) * hBefore[j]!));
    const sh = perUnit(
      (j) => fromInput(2, j) + (resetAfter ? σ.value(sr[j]!) * recurrent[j]! : product(recurrent, 2, j)),
    );
    // h = z ⊙ hBefore + (1 − z) ⊙ act(sh)
    const h = perUnit((j) => {
      const z = σ.value(sz[j]!);
      return z * hBefore[j]! + (1 - z) * act.value(sh[j]!);
    });
    steps.push({ t, hBefore, sz, sr, sh, recurrent, h });
    hBefore = h;
  }
  return steps;
}
