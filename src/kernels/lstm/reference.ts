/**
 * The LSTM in float64 with plain loops, each line next to its equation: the specification that every kernel is
 * compared with. Arrays are row-major; for shapes see the fields.
 */
import type { RecurrentActivation } from '../names';

export interface LSTMReferenceWeights {
  /** [inputDim, 4·units], gates i, f, c, o */
  kernel: ArrayLike<number>;
  /** [units, 4·units] */
  recurrentKernel: ArrayLike<number>;
  /** [4·units] */
  bias: ArrayLike<number>;
}

export interface LSTMReferenceInput {
  /** [batch, time, inputDim] */
  x: ArrayLike<number>;
  batch: number;
  time: number;
  inputDim: number;
  units: number;
  /** One direction, or two: the second walks backwards. */
  directions: LSTMReferenceWeights[];
  /** With one direction: walk backwards. */
  goBackwards?: boolean;
  /** [directions, batch, units]; zeros if absent */
  h0?: ArrayLike<number>;
  c0?: ArrayLike<number>;
  /** [batch]; `time` if absent */
  lengths?: ArrayLike<number>;
  /** 'sigmoid' if absent */
  recurrentActivation?: RecurrentActivation;
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
  directions: { dKernel: Float64Array; dRecurrentKernel: Float64Array; dBias: Float64Array }[];
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
  const { derivative, value } = activations[input.recurrentActivation ?? 'sigmoid'];
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
          const [i, f, g, o] = [value(zi), value(zf), Math.tanh(zg), value(zo)];
          const tanhC = Math.tanh(c[j]!);
          const dhj = dh[j]! + (dOutputs ? dOutputs[(b * time + t) * features + d * units + j]! : 0);
          // h = o ⊙ tanh(c)
          const dO = dhj * tanhC;
          const dcj = dc[j]! + dhj * o * (1 - tanhC * tanhC);
          // c = f ⊙ cBefore + i ⊙ g
          const dI = dcj * g;
          const dF = dcj * cBefore[j]!;
          const dG = dcj * i;
          dcBefore[j] = dcj * f;
          // i = σ(zi)   f = σ(zf)   g = tanh(zg)   o = σ(zo)
          dz[j] = dI * derivative(zi);
          dz[units + j] = dF * derivative(zf);
          dz[2 * units + j] = dG * (1 - g * g);
          dz[3 * units + j] = dO * derivative(zo);
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
  const { x, batch, time, inputDim, units, directions, h0, c0, lengths, goBackwards } = input;
  const { kernel, recurrentKernel, bias } = directions[d]!;
  const { value } = activations[input.recurrentActivation ?? 'sigmoid'];
  const length = lengths ? lengths[b]! : time;
  const backwards = d === 1 || goBackwards === true;
  const steps: Step[] = [];
  let hBefore = slice(h0, (d * batch + b) * units, units);
  let cBefore = slice(c0, (d * batch + b) * units, units);
  for (let s = 0; s < length; s++) {
    const t = backwards ? length - 1 - s : s;
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
      c[j] = value(zf) * cBefore[j]! + value(zi) * Math.tanh(zg);
      // h = o ⊙ tanh(c)
      h[j] = value(zo) * Math.tanh(c[j]!);
    }
    steps.push({ t, hBefore, cBefore, z, h, c });
    hBefore = h;
    cBefore = c;
  }
  return steps;
}

const activations = {
  sigmoid: {
    value: (z: number) => 1 / (1 + Math.exp(-z)),
    // σ' = σ(z) (1 − σ(z)) = σ(z) σ(−z)
    derivative: (z: number) => 1 / (1 + Math.exp(-z)) / (1 + Math.exp(z)),
  },
  hardSigmoid: {
    value: (z: number) => Math.min(1, Math.max(0, 0.2 * z + 0.5)),
    derivative: (z: number) => (z > -2.5 && z < 2.5 ? 0.2 : 0),
  },
};

function gatesOf(z: Float64Array, j: number, units: number): [number, number, number, number] {
  return [z[j]!, z[units + j]!, z[2 * units + j]!, z[3 * units + j]!];
}

function slice(array: ArrayLike<number> | undefined, start: number, length: number): Float64Array {
  return Float64Array.from({ length }, (_, index) => (array ? array[start + index]! : 0));
}
