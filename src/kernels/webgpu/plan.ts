/**
 * A kernel launch is data. An op's WebGPU side is a pure function from shapes, attributes, device limits and a
 * variant to a `Plan`; one executor (`execute.ts`) runs any plan. Everything about a launch (dispatches, bytes,
 * operations, memory) can therefore be computed and tested without a GPU.
 */

/** A tensor that the plan creates. All element types are four bytes wide. */
export interface TensorSpec {
  name: string;
  shape: number[];
  dtype: 'float32' | 'int32';
}

/** A tensor that the plan reads. */
export interface InputSpec extends TensorSpec {
  /**
   * Smallest and largest meaningful value, for making up inputs to time a plan: valid lengths, say. Default ±0.5, or
   * 0 and 1 for int32.
   */
  range?: [number, number];
}

/** A buffer that lives only as long as the plan runs. `uniform: true` lets a pass bind it as a uniform buffer. */
export interface ScratchSpec {
  name: string;
  elements: number;
  uniform?: boolean;
}

export type BindingAccess = 'read' | 'read-write' | 'uniform';

/** Names an input, output or scratch buffer of the plan; `offset` and `elements` are in four-byte elements. */
export interface BindingRef {
  buffer: string;
  access: BindingAccess;
  offset?: number;
  elements?: number;
}

/** One dispatch. The uniform values, where given, are bound after the last of `bindings`. */
export interface DispatchPass {
  kind: 'dispatch';
  label: string;
  /** The name of a file in `shaders/`, without its ending. */
  shader: string;
  /** Values of the shader's `override` declarations. */
  constants: Record<string, number>;
  /** Replacements for the values of the shader's `const` declarations, as WGSL text: see `specialise`. */
  literals: Record<string, string>;
  /** Which files stand in for modules of which the shader leaves the choice, such as `cell`: see `linker.ts`. */
  modules: Record<string, string>;
  bindings: BindingRef[];
  workgroups: [number, number, number];
  /** Invocations of a workgroup. */
  lanes: number;
  /** Workgroup memory, in bytes. */
  workgroupBytes: number;
  uniform?: UniformValue[];
  cost: Cost;
  chain?: Chain;
}

export interface UniformValue {
  type: 'u32' | 'f32';
  value: number;
}

/** Copies `elements` from one buffer of the plan to another; costs no dispatch. */
export interface CopyPass {
  kind: 'copy';
  from: string;
  fromOffset: number;
  to: string;
  toOffset: number;
  elements: number;
}

/** Sets `elements` of a buffer to zero; costs no dispatch. */
export interface ClearPass {
  kind: 'clear';
  buffer: string;
  offset: number;
  elements: number;
}

export type TransferPass = CopyPass | ClearPass;
export type Pass = DispatchPass | TransferPass;

/** Floating-point operations (a multiply-add counts as two), and bytes read from and written to buffers. */
export interface Cost {
  flops: number;
  bytes: number;
}

/**
 * What one invocation waits for, besides its arithmetic: see `cost-model.ts`. By default, it has no barrier, reads
 * each of its bytes once, four at a time, and shares them with nobody.
 */
export interface Chain {
  /** Loads from buffers and from workgroup memory. */
  loads: number;
  /** Workgroup barriers. */
  barriers: number;
  /** Different bytes that all invocations touch, where they read some of `Cost.bytes` more than once. */
  distinctBytes?: number;
  /** Operations that wait for one another, besides the sums: a cell's activations, say. Default none. */
  dependent?: number;
  /** What a walk reads again in every step, besides `loads`: its weights. */
  streamed?: Streamed;
  /** Registers of an invocation, where it takes so many that fewer workgroups have room. */
  registers?: number;
}

export interface Streamed {
  /** Of an invocation. */
  loads: number;
  /** Of a workgroup, each byte as often as it comes from a cache. */
  bytes: number;
  /** Of a workgroup, in one step. */
  recurringBytes: number;
}

export interface Plan {
  name: string;
  outputs: TensorSpec[];
  scratch: ScratchSpec[];
  passes: Pass[];
}

/**
 * What plans depend on in a device: some of its `GPUSupportedLimits` as plain numbers, and the kind of work that
 * suits it.
 */
export interface DeviceProfile {
  /**
   * Which kernels suit the device where nothing has been measured: 'units' spreads the units of a layer over lanes, as
   * a GPU needs for small batches; 'rows' gives each lane rows of its own, which suits a CPU's vector units.
   */
  lanes: 'units' | 'rows';
  /** Invocations that run in lockstep, as one vector: 8 on llvmpipe, 4 on SwiftShader; 32 are assumed for a GPU. */
  vectorWidth: number;
  /** Registers that a lane may use without spilling, for values of four bytes. */
  laneRegisters: number;
  /** Whether shuffles reach the neighbouring invocations, in groups of four: see `subgroups.ts`. */
  subgroups: boolean;
  /** Variants of ops that were measured to be the fastest on this device, by `choiceKey`; else the rule above decides. */
  choices?: Readonly<Record<string, string>>;
  maxStorageBufferBindingSize: number;
  maxUniformBufferBindingSize: number;
  maxBufferSize: number;
  maxComputeInvocationsPerWorkgroup: number;
  maxComputeWorkgroupSizeX: number;
  maxComputeWorkgroupStorageSize: number;
  maxComputeWorkgroupsPerDimension: number;
}

export const BYTES_PER_ELEMENT = 4;

/**
 * The most loop turns of an invocation, all its loops together. llvmpipe ends every loop after 65535 turns, without
 * an error (Mesa's LP_MAX_TGSI_LOOP_ITERATIONS), and not every browser tells that it runs on llvmpipe. So the bound
 * holds on every device: elsewhere it costs one more dispatch per this many turns.
 */
export const SAFE_LOOP_TURNS = 60_000;

/**
 * The most operations of one dispatch that can be cut into several, because drivers end, and some systems reset a GPU after,
 * a dispatch that runs for two seconds: a slow GPU does this many in a small part of that.
 */
export const MOST_OPERATIONS_OF_A_DISPATCH = 2 ** 33;

/** The same of one workgroup, which has a small part of a device. */
export const MOST_OPERATIONS_OF_A_WORKGROUP = 2 ** 32;

export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, extent) => product * extent, 1);
}

export function dispatchPasses(plan: Plan): DispatchPass[] {
  return plan.passes.filter((pass): pass is DispatchPass => pass.kind === 'dispatch');
}

export function countDispatches(plan: Plan): number {
  return dispatchPasses(plan).length;
}

export function planCost(plan: Plan): Cost {
  return dispatchPasses(plan).reduce(
    (sum, pass) => ({ flops: sum.flops + pass.cost.flops, bytes: sum.bytes + pass.cost.bytes }),
    { flops: 0, bytes: 0 },
  );
}

/** Bytes of the buffers that running the plan creates. */
export function planMemory(plan: Plan): { outputs: number; scratch: number; largest: number } {
  const outputs = plan.outputs.map((spec) => sizeOf(spec.shape) * BYTES_PER_ELEMENT);
  const scratch = plan.scratch.map((spec) => spec.elements * BYTES_PER_ELEMENT);
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  return { outputs: sum(outputs), scratch: sum(scratch), largest: Math.max(0, ...outputs, ...scratch) };
}

/**
 * @throws Error naming the buffer or the pass, what it needs and the device's limit, when a buffer of the plan cannot exist on
 *   the device or cannot be bound, or a dispatch has too many workgroups, lanes or bytes of workgroup memory.
 */
export function assertPlanFits(plan: Plan, limits: DeviceProfile): void {
  const buffers = [
    ...plan.outputs.map((spec) => ({ name: spec.name, elements: sizeOf(spec.shape), uniform: false })),
    ...plan.scratch.map((spec) => ({
      name: spec.name,
      elements: spec.elements,
      uniform: spec.uniform ?? false,
    })),
  ];
  for (const buffer of buffers) {
    const bytes = buffer.elements * BYTES_PER_ELEMENT;
    const limit = Math.min(limits.maxBufferSize, limits.maxStorageBufferBindingSize);
    if (bytes > limit) {
      throw new Error(
        `${plan.name}: the buffer '${buffer.name}' needs ${mebibytes(bytes)}, but this device binds at most ` +
          `${mebibytes(limit)}. Use a smaller batch, fewer time steps or fewer units.`,
      );
    }
  }
  for (const pass of dispatchPasses(plan)) {
    if (pass.workgroups.some((count) => count > limits.maxComputeWorkgroupsPerDimension)) {
      throw new Error(
        `${plan.name}: the pass '${pass.label}' needs ${pass.workgroups.join(' × ')} workgroups, but this device ` +
          `takes at most ${limits.maxComputeWorkgroupsPerDimension} in a dimension. Use a smaller batch or fewer time steps.`,
      );
    }
    const lanes = mostLanes(limits);
    if (pass.lanes > lanes) {
      throw new Error(
        `${plan.name}: the pass '${pass.label}' has workgroups of ${pass.lanes} invocations, but this device takes at most ` +
          `${lanes}. Use fewer units.`,
      );
    }
    if (pass.workgroupBytes > limits.maxComputeWorkgroupStorageSize) {
      throw new Error(
        `${plan.name}: the pass '${pass.label}' needs ${pass.workgroupBytes} bytes of workgroup memory, but this device has ` +
          `${limits.maxComputeWorkgroupStorageSize}. Use fewer units.`,
      );
    }
  }
}

/** The most invocations that a workgroup in a row may have: 256 in core WebGPU, 128 in compatibility mode, or more. */
export function mostLanes(limits: DeviceProfile): number {
  return Math.min(limits.maxComputeInvocationsPerWorkgroup, limits.maxComputeWorkgroupSizeX);
}

function mebibytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}

export const u32 = (value: number): UniformValue => ({ type: 'u32', value });
export const f32 = (value: number): UniformValue => ({ type: 'f32', value });

/** WGSL text of an unsigned literal, for `literals`. */
export const unsigned = (value: number): string => `${value}u`;

/** WGSL `override` values are numbers; booleans travel as 0 and 1. */
export const flag = (value: boolean): number => (value ? 1 : 0);
