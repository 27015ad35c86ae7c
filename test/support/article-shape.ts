import type { LSTMShape } from '../../src/kernels/lstm/variants';
import { DEFAULT_ACTIVATIONS } from '../../src/kernels/names';

/** The article's LSTM. */
export const articleLSTM: LSTMShape = {
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
