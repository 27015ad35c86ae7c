import { DEFAULT_ACTIVATIONS } from '../../src/kernels/names';
import type { RecurrentShape } from '../../src/kernels/recurrent/shape';

/** The article's LSTM. */
export const articleLSTM: RecurrentShape = {
  directions: 2,
  goBackwards: false,
  ...DEFAULT_ACTIVATIONS,
  family: 'auto',
  batch: 32,
  time: 500,
  inputDim: 1,
  units: 32,
  hasState: false,
  hasLengths: false,
};
