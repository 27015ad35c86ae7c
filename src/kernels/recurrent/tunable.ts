/** A recurrent layer as the tuner sees it: its variants, and which shapes share a choice. */
import { type CellAttributes, DEFAULT_ACTIVATIONS } from '../names';
import { sizeClass, type TunableOp } from '../webgpu/choices';
import type { Cell } from './cell';
import { forwardInputs, gradientInputs } from './inputs';
import { forwardPlan, gradientPlan, inputGradientPlan } from './plan';
import type { RecurrentShape } from './shape';
import { gateElements } from './sizes';
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

/** The gradient of x, which runs only where something below needs it. There is one variant. */
function inputGradientOp(cell: Cell, shape: RecurrentShape): TunableOp {
  const plan = () => inputGradientPlan({ ...shape, gates: cell.gates, gradients: cell.gradients });
  return {
    ...described(`${cell.name} input gradient`, shape),
    variants: () => [{ name: 'units', plan }],
    defaultPlan: plan,
    inputs: () => [
      ...forwardInputs(cell, shape),
      { name: 'dGates', shape: [gateElements(cell, shape)], dtype: 'float32' },
    ],
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

export interface RecurrentPasses {
  /** Forward and backward, rather than inference alone. Default false. */
  training?: boolean;
  /** When training, the gradient of x, too: for a layer that stands above another one. Default false. */
  inputGradient?: boolean;
}

/** The ops of a layer for `tune` and `warmup`. */
export function recurrentOps(
  cell: Cell,
  sizes: RecurrentSizes,
  { training = false, inputGradient = false }: RecurrentPasses,
): TunableOp[] {
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
  if (!training) return [forwardOp(cell, shape, false)];
  const ops = [forwardOp(cell, shape, true), backwardOp(cell, shape)];
  return inputGradient ? [...ops, inputGradientOp(cell, shape)] : ops;
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
