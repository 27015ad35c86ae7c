/** Measures the variants of ops on the current device and remembers which is the fastest. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { backend, getBackend } from '@tensorflow/tfjs-core';
import { deviceOf } from './backend';
import { choiceKey, planOf, type TunableOp } from './choices';
import { adoptChoices, profileOf, tuningKeyOf } from './device';
import { compilePlans } from './execute';
import { DeviceLostError } from './faults';
import { measureWhole } from './measure';
import { compilePipelines } from './pipelines';
import type { Plan } from './plan';
import { rememberChoices } from './tuning-store';

export interface VariantTiming {
  name: string;
  /** Time of one run: a median, except for a variant that was clearly too slow to be run often. Null: it cannot run. */
  milliseconds: number | null;
  /** Why it cannot run. */
  failure?: string;
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
  const listed = ops.map((op) => ({ op, inputs: op.inputs(profile), variants: plansOf(op, device) }));
  // All at once. One that does not compile is reported when it is measured.
  const plans = listed.flatMap(({ variants }) => variants.map(({ plan }) => plan));
  await compilePipelines(device, plans).catch(() => {});

  const tuned: TunedOp[] = [];
  const choices: Record<string, string> = {};
  for (const { op, inputs, variants } of listed) {
    const timings: VariantTiming[] = [];
    for (const { name, plan } of variants) {
      const best = Math.min(...timings.map((timing) => timing.milliseconds ?? Number.POSITIVE_INFINITY));
      const options = { giveUpAbove: HOPELESS * best, budget: BUDGET };
      try {
        timings.push({ name, milliseconds: await measureWhole(device, plan, inputs, options) });
      } catch (error) {
        if (error instanceof DeviceLostError) throw error;
        timings.push({ name, milliseconds: null, failure: (error as Error).message });
      }
    }
    const chosen = fastest(timings);
    if (chosen !== null) choices[choiceKey(op)] = chosen;
    tuned.push({ op: op.name, shape: op.shape, variants: timings, chosen });
  }
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

function plansOf(op: TunableOp, device: GPUDevice): { name: string; plan: Plan }[] {
  return op.variants(profileOf(device)).map(({ name, plan }) => ({ name, plan: plan() }));
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
