/**
 * Which variant of an op runs. An op lists its variants, the one that a rule prefers first; a measurement may have
 * chosen another one, which the device's profile then names.
 */
import type { DeviceProfile, InputSpec, Plan } from './plan';

/** One way to do an op. */
export interface Variant {
  /** Its name among the op's variants. */
  name: string;
  plan(): Plan;
  /** What the plan reads. */
  inputs(): InputSpec[];
  /** How it lays out what an op after it reads, or needs it laid out by the op before it: see `TunableOp.after`. */
  format?: string;
}

/** An op on tensors of certain shapes, of which there may be several variants. */
export interface TunableOp {
  /** What is done, e.g. 'lstm gradient'. */
  name: string;
  /** In words, e.g. 'batch 32, time 500, …'. */
  shape: string;
  /** Ops of the same name and class share a choice: see `sizeClass`. */
  shapeClass: string;
  /** Those that the device can run, the preferred one first. */
  variants(device: DeviceProfile): Variant[];
  /** The plan of the rule's choice. @throws Error that says why, when no variant can run. */
  defaultPlan(device: DeviceProfile): Plan;
  /** The op that leaves what this one reads, in a format that only some variants read. */
  after?: TunableOp;
}

/** Names of variants by `choiceKey`. */
export type Choices = Readonly<Record<string, string>>;

export function choiceKey({ name, shapeClass }: TunableOp): string {
  return `${name}: ${shapeClass}`;
}

/**
 * The next power of two. Batch and time are classified by it: the time of each variant grows about linearly with
 * either, so which one wins changes with their magnitude, not with every step, and a choice for 500 steps serves 480
 * as well. The last batch of an epoch, which is smaller, mostly falls into the same class. Units and channels are
 * exact, since kernels are compiled for them: one more unit may spill a register or leave half a workgroup idle.
 */
export function sizeClass(size: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(1, size)));
}

/** The variants that can run after the variant that runs of the op before. */
export function runnableVariants(op: TunableOp, device: DeviceProfile): Variant[] {
  const variants = op.variants(device);
  if (!op.after) return variants;
  const format = variantOf(op.after, device)?.format;
  return variants.filter((variant) => variant.format === format);
}

/** The variant that was chosen by measurement, if it still exists; else the preferred one. Undefined where there is none. */
export function variantOf(op: TunableOp, device: DeviceProfile): Variant | undefined {
  const variants = runnableVariants(op, device);
  const chosen = device.choices?.[choiceKey(op)];
  return variants.find(({ name }) => name === chosen) ?? variants[0];
}

/** The plan that runs an op on a device. @throws Error when no variant can run there. */
export function planOf(op: TunableOp, device: DeviceProfile): Plan {
  return variantOf(op, device)?.plan() ?? op.defaultPlan(device);
}

/** What that plan reads. */
export function inputsOf(op: TunableOp, device: DeviceProfile): InputSpec[] {
  return variantOf(op, device)?.inputs() ?? [];
}
