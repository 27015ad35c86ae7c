import {
  GatewaveGRU,
  GatewaveGRUGradient,
  GatewaveGRUInputGradient,
  GatewaveGRUStep,
  GatewaveGRUTraining,
} from '../names';
import type { RecurrentKernels } from '../recurrent/kernels';
import { composedResetAfter, composedResetBefore } from './composed';

const shared = {
  inference: GatewaveGRU,
  training: GatewaveGRUTraining,
  gradient: GatewaveGRUGradient,
  inputGradient: GatewaveGRUInputGradient,
  step: GatewaveGRUStep,
  states: ['h'],
  gates: ['z', 'r', 'h'],
};

const resetAfterKernels: RecurrentKernels = {
  ...shared,
  biasShape: (units) => [2, 3 * units],
  biasAxes: '[2, 3·units], as resetAfter is true: of the input and of the recurrent product',
  composed: composedResetAfter,
};

const resetBeforeKernels: RecurrentKernels = {
  ...shared,
  biasShape: (units) => [3 * units],
  biasAxes: '[3·units], as resetAfter is false',
  composed: composedResetBefore,
};

export function gruKernels(resetAfter: boolean): RecurrentKernels {
  return resetAfter ? resetAfterKernels : resetBeforeKernels;
}
