/** Attention pooling as the tuner sees it: its variants, and which shapes share a choice. */
import { sizeClass, type TunableOp } from '../webgpu/choices';
import { attentionGradientInputs, attentionInputs } from './inputs';
import { attentionGradientPlan, attentionPlan } from './plan';
import { type AttentionShape, attentionLayouts } from './variants';

/** The forward pass; `training` says whether a backward pass follows. */
export function attentionForward(shape: AttentionShape, training: boolean): TunableOp {
  return {
    ...described(training ? 'attention training' : 'attention', shape),
    variants: (device) =>
      attentionLayouts(shape, device).map((layout) => ({
        name: layout,
        plan: () => attentionPlan(shape, training, device, layout),
        inputs: () => attentionInputs(shape),
      })),
    defaultPlan: (device) => attentionPlan(shape, training, device),
  };
}

export function attentionBackward(shape: AttentionShape): TunableOp {
  return {
    ...described('attention gradient', shape),
    variants: (device) =>
      attentionLayouts(shape, device).map((layout) => ({
        name: layout,
        plan: () => attentionGradientPlan(shape, device, layout),
        inputs: () => attentionGradientInputs(shape),
      })),
    defaultPlan: (device) => attentionGradientPlan(shape, device),
  };
}

export interface AttentionSizes {
  batch: number;
  time: number;
  features: number;
  /** Attention units of the additive score; absent: the dot score. */
  units?: number;
}

/** The ops of attention pooling for `tune` and `warmup`: the forward pass or, with `training`, both passes. */
export function attentionOps(sizes: AttentionSizes, { training = false } = {}): TunableOp[] {
  const { units = 0, ...rest } = sizes;
  const score = units === 0 ? 'dot' : 'additive';
  const shape: AttentionShape = { ...rest, units, score, hasLengths: false };
  return training
    ? [attentionForward(shape, true), attentionBackward(shape)]
    : [attentionForward(shape, false)];
}

function described(name: string, { batch, time, features, units, score }: AttentionShape) {
  const tail = `features ${features}, ${score === 'dot' ? 'dot score' : `units ${units}`}`;
  return {
    name,
    shape: `batch ${batch}, time ${time}, ${tail}`,
    shapeClass: `batch ${sizeClass(batch)}, time ${sizeClass(time)}, ${tail}`,
  };
}
