import { createBuffer } from '../faults';

/** Buffers of one size through which results come back to the host, used again and again. */
export class Readback {
  private readonly free: GPUBuffer[];
  private closed = false;

  /** @param count buffers that are made at once; others when they are needed. */
  constructor(
    private readonly device: GPUDevice,
    private readonly bytes: number,
    count = 0,
  ) {
    this.free = Array.from({ length: count }, () => this.make());
  }

  /** A buffer to copy to; `read` gives it back. */
  acquire(): GPUBuffer {
    return this.free.pop() ?? this.make();
  }

  /** What `take` makes of the first bytes of the buffer, after all that was submitted. It must not keep its argument. */
  async read<Result>(
    buffer: GPUBuffer,
    bytes: number,
    take: (values: Float32Array) => Result,
  ): Promise<Result> {
    try {
      await buffer.mapAsync(GPUMapMode.READ, 0, bytes);
    } catch (error) {
      buffer.destroy();
      throw error;
    }
    const result = take(new Float32Array(buffer.getMappedRange(0, bytes)));
    buffer.unmap();
    if (this.closed) buffer.destroy();
    else this.free.push(buffer);
    return result;
  }

  /** Reads that have begun still end. */
  destroy(): void {
    this.closed = true;
    for (const buffer of this.free) buffer.destroy();
  }

  private make(): GPUBuffer {
    const usage = GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST;
    return createBuffer(this.device, { label: 'results', size: this.bytes, usage }, 0);
  }
}
