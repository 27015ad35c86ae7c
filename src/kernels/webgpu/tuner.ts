/** Measures the variants of ops on the current device and remembers which is the fastest. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend, getBackend } from '@tensorflow/tfjs-core';
import { deviceOf } from './backend';
import { choiceKey, planOf, runnableVariants, type TunableOp } from './choices';
import { adoptChoices, profileOf, tuningKeyOf } from './device';
import { compilePlans } from './execute';
import { DeviceLostError } from './faults';
import { measureWhole } from './measure';
import { compilePipelines } from './pipelines';
import type { DeviceProfile } from './plan';
import { rememberChoices } from './tuning-store';

export interface VariantTiming {
  name: string;
  /** Time of one run: a median, except for a variant that was clearly too slow to be run often. Null: it cannot run. */
  milliseconds: number | null;
  /** Why it cannot run. */
  failure?: string;
  /** How it lays out what one op hands to the next: see `Variant`. */
  format?: string;
}

/** The outcome of tuning one op. */
export interface TunedOp {
  op: string;
  shape: string;
  /** The variant that the rule prefers comes first. */
  variants: VariantTiming[];
  /** The variant that runs from now on; null where none can. */
  chosen: string | null;
}

/**
 * Times the variants of each op on the current 'webgpu' backend's device, uses the fastest of each from then on, and
 * remembers it for shapes of the same class on the same adapter. Takes seconds; run nothing else on the device
 * meanwhile.
 *
 * A choice may change the last bits of results, since variants add in different orders. `initialiseWebGPU({ tune:
 * false })` ignores what was remembered.
 *
 * @throws Error when the current backend is not 'webgpu', and when the device is lost.
 */
export async function tune(ops: readonly TunableOp[]): Promise<TunedOp[]> {
  const device = currentDevice('tune');
  const profile = profileOf(device);
  const listed = ops.map((op) => ({ op, variants: plansOf(op, ops, profile) }));
  // All at once. One that does not compile is reported when it is measured.
  const plans = listed.flatMap(({ variants }) => variants.map(({ plan }) => plan));
  await compilePipelines(device, plans).catch(() => {});

  const timed: TimedOp[] = [];
  for (const { op, variants } of listed) {
    const timings: VariantTiming[] = [];
    for (const { name, plan, inputs, format } of variants) {
      const about = { name, ...(format !== undefined && { format }) };
      const best = Math.min(...timings.map((timing) => timing.milliseconds ?? Number.POSITIVE_INFINITY));
      const options = { giveUpAbove: HOPELESS * best, budget: BUDGET };
      try {
        timings.push({ ...about, milliseconds: await measureWhole(device, plan, inputs, options) });
      } catch (error) {
        if (error instanceof DeviceLostError) throw error;
        timings.push({ ...about, milliseconds: null, failure: (error as Error).message });
      }
    }
    timed.push({ op, timings });
  }
  const choices: Record<string, string> = {};
  const tuned = chooseVariants(timed).map(({ op, timings, chosen }): TunedOp => {
    if (chosen !== null) choices[choiceKey(op)] = chosen;
    return { op: op.name, shape: op.shape, variants: timings, chosen };
  });
  adoptChoices(device, choices);
  const key = tuningKeyOf(device);
  if (key !== undefined) await rememberChoices(key, choices);
  return tuned;
}

/**
 * Compiles the pipelines of ops in parallel and without blocking; without it, the first run of each compiles its own,
 * one after the other. With `tune`, first measures which variants are the fastest: see `tune`.
 *
 * @throws Error when the current backend is not 'webgpu', when an op cannot run, or a shader does not compile.
 */
export async function warmup(
  ops: readonly TunableOp[],
  { tune: wanted = false }: { tune?: boolean } = {},
): Promise<void> {
  const profile = profileOf(currentDevice('warmup'));
  if (wanted) await tune(ops);
  await compilePlans(ops.map((op) => planOf(op, profile)));
}

/** A variant that takes this many times as long as another is measured only once. */
const HOPELESS = 1.5;
/** Milliseconds for a variant after which three repetitions are enough. */
const BUDGET = 1000;

/** How much faster than the preferred variant another one has to be: less may be noise, and a change costs repeatability. */
const MARGIN = 0.95;

/** @param timings the preferred variant first. @returns the name of the variant to use; null where none can run. */
export function fastest(timings: readonly VariantTiming[]): string | null {
  const [preferred, ...others] = timings.filter((timing) => timing.milliseconds !== null);
  if (!preferred) return null;
  const best = others.reduce((a, b) => (b.milliseconds! < a.milliseconds! ? b : a), {
    ...preferred,
    milliseconds: MARGIN * preferred.milliseconds!,
  });
  return best.name;
}

interface TimedOp {
  op: TunableOp;
  timings: VariantTiming[];
}

/**
 * Chooses the fastest variant of each op. Ops that hand something on must agree in its format: the one whose fastest variants
 * take the least time together.
 */
export function chooseVariants<Timed extends TimedOp>(
  timed: readonly Timed[],
): (Timed & { chosen: string | null })[] {
  const followers = (op: TunableOp) => timed.filter(({ op: other }) => isAfter(other, op));
  const chain = (op: TunableOp): readonly Timed[] => {
    const first = timed.find((other) => isAfter(op, other.op)) ?? timed.find((other) => other.op === op)!;
    return [first, ...followers(first.op)];
  };
  return timed.map((each) => {
    const format = fastestFormat(chain(each.op).map(({ timings }) => timings));
    return { ...each, chosen: fastest(each.timings.filter((timing) => timing.format === format)) };
  });
}

function isAfter(op: TunableOp, other: TunableOp): boolean {
  return op.after !== undefined && choiceKey(op.after) === choiceKey(other);
}

/** @param chain of the ops that must agree, the timings of all variants, the preferred ones first */
function fastestFormat(chain: readonly (readonly VariantTiming[])[]): string | undefined {
  const formats = [...new Set(chain[0]!.map(({ format }) => format))];
  const together = formats.map((format) => {
    const times = chain.map((timings) =>
      Math.min(
        ...timings.map((timing) =>
          timing.format === format
            ? (timing.milliseconds ?? Number.POSITIVE_INFINITY)
            : Number.POSITIVE_INFINITY,
        ),
      ),
    );
    const sum = times.reduce((total, time) => total + time, 0);
    return { name: String(format), format, milliseconds: Number.isFinite(sum) ? sum : null };
  });
  const chosen = fastest(together);
  return together.find(({ name }) => name === chosen)?.format;
}

/** Where the op before is tuned, too, all variants; else those that can run after it. */
function plansOf(op: TunableOp, ops: readonly TunableOp[], profile: DeviceProfile) {
  const free = ops.some((other) => isAfter(op, other));
  const variants = free ? op.variants(profile) : runnableVariants(op, profile);
  return variants.map((variant) => ({ ...variant, plan: variant.plan(), inputs: variant.inputs() }));
}

function currentDevice(caller: string): GPUDevice {
  if (getBackend() !== 'webgpu') {
    throw new Error(
      `${caller}: the backend is '${getBackend()}', and only the kernels of 'webgpu' have variants. ` +
        'Call initialiseWebGPU() first.',
    );
  }
  return deviceOf(backend() as WebGPUBackend);
}
