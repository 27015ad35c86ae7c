/** A recurrent layer as the tuner sees it: its variants, and which shapes share a choice. */
import { type CellAttributes, DEFAULT_ACTIVATIONS } from '../names';
import { sizeClass, type TunableOp } from '../webgpu/choices';
import type { Cell } from './cell';
import { forwardInputs, gradientInputs } from './inputs';
import { forwardPlan, gradientPlan, inputGradientPlan } from './plan';
import type { RecurrentShape } from './shape';
import { gatesSpec } from './sizes';
import { type ReserveFormat, recurrentLayouts, reserveFormat } from './variants';

/** The forward pass; with `training`, the one that leaves a reserve. */
export function forwardOp(cell: Cell, shape: RecurrentShape, training: boolean): TunableOp {
  return {
    ...described(training ? `${cell.name} training` : cell.name, shape),
    variants: (device) =>
      recurrentLayouts(cell, shape, device, 'forward', training).map((layout) => ({
        name: layout,
        plan: () => forwardPlan(cell, shape, training, device, layout),
        inputs: () => forwardInputs(cell, shape),
        ...(training && { format: reserveFormat(layout) }),
      })),
    defaultPlan: (device) => forwardPlan(cell, shape, training, device),
  };
}

/** The backward pass, in a layout that reads the reserve that the forward pass leaves. */
export function backwardOp(cell: Cell, shape: RecurrentShape): TunableOp {
  return {
    ...described(`${cell.name} gradient`, shape),
    after: forwardOp(cell, shape, true),
    variants: (device) =>
      recurrentLayouts(cell, shape, device, 'backward').map((layout) => ({
        name: layout,
        plan: () => gradientPlan(cell, shape, device, layout),
        inputs: () => gradientInputs(cell, shape, reserveFormat(layout)),
        format: reserveFormat(layout),
      })),
    defaultPlan: (device) => gradientPlan(cell, shape, device),
  };
}

/** The gradient of x, which runs only where something below needs it. There is one variant for each form of the reserve. */
function inputGradientOp(cell: Cell, shape: RecurrentShape): TunableOp {
  const { gates, gradients } = cell;
  const planOfFormat = (format: ReserveFormat) => inputGradientPlan({ ...shape, gates, gradients, format });
  return {
    ...described(`${cell.name} input gradient`, shape),
    after: forwardOp(cell, shape, true),
    variants: (device) =>
      [...new Set(recurrentLayouts(cell, shape, device, 'backward').map(reserveFormat))].map((format) => ({
        name: format,
        plan: () => planOfFormat(format),
        inputs: () => [...forwardInputs(cell, shape), gatesSpec(cell, shape, format)],
        format,
      })),
    defaultPlan: () => planOfFormat('shared'),
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
  const trained = { ...shape, inputGradient };
  const ops = [forwardOp(cell, trained, true), backwardOp(cell, trained)];
  return inputGradient ? [...ops, inputGradientOp(cell, trained)] : ops;
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
