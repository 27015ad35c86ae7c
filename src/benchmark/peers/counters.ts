/**
 * Counts what any library asks of the GPU and of memory, by wrapping the interfaces that all of them must use. Import
 * it before the library.
 */

export const counters = {
  dispatches: 0,
  /** Bytes of the GPU buffers alive, and their peak. */
  gpuBytes: 0,
  gpuPeak: 0,
  /** WebAssembly memories; they never shrink. */
  heaps: new Set<WebAssembly.Memory>(),
};

function countCalls(prototype: object | undefined, names: string[]): void {
  for (const name of names) {
    const original: unknown = prototype && Reflect.get(prototype, name);
    if (!prototype || typeof original !== 'function') continue;
    Reflect.set(prototype, name, function (this: unknown, ...given: unknown[]) {
      counters.dispatches++;
      return Reflect.apply(original, this, given);
    });
  }
}

function countBuffers(): void {
  if (typeof GPUDevice === 'undefined') return;
  const sizes = new WeakMap<GPUBuffer, number>();
  const { createBuffer } = GPUDevice.prototype;
  GPUDevice.prototype.createBuffer = function (descriptor) {
    const buffer = createBuffer.call(this, descriptor);
    sizes.set(buffer, descriptor.size);
    counters.gpuBytes += descriptor.size;
    counters.gpuPeak = Math.max(counters.gpuPeak, counters.gpuBytes);
    return buffer;
  };
  const { destroy } = GPUBuffer.prototype;
  GPUBuffer.prototype.destroy = function () {
    counters.gpuBytes -= sizes.get(this) ?? 0;
    sizes.delete(this);
    return destroy.call(this);
  };
}

function countHeaps(): void {
  WebAssembly.Memory = class extends WebAssembly.Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor);
      counters.heaps.add(this);
    }
  };
}

countCalls(globalThis.GPUComputePassEncoder?.prototype, ['dispatchWorkgroups', 'dispatchWorkgroupsIndirect']);
countCalls(globalThis.WebGL2RenderingContext?.prototype, ['drawArrays', 'drawElements']);
countBuffers();
countHeaps();

/** Bytes of all WebAssembly memories; null where there are none. */
export function heapBytes(): number | null {
  if (counters.heaps.size === 0) return null;
  return [...counters.heaps].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
}
