/** A plan made ready to run repeatedly on a device of its own, without tf.js, in order to be measured. */
import { profileOf } from './device';
import { DeviceLostError } from './faults';
import { compilePipelines, pipelineOf } from './pipelines';
import {
  assertPlanFits,
  BYTES_PER_ELEMENT,
  type DispatchPass,
  type InputSpec,
  type Plan,
  sizeOf,
  type TransferPass,
} from './plan';
import { bufferBindings, bufferFinder, encodeTransfer, uniformBytes } from './record';

export type ReadyPass = ReadyDispatch | { kind: 'transfer'; encode(encoder: GPUCommandEncoder): void };

export interface ReadyDispatch {
  kind: 'dispatch';
  pass: DispatchPass;
  encode(encoder: GPUComputePassEncoder): void;
}

export interface ReadyPlan {
  passes: ReadyPass[];
  /** Frees every buffer. */
  destroy(): void;
}

/**
 * Compiles the plan's pipelines, makes its buffers, fills the inputs with numbers that are the same each time, and runs
 * the plan once.
 *
 * @throws Error when a buffer or a pass is larger than the device allows, or on any WebGPU error, with its text.
 */
export async function prepare(
  device: GPUDevice,
  plan: Plan,
  inputs: readonly InputSpec[],
): Promise<ReadyPlan> {
  assertPlanFits({ ...plan, outputs: [...inputs, ...plan.outputs] }, profileOf(device));
  await compilePipelines(device, [plan]);
  const made: GPUBuffer[] = [];
  const destroy = (): void => {
    for (const buffer of made) buffer.destroy();
  };
  try {
    const passes = await checked(device, plan.name, () => {
      const passes = makePasses(device, plan, inputs, made);
      const encoder = device.createCommandEncoder();
      encodePlan(encoder, passes);
      device.queue.submit([encoder.finish()]);
      return passes;
    });
    await finished(device);
    return { passes, destroy };
  } catch (error) {
    destroy();
    throw error;
  }
}

/** Records all passes; dispatches that follow each other share a compute pass. */
export function encodePlan(encoder: GPUCommandEncoder, passes: readonly ReadyPass[]): void {
  let open: GPUComputePassEncoder | null = null;
  for (const pass of passes) {
    if (pass.kind === 'dispatch') {
      open ??= encoder.beginComputePass();
      pass.encode(open);
    } else {
      open?.end();
      open = null;
      pass.encode(encoder);
    }
  }
  open?.end();
}

/** Waits for all submitted work. @throws DeviceLostError when the device is lost meanwhile. */
export async function finished(device: GPUDevice): Promise<void> {
  const lost = device.lost.then((info) => {
    throw new DeviceLostError(info);
  });
  await Promise.race([device.queue.onSubmittedWorkDone(), lost]);
}

const usage = {
  storage: () => GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST | GPUBufferUsage.COPY_SRC,
  uniform: () => GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
};

function makePasses(
  device: GPUDevice,
  plan: Plan,
  inputs: readonly InputSpec[],
  made: GPUBuffer[],
): ReadyPass[] {
  const make = (label: string, bytes: number, usage: GPUBufferUsageFlags): GPUBuffer => {
    const buffer = device.createBuffer({ label, size: bytes, usage });
    made.push(buffer);
    return buffer;
  };
  const buffers = new Map<string, GPUBuffer>();
  for (const spec of [...inputs, ...plan.outputs]) {
    buffers.set(spec.name, make(spec.name, sizeOf(spec.shape) * BYTES_PER_ELEMENT, usage.storage()));
  }
  for (const { name, elements, uniform } of plan.scratch) {
    const both = usage.storage() | (uniform ? usage.uniform() : 0);
    buffers.set(name, make(name, elements * BYTES_PER_ELEMENT, both));
  }
  for (const input of inputs) device.queue.writeBuffer(buffers.get(input.name)!, 0, inputValues(input));
  const find = bufferFinder(plan.name, buffers);

  const readyTransfer = (pass: TransferPass): ReadyPass => ({
    kind: 'transfer',
    encode: (encoder) => encodeTransfer(encoder, pass, find),
  });
  const readyDispatch = (pass: DispatchPass): ReadyDispatch => {
    const compiled = pipelineOf(device, pass);
    let uniform: GPUBuffer | undefined;
    if (pass.uniform) {
      const bytes = uniformBytes(pass.uniform);
      uniform = make(pass.label, bytes.byteLength, usage.uniform());
      device.queue.writeBuffer(uniform, 0, bytes);
    }
    const bindGroup = device.createBindGroup({
      label: pass.label,
      layout: compiled.layout,
      entries: bufferBindings(pass, find, uniform).map((resource, binding) => ({ binding, resource })),
    });
    return {
      kind: 'dispatch',
      pass,
      encode(encoder) {
        encoder.setPipeline(compiled.pipeline);
        encoder.setBindGroup(0, bindGroup);
        encoder.dispatchWorkgroups(...pass.workgroups);
      },
    };
  };
  return plan.passes.map((pass) => (pass.kind === 'dispatch' ? readyDispatch(pass) : readyTransfer(pass)));
}

/** Evenly distributed over the input's range, from a fixed seed: any ordinary values will do. */
export function inputValues({
  shape,
  dtype,
  range,
}: InputSpec): Float32Array<ArrayBuffer> | Int32Array<ArrayBuffer> {
  const size = sizeOf(shape);
  let state = 1;
  // Numerical Recipes' linear congruential generator: its high bits are good enough here, and it is fast.
  const uniform = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  if (dtype === 'int32') {
    const [least, most] = range ?? [0, 1];
    const values = new Int32Array(size);
    for (let i = 0; i < size; i++) values[i] = least + Math.floor(uniform() * (most - least + 1));
    return values;
  }
  const [least, most] = range ?? [-0.5, 0.5];
  const values = new Float32Array(size);
  for (let i = 0; i < size; i++) values[i] = least + uniform() * (most - least);
  return values;
}

/** Runs `action`, which must not wait, and turns what WebGPU reports about it into an error. */
async function checked<Result>(device: GPUDevice, name: string, action: () => Result): Promise<Result> {
  const filters = ['validation', 'out-of-memory', 'internal'] as const;
  for (const filter of filters) device.pushErrorScope(filter);
  let result: Result | undefined;
  let thrown: unknown;
  try {
    result = action();
  } catch (error) {
    thrown = error;
  }
  const errors = await Promise.all(filters.map(() => device.popErrorScope()));
  if (thrown !== undefined) throw thrown;
  const reported = errors.find((error) => error !== null);
  if (reported) throw new Error(`${name}: ${reported.message}`);
  return result as Result;
}
