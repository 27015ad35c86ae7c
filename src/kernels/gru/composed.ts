import { add, matMul, mul, slice, split, squeeze, sub, type Tensor } from '@tensorflow/tfjs-core';
import type { ComposedCell } from '../recurrent/kernels';

/** The GRU of tf.js's own ops whose reset gate multiplies h·U_h + b'_h. */
export const composedResetAfter: ComposedCell = ({ recurrentKernel, bias }, act, σ) => {
  const columns = bias.shape[1]!;
  const [inputBias, recurrentBias] = [0, 1].map((row) =>
    squeeze(slice(bias, [row, 0], [1, columns]), [0]),
  ) as [Tensor, Tensor];
  return {
    inputBias,
    step(fromInput, [h]) {
      const [xz, xr, xh] = split(fromInput, 3, 1) as [Tensor, Tensor, Tensor];
      const fromState = add(matMul(h!, recurrentKernel), recurrentBias);
      const [hz, hr, hh] = split(fromState, 3, 1) as [Tensor, Tensor, Tensor];
      const candidate = act(add(xh, mul(σ(add(xr, hr)), hh)));
      return [blend(σ(add(xz, hz)), h!, candidate)];
    },
  };
};

/** The GRU of tf.js's own ops whose reset gate multiplies h. */
export const composedResetBefore: ComposedCell = ({ recurrentKernel, bias }, act, σ) => {
  const units = recurrentKernel.shape[0]!;
  const gateKernel = slice(recurrentKernel, [0, 0], [units, 2 * units]);
  const candidateKernel = slice(recurrentKernel, [0, 2 * units], [units, units]);
  return {
    inputBias: bias,
    step(fromInput, [h]) {
      const [xz, xr, xh] = split(fromInput, 3, 1) as [Tensor, Tensor, Tensor];
      const [hz, hr] = split(matMul(h!, gateKernel), 2, 1) as [Tensor, Tensor];
      const candidate = act(add(xh, matMul(mul(σ(add(xr, hr)), h!), candidateKernel)));
      return [blend(σ(add(xz, hz)), h!, candidate)];
    },
  };
};

/** z ⊙ h + (1 − z) ⊙ candidate */
function blend(z: Tensor, h: Tensor, candidate: Tensor): Tensor {
  return add(mul(z, h), mul(sub(1, z), candidate));
}
