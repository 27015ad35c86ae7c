/** What the executor and the measurement share: a pass in WebGPU's terms. */
import { BYTES_PER_ELEMENT, type DispatchPass, type TransferPass, type UniformValue } from './plan';

/** Finds a buffer of the plan by its name. */
export type FindBuffer = (name: string) => GPUBuffer;

/** @throws Error from the returned function, for a name that the plan does not have. */
export function bufferFinder(planName: string, buffers: ReadonlyMap<string, GPUBuffer>): FindBuffer {
  return (name) => {
    const buffer = buffers.get(name);
    if (!buffer)
      throw new Error(`${planName}: a pass names the buffer '${name}', which the plan does not have.`);
    return buffer;
  };
}

/** The uniform struct of a pass; its size is a multiple of 16 bytes. */
export function uniformBytes(values: readonly UniformValue[]): ArrayBuffer {
  const bytes = new ArrayBuffer(Math.ceil(values.length / 4) * 16);
  const view = new DataView(bytes);
  values.forEach(({ type, value }, index) => {
    if (type === 'u32') view.setUint32(index * 4, value, true);
    else view.setFloat32(index * 4, value, true);
  });
  return bytes;
}

/** @param uniform the buffer that holds the pass's uniform values, if it has any. */
export function bufferBindings(
  pass: DispatchPass,
  find: FindBuffer,
  uniform: GPUBuffer | undefined,
): GPUBufferBinding[] {
  const resources: GPUBufferBinding[] = pass.bindings.map((binding) => ({
    buffer: find(binding.buffer),
    offset: (binding.offset ?? 0) * BYTES_PER_ELEMENT,
    ...(binding.elements === undefined ? {} : { size: binding.elements * BYTES_PER_ELEMENT }),
  }));
  if (uniform) resources.push({ buffer: uniform });
  return resources;
}

export function encodeTransfer(encoder: GPUCommandEncoder, pass: TransferPass, find: FindBuffer): void {
  if (pass.kind === 'copy') {
    encoder.copyBufferToBuffer(
      find(pass.from),
      pass.fromOffset * BYTES_PER_ELEMENT,
      find(pass.to),
      pass.toOffset * BYTES_PER_ELEMENT,
      pass.elements * BYTES_PER_ELEMENT,
    );
  } else {
    encoder.clearBuffer(
      find(pass.buffer),
      pass.offset * BYTES_PER_ELEMENT,
      pass.elements * BYTES_PER_ELEMENT,
    );
  }
}
