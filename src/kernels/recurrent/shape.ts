import type { RecurrentAttributes } from '../names';

/** Everything that the plan of a recurrent layer depends on, besides its cell and the device. */
export interface RecurrentShape extends RecurrentAttributes {
  batch: number;
  time: number;
  inputDim: number;
  units: number;
  hasState: boolean;
  hasLengths: boolean;
}
