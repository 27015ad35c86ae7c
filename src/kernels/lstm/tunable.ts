import { type RecurrentPasses, type RecurrentSizes, recurrentOps } from '../recurrent/tunable';
import type { TunableOp } from '../webgpu/choices';
import { lstmCell } from './cell';

export type LSTMSizes = RecurrentSizes;

/** The ops of an LSTM for `tune` and `warmup`: the forward pass or, with `training`, both passes. */
export function lstmOps(sizes: LSTMSizes, passes: RecurrentPasses = {}): TunableOp[] {
  return recurrentOps(lstmCell, sizes, passes);
}
