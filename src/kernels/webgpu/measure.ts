/** Times plans on a device, pass by pass or whole. */
import { type Clock, makeClock, type TimeSource, wallClock } from './clock';
import type { Cost, InputSpec, Plan } from './plan';
import { encodePlan, prepare, type ReadyDispatch } from './ready';
import { median } from './statistics';

/** One dispatch of a plan. */
export interface PassTiming {
  label: string;
  shader: string;
  cost: Cost;
  workgroups: [number, number, number];
  /** Median over the repetitions. */
  milliseconds: number;
  source: TimeSource;
}

export interface MeasureOptions {
  /** Measurements of each number, of which the median is taken. Default 5. */
  repetitions?: number;
  /** Milliseconds of one repetition, at least: shorter work is done several times over in it. Default: `Clock.enough`. */
  least?: number;
}

export interface WholeOptions extends MeasureOptions {
  /** Milliseconds of a run above which the first measurement is enough. Default: none. */
  giveUpAbove?: number;
  /** Milliseconds of all measurements together after which three are enough. Default: none. */
  budget?: number;
}

const REPETITIONS = 5;
/** The most times that work is done within one repetition. */
const MOST_TIMES = 4096;

/**
 * Times every dispatch of a plan. Each repetition runs the plan from its start, and each dispatch as often in a row
 * as it takes to be measurable, so a pass that continues from its own result does so only within a repetition.
 *
 * @param inputs the plan's, in any order; they are filled with numbers that are the same each time.
 * @throws Error when the plan does not fit the device, on any WebGPU error, when the device is lost, and when its timestamps
 *   do not advance.
 */
export async function measurePlan(
  device: GPUDevice,
  plan: Plan,
  inputs: readonly InputSpec[],
  options: MeasureOptions = {},
): Promise<PassTiming[]> {
  const ready = await prepare(device, plan, inputs);
  const clock = await makeClock(device);
  const { repetitions = REPETITIONS, least = clock.enough } = options;
  try {
    const timed = ready.passes
      .filter((pass) => pass.kind === 'dispatch')
      .map((dispatch) => ({ dispatch, times: 1, samples: [] as number[] }));
    // The first round finds how often each dispatch is to be done.
    for (let round = 0; round <= repetitions; round++) {
      const queue = timed.values();
      for (const pass of ready.passes) {
        if (pass.kind === 'transfer') {
          const encoder = device.createCommandEncoder();
          pass.encode(encoder);
          device.queue.submit([encoder.finish()]);
          continue;
        }
        const entry = queue.next().value!;
        const run = (times: number) => clock.time((encoder) => repeat(times, () => pass.encode(encoder)));
        if (round === 0) entry.times = await timesFor(run, least);
        else entry.samples.push(measured(pass.pass.label, await run(entry.times)) / entry.times);
      }
    }
    return timed.map(({ dispatch, samples }) => describe(dispatch, median(samples), clock));
  } finally {
    clock.destroy();
    ready.destroy();
  }
}

/**
 * Milliseconds that one run of the whole plan takes, by the wall clock: median over the repetitions.
 *
 * @throws Error when the plan does not fit the device, on any WebGPU error, and when the device is lost.
 */
export async function measureWhole(
  device: GPUDevice,
  plan: Plan,
  inputs: readonly InputSpec[],
  options: WholeOptions = {},
): Promise<number> {
  const ready = await prepare(device, plan, inputs);
  try {
    const clock = await wallClock(device);
    const { repetitions = REPETITIONS, least = clock.enough } = options;
    const { giveUpAbove = Number.POSITIVE_INFINITY, budget = Number.POSITIVE_INFINITY } = options;
    const run = (times: number) =>
      clock.timeCommands((encoder) => repeat(times, () => encodePlan(encoder, ready.passes)));
    const first = await run(1);
    // A single short measurement is not accurate enough to judge by.
    if (first >= least && first > giveUpAbove) return first;
    const times = first >= least ? 1 : await timesFor(run, least);
    const samples = times === 1 ? [first] : [];
    let spent = first;
    while (samples.length < repetitions && (samples.length < 3 || spent < budget)) {
      const milliseconds = await run(times);
      spent += milliseconds;
      samples.push(milliseconds / times);
    }
    return median(samples);
  } finally {
    ready.destroy();
  }
}

/** @throws Error for a time of 0: see `elapsed`. */
function measured(label: string, milliseconds: number): number {
  if (milliseconds > 0) return milliseconds;
  throw new Error(
    `The device's timestamps do not advance while '${label}' runs, so its passes cannot be timed one by one. Time whole plans ` +
      'by the wall clock instead, as tuning does.',
  );
}

function describe(
  { pass: { label, shader, cost, workgroups } }: ReadyDispatch,
  milliseconds: number,
  { source }: Clock,
): PassTiming {
  return { label, shader, cost, workgroups, milliseconds, source };
}

/** How often the work has to be done to take `least` milliseconds. */
async function timesFor(run: (times: number) => Promise<number>, least: number): Promise<number> {
  let times = 1;
  while (times < MOST_TIMES) {
    const milliseconds = await run(times);
    if (milliseconds >= least) break;
    // A first short measurement may be far off, so it is not trusted with more than a factor of 16.
    const factor = Math.min(16, Math.max(2, (1.2 * least) / Math.max(milliseconds, least / 100)));
    times = Math.min(MOST_TIMES, Math.ceil(times * factor));
  }
  return times;
}

function repeat(times: number, action: () => void): void {
  for (let i = 0; i < times; i++) action();
}
