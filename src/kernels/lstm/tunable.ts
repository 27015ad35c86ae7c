/** The LSTM as the tuner sees it: its variants, and which shapes share a choice. */
import { type CellAttributes, DEFAULT_ACTIVATIONS } from '../names';
import { sizeClass, type TunableOp } from '../webgpu/choices';
import { lstmGradientInputs, lstmInputs } from './inputs';
import { lstmGradientPlan, lstmPlan } from './plan';
import { type LSTMShape, lstmLayouts } from './variants';

/** The forward pass; with `training`, the one that leaves a reserve. */
export function lstmForward(shape: LSTMShape, training: boolean): TunableOp {
  return {
    ...described(training ? 'lstm training' : 'lstm', shape),
    variants: (device) =>
      lstmLayouts(shape, device, 'forward').map((layout) => ({
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
      lstmLayouts(shape, device, 'backward').map((layout) => ({
        name: layout,
        plan: () => lstmGradientPlan(shape, device, layout),
      })),
    defaultPlan: (device) => lstmGradientPlan(shape, device),
    // Every variant of the forward pass leaves the same reserve.
    inputs: (device) => lstmGradientInputs(shape, lstmPlan(shape, true, device)),
  };
}

/** Activations are those of `lstm()` where none are given. */
export interface LSTMSizes extends Partial<CellAttributes> {
  batch: number;
  time: number;
  inputDim: number;
  units: number;
  bidirectional?: boolean;
}

/** The ops of an LSTM for `tune` and `warmup`: the forward pass or, with `training`, both passes. */
export function lstmOps(sizes: LSTMSizes, { training = false } = {}): TunableOp[] {
  const { bidirectional = false, ...rest } = sizes;
  const shape: LSTMShape = {
    ...DEFAULT_ACTIVATIONS,
    ...rest,
    directions: bidirectional ? 2 : 1,
    goBackwards: false,
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
