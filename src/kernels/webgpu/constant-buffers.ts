/** Many more than a model has; values that change with every step, as Adam's do, would otherwise fill the memory. */
const MOST_BUFFERS = 1024;

/** Buffers by what is in them. None is ever written again, so recorded commands may share them. */
export class ConstantBuffers {
  private readonly known = new Map<string, GPUBuffer>();
  private readonly made = new WeakSet<GPUBuffer>();

  constructor(
    private readonly device: Pick<GPUDevice, 'createBuffer'>,
    private readonly usage: GPUBufferUsageFlags,
  ) {}

  /**
   * Made with its content in it: a `writeBuffer` for each dispatch costs the host more, and has hung Apple's GPUs (WebKit#71563).
   *
   * @param key tells contents apart. @param content a multiple of four bytes.
   */
  get(key: string, content: () => ArrayBuffer): GPUBuffer {
    return this.known.get(key) ?? this.make(key, new Uint8Array(content()));
  }

  /** Whether the buffer is one of these, or was. */
  has(buffer: GPUBuffer): boolean {
    return this.made.has(buffer);
  }

  private make(key: string, bytes: Uint8Array): GPUBuffer {
    const { usage } = this;
    const buffer = this.device.createBuffer({ size: bytes.length, usage, mappedAtCreation: true });
    new Uint8Array(buffer.getMappedRange()).set(bytes);
    buffer.unmap();
    this.made.add(buffer);
    this.known.set(key, buffer);
    const [oldest] = this.known.keys();
    // Not destroyed: commands that are recorded may still read it.
    if (this.known.size > MOST_BUFFERS) this.known.delete(oldest!);
    return buffer;
  }
}

/** A text for each number; as they are printed, 0 and −0 have the same. */
export const numberKey = (value: number): string => (Object.is(value, -0) ? '-0' : `${value}`);

const uniforms = new WeakMap<GPUDevice, ConstantBuffers>();

/** Those that dispatches bind as uniform buffers. */
export function uniformBuffersOf(device: GPUDevice): ConstantBuffers {
  let known = uniforms.get(device);
  if (!known) {
    known = new ConstantBuffers(device, GPUBufferUsage.UNIFORM);
    uniforms.set(device, known);
  }
  return known;
}
