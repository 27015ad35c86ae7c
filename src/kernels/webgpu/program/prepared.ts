/** A program made ready to run on a device: buffers, bind groups and uniforms are made once. */

import { createBuffer } from '../faults';
import { type CompiledPass, pipelineOf } from '../pipelines';
import type { Place, PlacedPass } from './place';
import { type Program, UNIFORMS } from './program';

/** The buffers that programs share, by name. */
export class ProgramMemory {
  private readonly buffers = new Map<string, GPUBuffer>();
  /** Bytes of all buffers. */
  readonly bytes: number;

  /**
   * @param sizes in bytes. A lack of memory is reported to `faultsOf(device)`.
   * @param shared has other buffers, and is not destroyed with this memory.
   */
  constructor(
    readonly device: GPUDevice,
    sizes: ReadonlyMap<string, number>,
    private readonly shared?: ProgramMemory,
  ) {
    const { STORAGE, UNIFORM, COPY_SRC, COPY_DST } = GPUBufferUsage;
    let made = 0;
    for (const [label, size] of sizes) {
      const usage = STORAGE | UNIFORM | COPY_SRC | COPY_DST;
      this.buffers.set(label, createBuffer(device, { label, size, usage }, made));
      made += size;
    }
    this.bytes = made;
  }

  /** @throws Error for a name that the memory was not made with. */
  buffer(name: string): GPUBuffer {
    const buffer = this.buffers.get(name) ?? this.shared?.buffer(name);
    if (!buffer) throw new Error(`The program's memory has no buffer '${name}'.`);
    return buffer;
  }

  write(place: Place, data: ArrayBufferView<ArrayBuffer> | ArrayBuffer): void {
    this.device.queue.writeBuffer(this.buffer(place.buffer), place.offset, data);
  }

  /** Frees every buffer, when the work that was submitted is done. */
  destroy(): void {
    for (const buffer of this.buffers.values()) buffer.destroy();
  }
}

/** The largest of the work buffers that programs need which run in turn. */
export function sharedWork(programs: readonly Program[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { work } of programs) {
    for (const [name, bytes] of work) sizes.set(name, Math.max(bytes, sizes.get(name) ?? 0));
  }
  return sizes;
}

/** Bytes of the buffer of uniform values that making the program ready makes. */
export function uniformsBytes({ uniforms }: Program): number {
  return Math.max(16, uniforms.byteLength);
}

export interface PreparedProgram {
  /** Records one run. */
  encode(encoder: GPUCommandEncoder): void;
  /** Frees what is this program's alone; its memory is the caller's. */
  destroy(): void;
}

type Step =
  | {
      kind: 'dispatch';
      pipeline: GPUComputePipeline;
      bindGroup: GPUBindGroup;
      workgroups: [number, number, number];
    }
  | { kind: 'transfer'; encode(encoder: GPUCommandEncoder): void };

/** Compiles those pipelines that are not compiled yet: `compilePipelines` does so in parallel. */
export function prepareProgram(program: Program, memory: ProgramMemory): PreparedProgram {
  const { device } = memory;
  const uniforms = device.createBuffer({
    label: `${program.name}: uniforms`,
    size: uniformsBytes(program),
    usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
  });
  device.queue.writeBuffer(uniforms, 0, program.uniforms);
  const find = (name: string) => (name === UNIFORMS ? uniforms : memory.buffer(name));
  const steps = program.passes.map((pass) => prepareStep(device, pass, find));
  return {
    encode(encoder) {
      let open: GPUComputePassEncoder | null = null;
      for (const step of steps) {
        if (step.kind === 'dispatch') {
          open ??= encoder.beginComputePass();
          open.setPipeline(step.pipeline);
          open.setBindGroup(0, step.bindGroup);
          open.dispatchWorkgroups(...step.workgroups);
        } else {
          open?.end();
          open = null;
          step.encode(encoder);
        }
      }
      open?.end();
    },
    destroy: () => uniforms.destroy(),
  };
}

function prepareStep(device: GPUDevice, pass: PlacedPass, find: (name: string) => GPUBuffer): Step {
  if (pass.kind === 'clear') {
    const buffer = find(pass.to.buffer);
    const { offset, bytes } = pass.to;
    return { kind: 'transfer', encode: (encoder) => encoder.clearBuffer(buffer, offset, bytes) };
  }
  if (pass.kind === 'copy') {
    const [from, to] = [find(pass.from.buffer), find(pass.to.buffer)];
    const { offset, bytes } = pass.from;
    const target = pass.to.offset;
    return {
      kind: 'transfer',
      encode: (encoder) => encoder.copyBufferToBuffer(from, offset, to, target, bytes),
    };
  }
  const compiled: CompiledPass = pipelineOf(device, pass.pass);
  const places = pass.uniform ? [...pass.places, pass.uniform] : pass.places;
  const bindGroup = device.createBindGroup({
    label: pass.pass.label,
    layout: compiled.layout,
    entries: places.map(({ buffer, offset, bytes }, binding) => ({
      binding,
      resource: { buffer: find(buffer), offset, size: bytes },
    })),
  });
  return { kind: 'dispatch', pipeline: compiled.pipeline, bindGroup, workgroups: pass.pass.workgroups };
}
