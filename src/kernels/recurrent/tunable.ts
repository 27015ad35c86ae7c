/** A recurrent layer as the tuner sees it: its variants, and which shapes share a choice. */
import { type CellAttributes, DEFAULT_ACTIVATIONS } from '../names';
import { sizeClass, type TunableOp } from '../webgpu/choices';
import type { Cell } from './cell';
import { forwardInputs, gradientInputs } from './inputs';
import { forwardPlan, gradientPlan } from './plan';
import type { RecurrentShape } from './shape';
import { recurrentLayouts } from './variants';

/** The forward pass; with `training`, the one that leaves a reserve. */
export function forwardOp(cell: Cell, shape: RecurrentShape, training: boolean): TunableOp {
  return {
    ...described(training ? `${cell.name} training` : cell.name, shape),
    variants: (device) =>
      recurrentLayouts(cell, shape, device, 'forward').map((layout) => ({
        name: layout,
        plan: () => forwardPlan(cell, shape, training, device, layout),
      })),
    defaultPlan: (device) => forwardPlan(cell, shape, training, device),
    inputs: () => forwardInputs(cell, shape),
  };
}

export function backwardOp(cell: Cell, shape: RecurrentShape): TunableOp {
  return {
    ...described(`${cell.name} gradient`, shape),
    variants: (device) =>
      recurrentLayouts(cell, shape, device, 'backward').map((layout) => ({
        name: layout,
        plan: () => gradientPlan(cell, shape, device, layout),
      })),
    defaultPlan: (device) => gradientPlan(cell, shape, device),
    // Every variant of the forward pass leaves the same reserve.
    inputs: (device) => gradientInputs(cell, shape, forwardPlan(cell, shape, true, device)),
  };
}

/** Activations are those of the op where none are given. */
export interface RecurrentSizes extends Partial<CellAttributes> {
  batch: number;
  time: number;
  inputDim: number;
  units: number;
  bidirectional?: boolean;
}

/** The ops of a layer for `tune` and `warmup`: the forward pass or, with `training`, both passes. */
export function recurrentOps(cell: Cell, sizes: RecurrentSizes, training: boolean): TunableOp[] {
  const { bidirectional = false, activation, recurrentActivation, batch, time, inputDim, units } = sizes;
  const shape: RecurrentShape = {
    activation: activation ?? DEFAULT_ACTIVATIONS.activation,
    recurrentActivation: recurrentActivation ?? DEFAULT_ACTIVATIONS.recurrentActivation,
    batch,
    time,
    inputDim,
    units,
    directions: bidirectional ? 2 : 1,
    goBackwards: false,
    family: 'auto',
    hasState: false,
    hasLengths: false,
  };
  return training ? [forwardOp(cell, shape, true), backwardOp(cell, shape)] : [forwardOp(cell, shape, false)];
}

/** What the class leaves out (a state, lengths, the activations) costs all variants the same. */
function described(name: string, { batch, time, inputDim, units, directions, family }: RecurrentShape) {
  const tail = `input ${inputDim}, units ${directions === 2 ? '2 × ' : ''}${units}`;
  const forced = family === 'auto' ? '' : `, ${family}`;
  return {
    name,
    shape: `batch ${batch}, time ${time}, ${tail}${forced}`,
    shapeClass: `batch ${sizeClass(batch)}, time ${sizeClass(time)}, ${tail}${forced}`,
  };
}
