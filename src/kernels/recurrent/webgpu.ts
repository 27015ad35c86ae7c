/** The kernels of a recurrent layer for the tf.js backend 'webgpu'. */
import type { KernelConfig } from '@tensorflow/tfjs-core';
import type { InputGradientAttributes, RecurrentAttributes } from '../names';
import { planOf } from '../webgpu/choices';
import { type Inputs, planKernel, withAbsentAsZeros } from '../webgpu/kernel';
import { sizeOf } from '../webgpu/plan';
import type { Cell } from './cell';
import { outputGradients } from './inputs';
import type { RecurrentKernels } from './kernels';
import { inputGradientPlan } from './plan';
import type { RecurrentShape } from './shape';
import { rowGroups } from './sizes';
import { backwardOp, forwardOp } from './tunable';
import type { ReserveFormat } from './variants';

/** The kernels of whole sequences. @param cellOf the cell that the attributes ask for. */
export function sequenceKernels<Attributes extends RecurrentAttributes>(
  names: RecurrentKernels,
  cellOf: (attributes: Attributes) => Cell,
): KernelConfig[] {
  return [
    planKernel<Attributes>(names.inference, (inputs, attributes, device) =>
      planOf(forwardOp(cellOf(attributes), sequenceShape(inputs, attributes), false), device),
    ),
    planKernel<Attributes>(names.training, (inputs, attributes, device) =>
      planOf(forwardOp(cellOf(attributes), sequenceShape(inputs, attributes), true), device),
    ),
    planKernel<Attributes>(names.gradient, (inputs, attributes, device) => {
      const cell = cellOf(attributes);
      const shape = sequenceShape(inputs, attributes);
      return withAbsentAsZeros(planOf(backwardOp(cell, shape), device), outputGradients(cell, shape), inputs);
    }),
    planKernel<InputGradientAttributes>(names.inputGradient, (inputs, attributes) =>
      inputGradientPlan({
        ...attributes,
        ...gateCounts(inputs, attributes),
        hasLengths: inputs.lengths !== undefined,
      }),
    ),
  ];
}

function sequenceShape(inputs: Inputs, attributes: RecurrentAttributes): RecurrentShape {
  const {
    activation,
    recurrentActivation,
    directions,
    goBackwards,
    family,
    inputGradient = true,
  } = attributes;
  const [batch, time, inputDim] = inputs.x!.shape as [number, number, number];
  return {
    activation,
    recurrentActivation,
    directions,
    goBackwards,
    family,
    inputGradient,
    batch,
    time,
    inputDim,
    units: inputs.recurrentKernel0!.shape[0]!,
    hasState: inputs.h0 !== undefined,
    hasLengths: inputs.lengths !== undefined,
  };
}

/** What the tensors say about the cell: see `inputGradientPlan`. */
function gateCounts(
  { kernel0, dGates }: Inputs,
  { directions, batch, time, units }: InputGradientAttributes,
): { gates: number; gradients: number; format: ReserveFormat } {
  const rows = dGates!.shape.length === 4 ? batch : rowGroups({ batch }) * 4;
  return {
    gates: kernel0!.shape[1]! / units,
    gradients: sizeOf(dGates!.shape) / (directions * time * units * rows),
    format: dGates!.shape.length === 4 ? 'resident' : 'shared',
  };
}
