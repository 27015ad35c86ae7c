import type { LSTMShape } from '../../src/kernels/lstm/variants';

/** The article's LSTM. */
export const articleLSTM: LSTMShape = {
  directions: 2,
  goBackwards: false,
  recurrentActivation: 'sigmoid',
  family: 'auto',
  batch: 32,
  time: 500,
  inputDim: 1,
  units: 32,
  hasState: false,
  hasLengths: false,
};
