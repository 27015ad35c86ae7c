/**
 * The LSTM in float64 with plain loops, each line next to its equation: the specification that every kernel is
 * compared with. Arrays are row-major; for shapes see the fields.
 */
import {
  activationsOf,
  type ReferenceInput,
  type ReferenceWeightGradients,
  slice,
  timesOf,
} from '../recurrent/reference';

/** Gates i, f, c, o along the last axis of weights; biases are [4·units]. */
export interface LSTMReferenceInput extends ReferenceInput {
  /** [directions, batch, units]; zeros if absent */
  c0?: ArrayLike<number>;
}

export interface LSTMReferenceOutput {
  /** [batch, time, directions·units] */
  outputs: Float64Array;
  /** [directions, batch, units] */
  finalH: Float64Array;
  finalC: Float64Array;
}

export interface LSTMReferenceOutputGradient {
  /** Shaped as the outputs; zeros if absent. */
  dOutputs?: ArrayLike<number>;
  dFinalH?: ArrayLike<number>;
  dFinalC?: ArrayLike<number>;
}

export interface LSTMReferenceGradient {
  dX: Float64Array;
  dH0: Float64Array;
  dC0: Float64Array;
  directions: ReferenceWeightGradients[];
}

/** What one step of one row computed, kept for the gradient. */
interface Step {
  t: number;
  hBefore: Float64Array;
  cBefore: Float64Array;
  /** Gates before their activation, [4·units]. */
  z: Float64Array;
  h: Float64Array;
  c: Float64Array;
}

export function lstmReference(input: LSTMReferenceInput): LSTMReferenceOutput {
  const { batch, time, units, directions } = input;
  const features = directions.length * units;
  const outputs = new Float64Array(batch * time * features);
  const finalH = new Float64Array(directions.length * batch * units);
  const finalC = new Float64Array(directions.length * batch * units);
  for (let d = 0; d < directions.length; d++) {
    for (let b = 0; b < batch; b++) {
      const steps = walk(input, d, b);
      for (const { t, h } of steps) outputs.set(h, (b * time + t) * features + d * units);
      const last = steps[steps.length - 1]!;
      finalH.set(last.h, (d * batch + b) * units);
      finalC.set(last.c, (d * batch + b) * units);
    }
  }
  return { outputs, finalH, finalC };
}

export function lstmReferenceGradient(
  input: LSTMReferenceInput,
  { dOutputs, dFinalH, dFinalC }: LSTMReferenceOutputGradient,
): LSTMReferenceGradient {
  const { x, batch, time, inputDim, units, directions } = input;
  const { act, σ } = activationsOf(input);
  const features = directions.length * units;
  const dX = new Float64Array(batch * time * inputDim);
  const dH0 = new Float64Array(directions.length * batch * units);
  const dC0 = new Float64Array(directions.length * batch * units);
  const weightGradients = directions.map(() => ({
    dKernel: new Float64Array(inputDim * 4 * units),
    dRecurrentKernel: new Float64Array(units * 4 * units),
    dBias: new Float64Array(4 * units),
  }));

  for (let d = 0; d < directions.length; d++) {
    const { kernel, recurrentKernel } = directions[d]!;
    const { dKernel, dRecurrentKernel, dBias } = weightGradients[d]!;
    for (let b = 0; b < batch; b++) {
      const row = (d * batch + b) * units;
      // Gradients that reach a step's h and c from later steps.
      let dh = slice(dFinalH, row, units);
      let dc = slice(dFinalC, row, units);
      for (const { t, hBefore, cBefore, z, c } of walk(input, d, b).reverse()) {
        const dhBefore = new Float64Array(units);
        const dcBefore = new Float64Array(units);
        const dz = new Float64Array(4 * units);
        for (let j = 0; j < units; j++) {
          const [zi, zf, zg, zo] = gatesOf(z, j, units);
          const [i, f, g, o] = [σ.value(zi), σ.value(zf), act.value(zg), σ.value(zo)];
          const dhj = dh[j]! + (dOutputs ? dOutputs[(b * time + t) * features + d * units + j]! : 0);
          // h = o ⊙ act(c)
          const dO = dhj * act.value(c[j]!);
          const dcj = dc[j]! + dhj * o * act.derivative(c[j]!);
          // c = f ⊙ cBefore + i ⊙ g
          const dI = dcj * g;
          const dF = dcj * cBefore[j]!;
          const dG = dcj * i;
          dcBefore[j] = dcj * f;
          // i = σ(zi)   f = σ(zf)   g = act(zg)   o = σ(zo)
          dz[j] = dI * σ.derivative(zi);
          dz[units + j] = dF * σ.derivative(zf);
          dz[2 * units + j] = dG * act.derivative(zg);
          dz[3 * units + j] = dO * σ.derivative(zo);
        }
        // z = x_t·W + hBefore·U + b
        for (let n = 0; n < 4 * units; n++) {
          for (let k = 0; k < inputDim; k++) {
            dKernel[k * 4 * units + n]! += x[(b * time + t) * inputDim + k]! * dz[n]!;
            dX[(b * time + t) * inputDim + k]! += kernel[k * 4 * units + n]! * dz[n]!;
          }
          for (let k = 0; k < units; k++) {
            dRecurrentKernel[k * 4 * units + n]! += hBefore[k]! * dz[n]!;
            dhBefore[k]! += recurrentKernel[k * 4 * units + n]! * dz[n]!;
          }
          dBias[n]! += dz[n]!;
        }
        dh = dhBefore;
        dc = dcBefore;
      }
      dH0.set(dh, row);
      dC0.set(dc, row);
    }
  }
  return { dX, dH0, dC0, directions: weightGradients };
}

/** The steps that direction `d` takes over row `b`, in the order in which it takes them. */
function walk(input: LSTMReferenceInput, d: number, b: number): Step[] {
  const { x, batch, time, inputDim, units, h0, c0 } = input;
  const { kernel, recurrentKernel, bias } = input.directions[d]!;
  const { act, σ } = activationsOf(input);
  const steps: Step[] = [];
  let hBefore = slice(h0, (d * batch + b) * units, units);
  let cBefore = slice(c0, (d * batch + b) * units, units);
  for (const t of timesOf(input, d, b)) {
    // z = x_t·W + hBefore·U + b
    const z = new Float64Array(4 * units);
    for (let n = 0; n < 4 * units; n++) {
      z[n] = bias[n]!;
      for (let k = 0; k < inputDim; k++) {
        z[n]! += x[(b * time + t) * inputDim + k]! * kernel[k * 4 * units + n]!;
      }
      for (let k = 0; k < units; k++) z[n]! += hBefore[k]! * recurrentKernel[k * 4 * units + n]!;
    }
    const h = new Float64Array(units);
    const c = new Float64Array(units);
    for (let j = 0; j < units; j++) {
      const [zi, zf, zg, zo] = gatesOf(z, j, units);
      // c = f ⊙ cBefore + i ⊙ g
      c[j] = σ.value(zf) * cBefore[j]! + σ.value(zi) * act.value(zg);
      // h = o ⊙ act(c)
      h[j] = σ.value(zo) * act.value(c[j]!);
    }
    steps.push({ t, hBefore, cBefore, z, h, c });
    hBefore = h;
    cBefore = c;
  }
  return steps;
}

function gatesOf(z: Float64Array, j: number, units: number): [number, number, number, number] {
  return [z[j]!, z[units + j]!, z[2 * units + j]!, z[3 * units + j]!];
}
