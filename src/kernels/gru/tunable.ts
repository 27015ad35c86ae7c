import { type RecurrentPasses, type RecurrentSizes, recurrentOps } from '../recurrent/tunable';
import type { TunableOp } from '../webgpu/choices';
import { gruCell } from './cell';

export interface GRUSizes extends RecurrentSizes {
  /** As in the options of `gru`; true if absent. */
  resetAfter?: boolean;
}

/** The ops of a GRU for `tune` and `warmup`: the forward pass or, with `training`, both passes. */
export function gruOps({ resetAfter = true, ...sizes }: GRUSizes, passes: RecurrentPasses = {}): TunableOp[] {
  return recurrentOps(gruCell({ resetAfter }), sizes, passes);
}
