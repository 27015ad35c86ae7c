/**
 * How long a plan should take on a device that is not available, from a few published figures. Pure.
 *
 * a dispatch takes dispatch cost + the largest of
 *     arithmetic       flops / (peak · utilisation)
 *     bytes            different bytes / bandwidth of memory, or all accesses / bandwidth of caches
 *     latency          rounds · (multiply-adds of an invocation · cycles of one
 *                        + loads / loads in flight · latency of a load + what is streamed + barriers · latency of a barrier
 *                        + dependent operations · latency of one) / clock
 *
 * What a workgroup reads again in every step, as the weights of a wide layer, is streamed from the first cache or, where it does
 * not fit there, from the second one: as fast as the loads in flight or the cache's bandwidth allow, whichever is slower.
 *
 * Latency is what bounds a walk over time whose batch is too small to fill the device. Copies and clears are free
 * here, and so is the wait of one dispatch for the previous one. docs/performance.md says how far to trust it.
 */
import { BYTES_PER_ELEMENT, type DispatchPass, dispatchPasses, type Plan, sizeOf } from './plan';

/** What the model knows about a device. `device-models.ts` has some. */
export interface DeviceModel {
  name: string;
  /** Frequency of the shader clock. */
  hertz: number;
  /** Parts of the device that run workgroups; one workgroup stays on one of them. */
  units: number;
  /** Float32 multiply-adds that a unit begins in a cycle. */
  lanesPerUnit: number;
  /** Invocations that run in lockstep: a workgroup is rounded up to a multiple of it. */
  vectorWidth: number;
  /** Invocations that a unit holds at once, of as many workgroups as fit. */
  residentPerUnit: number;
  /** Cycles from one multiply-add of an invocation to the next that does not wait for it. */
  multiplyAddCycles: number;
  /** Cycles until the result of an operation can be used by one that waits for it. */
  dependentCycles: number;
  /** Cycles until a load from the nearest cache or from workgroup memory arrives. */
  loadCycles: number;
  /** Cycles that a workgroup's barrier takes. */
  barrierCycles: number;
  /** Bandwidth of memory, bytes read and written together. */
  bytesPerSecond: number;
  /** What a dispatch costs before and after its work, mostly on the CPU. */
  dispatchSeconds: number;
  /** Where it is left out, as on a CPU, registers are plenty, and streamed loads are like any other. */
  hierarchy?: MemoryHierarchy;
}

/** What is between the lanes and the memory of a GPU. */
export interface MemoryHierarchy {
  /** Of a unit, for values of four bytes. */
  registersPerUnit: number;
  /** The first cache, of a unit; workgroup memory is taken from it. */
  near: { bytes: number; bytesPerCycle: number };
  /** The second one, of all units: what a unit gets at most, all of them together, and how long a load takes. */
  far: { bytesPerCycle: number; bytesPerSecond: number; loadCycles: number };
}

/** What takes longest; 'dispatch' where the dispatch itself costs more than all its work. */
export type Bound = 'arithmetic' | 'bytes' | 'latency' | 'dispatch';

export interface PassPrediction {
  label: string;
  milliseconds: number;
  bound: Bound;
}

export interface PlanPrediction {
  milliseconds: number;
  passes: PassPrediction[];
}

/**
 * Loads that an invocation waits for together. The loops of our kernels do not need one load for the address of the next,
 * so a compiler can begin several before it uses the first; eight is a guess, and what the predictions depend on most.
 */
export const LOADS_IN_FLIGHT = 8;

/** Caches hand every unit a vec4 a cycle, even where neighbouring invocations read distant vec4s. */
const CACHED_BYTES_PER_CYCLE = 16;

/** Float32 operations a second at best; a multiply-add counts as two. */
export function peakFlops({ hertz, units, lanesPerUnit }: DeviceModel): number {
  return 2 * hertz * units * lanesPerUnit;
}

export function predictPlan(plan: Plan, device: DeviceModel): PlanPrediction {
  const passes = dispatchPasses(plan).map((pass) => predictPass(pass, device));
  return { milliseconds: passes.reduce((sum, { milliseconds }) => sum + milliseconds, 0), passes };
}

function predictPass(pass: DispatchPass, device: DeviceModel): PassPrediction {
  const seconds: Record<Bound, number> = {
    dispatch: device.dispatchSeconds,
    arithmetic: pass.cost.flops / (peakFlops(device) * utilisation(pass, device)),
    bytes: byteSeconds(pass, device),
    latency: latencySeconds(pass, device),
  };
  const { dispatch, ...work } = seconds;
  const longest = Math.max(...Object.values(work));
  const bounds = Object.keys(seconds) as Bound[];
  return {
    label: pass.label,
    milliseconds: 1000 * (dispatch + longest),
    bound: bounds.find((bound) => seconds[bound] === Math.max(dispatch, longest))!,
  };
}

/** Lanes that a workgroup takes, whole vectors of them. */
function takenLanes({ lanes }: DispatchPass, { vectorWidth }: DeviceModel): number {
  return Math.ceil(lanes / vectorWidth) * vectorWidth;
}

/**
 * The share of the peak that can be had while the unit with the most workgroups is busy: units may be idle, lanes of a
 * unit may have no work, and lanes of a vector may belong to no invocation.
 */
export function utilisation(pass: DispatchPass, device: DeviceModel): number {
  const workgroups = sizeOf(pass.workgroups);
  const taken = takenLanes(pass, device);
  const busiest = Math.ceil(workgroups / device.units);
  const balance = workgroups / (busiest * device.units);
  return balance * Math.min(1, (busiest * taken) / device.lanesPerUnit) * (pass.lanes / taken);
}

function byteSeconds(pass: DispatchPass, device: DeviceModel): number {
  const { cost, chain } = pass;
  const cachedBytesPerSecond = CACHED_BYTES_PER_CYCLE * device.units * device.hertz;
  const different = chain?.distinctBytes ?? cost.bytes;
  const { hierarchy } = device;
  const far =
    hierarchy && chain?.streamed && !isNear(pass, hierarchy)
      ? (sizeOf(pass.workgroups) * chain.streamed.bytes) / hierarchy.far.bytesPerSecond
      : 0;
  return Math.max(different / device.bytesPerSecond, cost.bytes / cachedBytesPerSecond, far);
}

/** Whether the first cache holds what a workgroup streams in a step. */
function isNear({ chain, workgroupBytes }: DispatchPass, { near }: MemoryHierarchy): boolean {
  return chain!.streamed!.recurringBytes <= near.bytes - workgroupBytes;
}

function latencySeconds(pass: DispatchPass, device: DeviceModel): number {
  const { cost, chain, lanes } = pass;
  const workgroups = sizeOf(pass.workgroups);
  const invocations = workgroups * lanes;
  const taken = takenLanes(pass, device);
  const { hierarchy } = device;
  const places = Math.min(
    device.residentPerUnit / taken,
    hierarchy && chain?.registers ? hierarchy.registersPerUnit / (taken * chain.registers) : Infinity,
  );
  const resident = Math.max(1, Math.floor(places));
  // Workgroups that find no place wait for those before them; the vectors of a wide workgroup take turns.
  const rounds = Math.ceil(workgroups / (device.units * resident));
  const turns = Math.max(1, taken / device.lanesPerUnit);
  const multiplyAdds = cost.flops / 2 / invocations;
  const streamed = chain?.streamed;
  const loads =
    (chain?.loads ?? cost.bytes / BYTES_PER_ELEMENT / invocations) + (hierarchy ? 0 : (streamed?.loads ?? 0));
  // Workgroups on the same unit share its caches.
  const sharing = Math.min(resident, Math.ceil(workgroups / device.units));
  const cycles =
    turns * (multiplyAdds * device.multiplyAddCycles + (loads * device.loadCycles) / LOADS_IN_FLIGHT) +
    (hierarchy && streamed ? streamCycles(pass, device.loadCycles, hierarchy, sharing) : 0) +
    (chain?.barriers ?? 0) * device.barrierCycles +
    (chain?.dependent ?? 0) * device.dependentCycles;
  return (rounds * cycles) / device.hertz;
}

/** Of a workgroup that shares its unit with so many, itself included. */
function streamCycles(
  pass: DispatchPass,
  loadCycles: number,
  hierarchy: MemoryHierarchy,
  sharing: number,
): number {
  const { loads, bytes } = pass.chain!.streamed!;
  const near = isNear(pass, hierarchy);
  const { bytesPerCycle } = near ? hierarchy.near : hierarchy.far;
  const wait = near ? loadCycles : hierarchy.far.loadCycles;
  return Math.max((loads * wait) / LOADS_IN_FLIGHT, (bytes * sharing) / bytesPerCycle);
}
