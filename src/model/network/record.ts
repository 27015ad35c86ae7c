/** What the host writes for a batch: one stretch of bytes, whose parts are the inputs of a program. */
import { BYTES_PER_ELEMENT } from '../../kernels/webgpu/plan';
import { BINDING_ALIGNMENT, type Place } from '../../kernels/webgpu/program/place';

/** The parts of a record, in elements of four bytes; those of 0 are absent. */
export type RecordParts = Record<string, number>;

export interface RecordLayout {
  /** Where each part lies in the buffer that the program reads. */
  places: Map<string, Place>;
  bytes: number;
}

/** @param buffer of the program's memory. */
export function recordLayout(buffer: string, parts: RecordParts): RecordLayout {
  const places = new Map<string, Place>();
  let end = 0;
  for (const [name, elements] of Object.entries(parts)) {
    if (elements === 0) continue;
    const bytes = elements * BYTES_PER_ELEMENT;
    places.set(name, { buffer, offset: end, bytes });
    end += Math.ceil(bytes / BINDING_ALIGNMENT) * BINDING_ALIGNMENT;
  }
  return { places, bytes: end };
}

/** The parts of a record that begins at an offset of a buffer on the host; each is the same array whenever it is asked for. */
export class RecordView {
  private readonly floatParts = new Map<string, Float32Array<ArrayBuffer>>();
  private readonly integerParts = new Map<string, Int32Array<ArrayBuffer>>();

  constructor(
    private readonly memory: ArrayBuffer,
    private readonly start: number,
    private readonly layout: RecordLayout,
  ) {}

  floats(name: string): Float32Array<ArrayBuffer> {
    return this.floatParts.get(name) ?? this.make(this.floatParts, Float32Array, name);
  }

  integers(name: string): Int32Array<ArrayBuffer> {
    return this.integerParts.get(name) ?? this.make(this.integerParts, Int32Array, name);
  }

  private make<Elements>(
    parts: Map<string, Elements>,
    View: new (memory: ArrayBuffer, offset: number, length: number) => Elements,
    name: string,
  ): Elements {
    const place = this.layout.places.get(name);
    if (!place) throw new Error(`The record has no part '${name}'.`);
    const made = new View(this.memory, this.start + place.offset, place.bytes / BYTES_PER_ELEMENT);
    parts.set(name, made);
    return made;
  }
}
