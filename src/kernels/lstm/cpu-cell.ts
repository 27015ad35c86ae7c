import { cpuActivations } from '../recurrent/cpu-activations';
import type { CpuCell } from '../recurrent/cpu-cell';

/** The LSTM on the CPU. The columns of a unit are its gates i, f, g, o; saved are they and c. */
export const lstmCpuCell: CpuCell = {
  columns: [0, 1, 2, 3].map((gate) => ({ kernel: gate, recurrent: gate, bias: [gate] })),
  saved: 5,

  saveStart([, c], saved) {
    for (let n = 0; n < c!.length; n++) saved[5 * n + 4] = c![n]!;
  },

  forward({ sizes: { units }, activation, recurrentActivation }) {
    const act = cpuActivations[activation].value;
    const σ = cpuActivations[recurrentActivation].value;
    return ({ rows, z, states, saved }) => {
      const [h, c] = states as [Float32Array, Float32Array];
      for (let n = 0; n < rows * units; n++) {
        const i = σ(z[4 * n]!);
        const f = σ(z[4 * n + 1]!);
        const g = act(z[4 * n + 2]!);
        const o = σ(z[4 * n + 3]!);
        const next = f * c[n]! + i * g;
        c[n] = next;
        h[n] = o * act(next);
        if (saved) {
          saved[5 * n] = i;
          saved[5 * n + 1] = f;
          saved[5 * n + 2] = g;
          saved[5 * n + 3] = o;
          saved[5 * n + 4] = next;
        }
      }
    };
  },

  backward({ sizes: { units }, activation, recurrentActivation }) {
    const act = cpuActivations[activation];
    const σ = cpuActivations[recurrentActivation];
    return {
      step({ rows, saved, savedBefore, dOutputs, dStates, dz }) {
        const [dh, dc] = dStates as [Float32Array, Float32Array];
        for (let n = 0; n < rows * units; n++) {
          const i = saved[5 * n]!;
          const f = saved[5 * n + 1]!;
          const g = saved[5 * n + 2]!;
          const o = saved[5 * n + 3]!;
          const actC = act.value(saved[5 * n + 4]!);
          const cBefore = savedBefore[5 * n + 4]!;
          // h = o ⊙ act(c)
          const dhn = dh[n]! + dOutputs[n]!;
          const dcn = dc[n]! + dhn * o * act.slope(actC);
          // c = f ⊙ cBefore + i ⊙ g
          dz[4 * n] = dcn * g * σ.slope(i);
          dz[4 * n + 1] = dcn * cBefore * σ.slope(f);
          dz[4 * n + 2] = dcn * i * act.slope(g);
          dz[4 * n + 3] = dhn * actC * σ.slope(o);
          dc[n] = dcn * f;
        }
      },
    };
  },
};
