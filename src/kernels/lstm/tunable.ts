/** The LSTM as the tuner sees it: its variants, and which shapes share a choice. */
import type { RecurrentActivation } from '../names';
import { sizeClass, type TunableOp } from '../webgpu/choices';
import { lstmGradientInputs, lstmInputs } from './inputs';
import { lstmGradientPlan, lstmPlan } from './plan';
import { type LSTMShape, lstmLayouts } from './variants';

/** The forward pass; with `training`, the one that leaves a reserve. */
export function lstmForward(shape: LSTMShape, training: boolean): TunableOp {
  return {
    ...described(training ? 'lstm training' : 'lstm', shape),
    variants: (device) =>
      lstmLayouts(shape, device).map((layout) => ({
        name: layout,
        plan: () => lstmPlan(shape, training, device, layout),
      })),
    defaultPlan: (device) => lstmPlan(shape, training, device),
    inputs: () => lstmInputs(shape),
  };
}

export function lstmBackward(shape: LSTMShape): TunableOp {
  return {
    ...described('lstm gradient', shape),
    variants: (device) =>
      lstmLayouts(shape, device).map((layout) => ({
        name: layout,
        plan: () => lstmGradientPlan(shape, device, layout),
      })),
    defaultPlan: (device) => lstmGradientPlan(shape, device),
    // Every variant of the forward pass leaves the same reserve.
    inputs: (device) => lstmGradientInputs(shape, lstmPlan(shape, true, device)),
  };
}

export interface LSTMSizes {
  batch: number;
  time: number;
  inputDim: number;
  units: number;
  bidirectional?: boolean;
  recurrentActivation?: RecurrentActivation;
}

/** The ops of an LSTM for `tune` and `warmup`: the forward pass or, with `training`, both passes. */
export function lstmOps(sizes: LSTMSizes, { training = false } = {}): TunableOp[] {
  const { bidirectional = false, recurrentActivation = 'hardSigmoid', ...rest } = sizes;
  const shape: LSTMShape = {
    ...rest,
    directions: bidirectional ? 2 : 1,
    goBackwards: false,
    recurrentActivation,
    family: 'auto',
    hasState: false,
    hasLengths: false,
  };
  return training ? [lstmForward(shape, true), lstmBackward(shape)] : [lstmForward(shape, false)];
}

/** What is left out (a state, lengths, the activation) costs all variants the same. */
function described(name: string, { batch, time, inputDim, units, directions, family }: LSTMShape) {
  const tail = `input ${inputDim}, units ${directions === 2 ? '2 × ' : ''}${units}`;
  const forced = family === 'auto' ? '' : `, ${family}`;
  return {
    name,
    shape: `batch ${batch}, time ${time}, ${tail}${forced}`,
    shapeClass: `batch ${sizeClass(batch)}, time ${sizeClass(time)}, ${tail}${forced}`,
  };
}
