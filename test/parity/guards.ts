/** Finds writes behind the end of a buffer, which WebGPU would otherwise keep silent about. */

/** The parts of tf.js's backend through which its buffers go. */
interface Buffers {
  getBufferData(buffer: GPUBuffer): Promise<ArrayBuffer>;
  bufferManager: {
    acquireBuffer(size: number, usage: number, mapped?: boolean, reuse?: boolean): GPUBuffer;
  };
}

/** Bytes behind a buffer. */
const GUARD_BYTES = 256;
/** A NaN that no kernel puts out. */
export const GUARD = 0x7fc5a5a5;

/**
 * WebGPU moves an access past the end of a buffer to its last element, or drops it, so that a wrong index stays silent. Here every
 * buffer of a kernel is longer than was asked for, and what lies behind its end must stay as it was. Whoever makes a `Guards`
 * fills each buffer with `GUARD` when it is handed out.
 */
export class Guards {
  /** Bytes that were asked for. */
  private readonly sizes = new WeakMap<GPUBuffer, number>();
  private readonly used = new Set<GPUBuffer>();

  constructor(
    private readonly device: GPUDevice,
    internals: Buffers,
  ) {
    const { bufferManager } = internals;
    const acquire = bufferManager.acquireBuffer.bind(bufferManager);
    bufferManager.acquireBuffer = (size, usage, mapped, reuse) => {
      const ofAKernel = (usage & GPUBufferUsage.STORAGE) !== 0 && (usage & GPUBufferUsage.UNIFORM) === 0;
      // tf.js has a buffer mapped in order to fill it.
      if (!ofAKernel || mapped) {
        const buffer = acquire(size, usage, mapped, reuse);
        this.sizes.delete(buffer);
        this.used.delete(buffer);
        return buffer;
      }
      const buffer = acquire(size + GUARD_BYTES, usage | GPUBufferUsage.COPY_SRC, mapped, reuse);
      this.sizes.set(buffer, size);
      this.used.add(buffer);
      return buffer;
    };
    const getBufferData = internals.getBufferData.bind(internals);
    internals.getBufferData = async (buffer) => {
      const size = this.sizes.get(buffer) ?? buffer.size;
      return (await getBufferData(buffer)).slice(0, size);
    };
  }

  /** What was written behind the end of a buffer since the last call. */
  async faults(): Promise<string[]> {
    const buffers = [...this.used];
    this.used.clear();
    if (buffers.length === 0) return [];
    const size = GUARD_BYTES * buffers.length;
    const copies = this.device.createBuffer({
      size,
      usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ,
    });
    const encoder = this.device.createCommandEncoder();
    buffers.forEach((buffer, index) => {
      encoder.copyBufferToBuffer(buffer, this.sizes.get(buffer)!, copies, GUARD_BYTES * index, GUARD_BYTES);
    });
    this.device.queue.submit([encoder.finish()]);
    await copies.mapAsync(GPUMapMode.READ);
    const words = new Uint32Array(copies.getMappedRange().slice(0));
    copies.destroy();
    return buffers.flatMap((buffer, index) => {
      const first = (GUARD_BYTES / 4) * index;
      const wrong = words.subarray(first, first + GUARD_BYTES / 4).findIndex((word) => word !== GUARD);
      if (wrong < 0) return [];
      return [`a buffer of ${this.sizes.get(buffer)} bytes was written ${4 * wrong} bytes behind its end`];
    });
  }
}
