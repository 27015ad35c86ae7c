/** What the parity runs of all recurrent cells share. */
import { DEFAULT_ACTIVATIONS } from '../../src/kernels/names';
import type { Cell } from '../../src/kernels/recurrent/cell';
import type { ReferenceInput } from '../../src/kernels/recurrent/reference';
import type { RecurrentShape } from '../../src/kernels/recurrent/shape';
import { backwardOp, forwardOp } from '../../src/kernels/recurrent/tunable';
import { choiceKey, variantOf } from '../../src/kernels/webgpu/choices';
import type { Comparison, Layout } from './definition';
import type { DeviceUnderTest } from './device';

export type Family = 'sequence' | 'step' | undefined;

function familyOf(layout: Layout): Family {
  if (layout === 'auto') return undefined;
  return layout === 'alternating' ? 'step' : 'sequence';
}

/** Makes plans take a layout: the family to ask the op for and the layout in words, or why it cannot be had. */
export function chooseFamily(
  cell: Cell,
  layout: Layout,
  device: DeviceUnderTest,
  shape: Omit<RecurrentShape, 'family'>,
): { family: Family; layout: string } | { skipped: string } {
  const family = familyOf(layout);
  const wanted = { ...shape, family: family ?? 'auto' } as const;
  const ops = [forwardOp(cell, wanted, false), forwardOp(cell, wanted, true), backwardOp(cell, wanted)];
  const choices = Object.fromEntries(layout === 'auto' ? [] : ops.map((op) => [choiceKey(op), layout]));
  const profile = device.prefer(layout, choices);
  const [inference, training, backward] = ops.map((op) => variantOf(op, profile)?.name);
  if (!backward || (layout !== 'auto' && (inference !== layout || training !== layout))) {
    return { skipped: `the device has no layout '${layout}' for ${shape.units} units` };
  }
  // Where there is no such layout for the backward pass, another one of the same form of the reserve takes its place.
  const names = [...new Set([training, backward])].join(', ');
  return { family, layout: training === 'alternating' ? 'step' : `sequence/${names}` };
}

/** The shape of a plan for what a reference computes. */
export function shapeOf(input: ReferenceInput): Omit<RecurrentShape, 'family'> {
  const { batch, time, inputDim, units } = input;
  return {
    batch,
    time,
    inputDim,
    units,
    directions: input.directions.length === 2 ? 2 : 1,
    goBackwards: input.goBackwards ?? false,
    activation: input.activation ?? DEFAULT_ACTIVATIONS.activation,
    recurrentActivation: input.recurrentActivation ?? DEFAULT_ACTIVATIONS.recurrentActivation,
    hasState: input.h0 !== undefined,
    hasLengths: input.lengths !== undefined,
  };
}

/**
 * For example '3×7×2 → 2×5, lengths, relu/hardSigmoid': batch × time × inputDim → directions × units, and what is not as usual.
 */
export function describe(input: ReferenceInput, ...extras: string[]): Comparison['shape'] {
  const { batch, time, inputDim, units, directions } = input;
  const { activation, recurrentActivation, hasState, hasLengths, goBackwards } = shapeOf(input);
  const usual =
    activation === DEFAULT_ACTIVATIONS.activation &&
    recurrentActivation === DEFAULT_ACTIVATIONS.recurrentActivation;
  const all = [
    ...extras,
    goBackwards && 'backwards',
    hasState && 'state',
    hasLengths && 'lengths',
    !usual && `${activation}/${recurrentActivation}`,
  ].filter(Boolean);
  return [`${batch}×${time}×${inputDim} → ${directions.length}×${units}`, ...all].join(', ');
}
