import {
  GatewaveLSTM,
  GatewaveLSTMGradient,
  GatewaveLSTMInputGradient,
  GatewaveLSTMStep,
  GatewaveLSTMTraining,
} from '../names';
import type { RecurrentKernels } from '../recurrent/kernels';
import { composedLstm } from './composed';

export const lstmKernels: RecurrentKernels = {
  inference: GatewaveLSTM,
  training: GatewaveLSTMTraining,
  gradient: GatewaveLSTMGradient,
  inputGradient: GatewaveLSTMInputGradient,
  step: GatewaveLSTMStep,
  states: ['h', 'c'],
  gates: ['i', 'f', 'c', 'o'],
  biasShape: (units) => [4 * units],
  biasAxes: '[4·units]',
  composed: composedLstm,
};
