/** The best that a device can do, measured: the roof of the roofline. */
import { profileOf } from './device';
import { measurePlan } from './measure';
import { dispatch, grid, read, readWrite } from './passes';
import { BYTES_PER_ELEMENT, type DeviceProfile, f32, type InputSpec, type Plan, u32, unsigned } from './plan';

export interface Ceilings {
  /** Rate of independent float32 multiply-adds; each counts as two operations. */
  flopsPerSecond: number;
  /** Rate of a copy between two buffers, bytes read and bytes written together. */
  bytesPerSecond: number;
}

/**
 * Measures the ceilings with kernels that do nothing else; takes a second or so. They hold for the moment only: a
 * device that shares its power or its cores with others is faster at some times than at others, so measure them
 * together with what is compared with them.
 *
 * @throws Error on any WebGPU error, and when the device is lost.
 */
export async function measureCeilings(device: GPUDevice): Promise<Ceilings> {
  const copy = copyPlan(profileOf(device));
  return {
    flopsPerSecond: await bestRate(device, multiplyAddPlan(await enoughTurns(device)), [], 'flops'),
    bytesPerSecond: await bestRate(device, copy.plan, copy.inputs, 'bytes'),
  };
}

const TURNS_AT_FIRST = 8;
/** Well below the number of turns after which llvmpipe ends a loop. */
const MOST_TURNS = 2 ** 14;
/** Long enough for the start and the end of a dispatch not to count, in milliseconds. */
const LONG_ENOUGH = 40;

/** Turns of the multiply-add kernel that take long enough on the device. */
async function enoughTurns(device: GPUDevice): Promise<number> {
  const [pass] = await measurePlan(device, multiplyAddPlan(TURNS_AT_FIRST), [], { repetitions: 3 });
  const turns = Math.ceil((TURNS_AT_FIRST * LONG_ENOUGH) / Math.max(pass!.milliseconds, 1e-3));
  return Math.max(TURNS_AT_FIRST, Math.min(MOST_TURNS, turns));
}

/** The best of three: whatever disturbs a measurement makes it slower. */
async function bestRate(
  device: GPUDevice,
  plan: Plan,
  inputs: readonly InputSpec[],
  what: 'flops' | 'bytes',
): Promise<number> {
  const rates: number[] = [];
  for (let i = 0; i < 3; i++) {
    const [pass] = await measurePlan(device, plan, inputs, { repetitions: 3, least: LONG_ENOUGH });
    rates.push((1000 * pass!.cost[what]) / pass!.milliseconds);
  }
  return Math.max(...rates);
}

/** Invocations that fill a large GPU, and what one does in a turn: this many links of eight chains. */
const INVOCATIONS = 2 ** 18;
const LINKS = 32;
const FLOPS_A_TURN = 2 * 8 * LINKS;

function multiplyAddPlan(turns: number): Plan {
  return {
    name: 'peak multiply-add',
    outputs: [{ name: 'result', shape: [INVOCATIONS], dtype: 'float32' }],
    scratch: [],
    passes: [
      dispatch('peak_multiply_add', {
        constants: { WORKGROUP: 64 },
        literals: { LINKS: unsigned(LINKS) },
        bindings: [readWrite('result')],
        workgroups: grid(INVOCATIONS, 64),
        uniform: [u32(turns), f32(0.99), f32(0.01)],
        cost: { flops: FLOPS_A_TURN * turns * INVOCATIONS, bytes: BYTES_PER_ELEMENT * INVOCATIONS },
      }),
    ],
  };
}

/** Larger than the second-level cache of any GPU, where the device binds so much. */
const MOST_COPIED_BYTES = 2 ** 27;

function copyPlan({ maxBufferSize, maxStorageBufferBindingSize }: DeviceProfile): {
  plan: Plan;
  inputs: InputSpec[];
} {
  const workgroup = 256;
  const bytesOfAWorkgroup = workgroup * 4 * 16;
  const most = Math.min(MOST_COPIED_BYTES, maxBufferSize, maxStorageBufferBindingSize);
  const workgroups = Math.floor(most / bytesOfAWorkgroup);
  const elements = (workgroups * bytesOfAWorkgroup) / BYTES_PER_ELEMENT;
  return {
    inputs: [{ name: 'source', shape: [elements], dtype: 'float32' }],
    plan: {
      name: 'peak bandwidth',
      outputs: [{ name: 'copied', shape: [elements], dtype: 'float32' }],
      scratch: [],
      passes: [
        dispatch('peak_bandwidth', {
          constants: { WORKGROUP: workgroup },
          bindings: [read('source'), readWrite('copied')],
          workgroups: [workgroups, 1, 1],
          cost: { flops: 0, bytes: 2 * BYTES_PER_ELEMENT * elements },
        }),
      ],
    },
  };
}
