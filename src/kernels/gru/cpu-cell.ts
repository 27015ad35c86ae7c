import { accumulateTransposed, multiply, packPanels } from '../cpu/matrix';
import type { GRUStepAttributes } from '../names';
import { cpuActivations } from '../recurrent/cpu-activations';
import type { CpuCell, Direction } from '../recurrent/cpu-cell';

/** Blocks of the bias with resetAfter: those of the input's product, then those of the recurrent one. */
const recurrentBias = 3;
const [Z, R, H] = [0, 1, 2];

/**
 * The GRU on the CPU whose reset gate multiplies h·U_h + b'_h. The columns of a unit are z, r, and the two parts of
 * the candidate separately: x·W_h + b_h, and h·U_h + b'_h. Saved are z, r, the candidate, and its recurrent part.
 */
const resetAfterCell: CpuCell = {
  columns: [
    { kernel: Z, recurrent: Z, bias: [Z, recurrentBias + Z] },
    { kernel: R, recurrent: R, bias: [R, recurrentBias + R] },
    { kernel: H, bias: [H] },
    { recurrent: H, bias: [recurrentBias + H] },
  ],
  saved: 4,

  forward({ sizes: { units }, activation, recurrentActivation }) {
    const act = cpuActivations[activation].value;
    const σ = cpuActivations[recurrentActivation].value;
    return ({ rows, z: sums, states, saved }) => {
      const [h] = states as [Float32Array];
      for (let n = 0; n < rows * units; n++) {
        const z = σ(sums[4 * n]!);
        const r = σ(sums[4 * n + 1]!);
        const recurrent = sums[4 * n + 3]!;
        const candidate = act(sums[4 * n + 2]! + r * recurrent);
        h[n] = z * h[n]! + (1 - z) * candidate;
        if (saved) {
          saved[4 * n] = z;
          saved[4 * n + 1] = r;
          saved[4 * n + 2] = candidate;
          saved[4 * n + 3] = recurrent;
        }
      }
    };
  },

  backward({ sizes: { batch, units }, activation, recurrentActivation }) {
    const act = cpuActivations[activation];
    const σ = cpuActivations[recurrentActivation];
    const dhBeside = new Float32Array(batch * units);
    return {
      dhBeside,
      step({ rows, h, saved, dOutputs, dStates, dz }) {
        const [dh] = dStates as [Float32Array];
        for (let n = 0; n < rows * units; n++) {
          const z = saved[4 * n]!;
          const r = saved[4 * n + 1]!;
          const candidate = saved[4 * n + 2]!;
          const recurrent = saved[4 * n + 3]!;
          const dhn = dh[n]! + dOutputs[n]!;
          // h = z ⊙ hBefore + (1 − z) ⊙ candidate
          dhBeside[n] = dhn * z;
          dz[4 * n] = dhn * (h[n]! - candidate) * σ.slope(z);
          // candidate = act(input + r ⊙ recurrent)
          const dSum = dhn * (1 - z) * act.slope(candidate);
          dz[4 * n + 1] = dSum * recurrent * σ.slope(r);
          dz[4 * n + 2] = dSum;
          dz[4 * n + 3] = dSum * r;
        }
      },
    };
  },
};

/**
 * The GRU on the CPU whose reset gate multiplies h. The columns of a unit are z, r and x·W_h + b_h; (r ⊙ h)·U_h needs all
 * of r first, and is a product of its own. Saved are z, r and the candidate.
 */
const resetBeforeCell: CpuCell = {
  columns: [
    { kernel: Z, recurrent: Z, bias: [Z] },
    { kernel: R, recurrent: R, bias: [R] },
    { kernel: H, bias: [H] },
  ],
  saved: 3,

  forward(direction) {
    const { batch, units } = direction.sizes;
    const act = cpuActivations[direction.activation].value;
    const σ = cpuActivations[direction.recurrentActivation].value;
    const weights = packPanels(units, units, (k, n) => candidateWeight(direction, k, n));
    const resetH = new Float32Array(batch * units);
    const recurrent = new Float32Array(batch * units);
    return ({ rows, z: sums, states, saved }) => {
      const [h] = states as [Float32Array];
      for (let n = 0; n < rows * units; n++) {
        const r = σ(sums[3 * n + 1]!);
        resetH[n] = r * h[n]!;
        if (saved) saved[3 * n + 1] = r;
      }
      multiply(recurrent, resetH, rows, weights);
      for (let n = 0; n < rows * units; n++) {
        const z = σ(sums[3 * n]!);
        const candidate = act(sums[3 * n + 2]! + recurrent[n]!);
        h[n] = z * h[n]! + (1 - z) * candidate;
        if (saved) {
          saved[3 * n] = z;
          saved[3 * n + 2] = candidate;
        }
      }
    };
  },

  backward(direction) {
    const { batch, units } = direction.sizes;
    const act = cpuActivations[direction.activation];
    const σ = cpuActivations[direction.recurrentActivation];
    const transposed = packPanels(units, units, (n, k) => candidateWeight(direction, k, n));
    const resetH = new Float32Array(batch * units);
    const dSum = new Float32Array(batch * units);
    const dResetH = new Float32Array(batch * units);
    const dWeights = new Float64Array(units * units);
    const dhBeside = new Float32Array(batch * units);
    return {
      dhBeside,
      step({ rows, h, saved, dOutputs, dStates, dz }) {
        const [dh] = dStates as [Float32Array];
        for (let n = 0; n < rows * units; n++) {
          const z = saved[3 * n]!;
          const candidate = saved[3 * n + 2]!;
          const dhn = dh[n]! + dOutputs[n]!;
          // h = z ⊙ hBefore + (1 − z) ⊙ candidate
          dhBeside[n] = dhn * z;
          dz[3 * n] = dhn * (h[n]! - candidate) * σ.slope(z);
          // candidate = act(input + (r ⊙ hBefore)·U_h)
          dSum[n] = dhn * (1 - z) * act.slope(candidate);
          dz[3 * n + 2] = dSum[n]!;
          resetH[n] = saved[3 * n + 1]! * h[n]!;
        }
        multiply(dResetH, dSum, rows, transposed);
        accumulateTransposed(dWeights, resetH, units, dSum, units, rows);
        for (let n = 0; n < rows * units; n++) {
          const r = saved[3 * n + 1]!;
          dhBeside[n]! += dResetH[n]! * r;
          dz[3 * n + 1] = dResetH[n]! * h[n]! * σ.slope(r);
        }
      },
      finish(dRecurrentKernel) {
        for (let k = 0; k < units; k++) {
          for (let n = 0; n < units; n++) {
            dRecurrentKernel[k * 3 * units + H * units + n] = dWeights[k * units + n]!;
          }
        }
      },
    };
  },
};

/** The weight of U_h from unit `k` to unit `n`. */
function candidateWeight({ recurrentKernel, sizes: { units } }: Direction, k: number, n: number): number {
  return recurrentKernel[k * 3 * units + H * units + n]!;
}

export function gruCpuCell({ resetAfter }: GRUStepAttributes): CpuCell {
  return resetAfter ? resetAfterCell : resetBeforeCell;
}
