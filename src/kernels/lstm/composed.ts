import { add, matMul, mul, split, type Tensor } from '@tensorflow/tfjs-core';
import type { ComposedCell } from '../recurrent/kernels';

/** The LSTM of tf.js's own ops. */
export const composedLstm: ComposedCell = ({ recurrentKernel, bias }, act, σ) => ({
  inputBias: bias,
  step(fromInput, [h, c]) {
    const [zi, zf, zg, zo] = split(add(fromInput, matMul(h!, recurrentKernel)), 4, 1) as [
      Tensor,
      Tensor,
      Tensor,
      Tensor,
    ];
    const next = add(mul(σ(zf), c!), mul(σ(zi), act(zg)));
    return [mul(σ(zo), act(next)), next];
  },
});
