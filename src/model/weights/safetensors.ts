/**
 * The safetensors format (https://github.com/huggingface/safetensors#format): an 8-byte little-endian header
 * length, a JSON header { name: { dtype, shape, data_offsets: [begin, end] }, __metadata__?: { key: text } },
 * then the bytes of all tensors, little-endian and row-major, without gaps.
 */

/** Number types that can be read; all are converted to float32. */
export type SafetensorsType = 'F64' | 'F32' | 'F16' | 'BF16';

export interface SafetensorsEntry {
  /** The type it has in the file; writing is always F32. */
  dtype: SafetensorsType;
  shape: number[];
  /** Row-major. */
  data: Float32Array;
}

/**
 * A file is not in the format, or holds what cannot be read; the message names the tensor and the numbers.
 */
export class SafetensorsError extends Error {
  override name = 'SafetensorsError';
}

const METADATA = '__metadata__';
const LENGTH_BYTES = 8;
/** The format's own limit, which stops a damaged length from being believed. */
const LARGEST_HEADER = 100_000_000;

const bytesOf: Record<SafetensorsType, number> = { F64: 8, F32: 4, F16: 2, BF16: 2 };

/** A tensor as the header describes it, checked. */
interface Placed {
  name: string;
  dtype: SafetensorsType;
  shape: number[];
  begin: number;
  end: number;
}

/**
 * Reads all tensors of a safetensors file, in the order of its header.
 * @throws SafetensorsError when the file is cut off, damaged or of a type that is not in {@link
 * SafetensorsType}.
 */
export function readSafetensors(file: Uint8Array | ArrayBuffer): Map<string, SafetensorsEntry> {
  const bytes = asBytes(file);
  const { header, start } = readHeader(bytes);
  const placed = Object.entries(header)
    .filter(([name]) => name !== METADATA)
    .map(([name, entry]) => checkEntry(name, entry));
  checkLayout(placed, bytes.length - start);
  const view = new DataView(bytes.buffer, bytes.byteOffset + start);
  return new Map(
    placed.map(({ name, dtype, shape, begin, end }) => {
      const size = bytesOf[dtype];
      const read = readers[dtype];
      const data = Float32Array.from({ length: (end - begin) / size }, (_, i) =>
        read(view, begin + i * size),
      );
      return [name, { dtype, shape, data }];
    }),
  );
}

/**
 * The texts that a safetensors file carries beside its tensors; empty when it has none.
 * @throws SafetensorsError when the header is cut off or damaged.
 */
export function readSafetensorsMetadata(file: Uint8Array | ArrayBuffer): Record<string, string> {
  const { header } = readHeader(asBytes(file));
  const metadata = header[METADATA] ?? {};
  if (!isRecord(metadata) || !Object.values(metadata).every((value) => typeof value === 'string')) {
    throw new SafetensorsError(`The header's ${METADATA} must be an object of texts.`);
  }
  return metadata as Record<string, string>;
}

/**
 * Writes tensors as F32, in the order of the map; the header is padded so that the data start at a multiple
 * of 8 bytes.
 * @throws SafetensorsError when a tensor's shape does not fit its data, or a name is the reserved
 * `__metadata__`.
 */
export function writeSafetensors(
  tensors: ReadonlyMap<string, Pick<SafetensorsEntry, 'shape' | 'data'>>,
  metadata: Record<string, string> = {},
): Uint8Array<ArrayBuffer> {
  const entries: [string, unknown][] = Object.keys(metadata).length === 0 ? [] : [[METADATA, metadata]];
  let end = 0;
  for (const [name, { shape, data }] of tensors) {
    if (name === METADATA) throw new SafetensorsError(`A tensor cannot be named ${METADATA}.`);
    if (elements(shape) !== data.length) {
      throw new SafetensorsError(
        `Tensor "${name}" has shape [${shape}], which needs ${elements(shape)} numbers, and ${data.length} numbers.`,
      );
    }
    const begin = end;
    end += data.length * bytesOf.F32;
    entries.push([name, { dtype: 'F32', shape, data_offsets: [begin, end] }]);
  }
  const json = new TextEncoder().encode(JSON.stringify(Object.fromEntries(entries)));
  const padded = Math.ceil(json.length / 8) * 8;
  const bytes = new Uint8Array(LENGTH_BYTES + padded + end);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(padded), true);
  bytes.fill(0x20, LENGTH_BYTES, LENGTH_BYTES + padded);
  bytes.set(json, LENGTH_BYTES);
  let offset = LENGTH_BYTES + padded;
  for (const { data } of tensors.values()) {
    for (const value of data) {
      view.setFloat32(offset, value, true);
      offset += bytesOf.F32;
    }
  }
  return bytes;
}

function asBytes(file: Uint8Array | ArrayBuffer): Uint8Array {
  return file instanceof Uint8Array ? file : new Uint8Array(file);
}

/** The header, and where the data start. */
function readHeader(bytes: Uint8Array): { header: Record<string, unknown>; start: number } {
  if (bytes.length < LENGTH_BYTES) {
    throw new SafetensorsError(
      `The file has ${bytes.length} bytes; a safetensors file starts with 8 bytes for its header's length.`,
    );
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  if (length > LARGEST_HEADER) {
    throw new SafetensorsError(`The header's length is ${length} bytes: this is not a safetensors file.`);
  }
  const start = LENGTH_BYTES + Number(length);
  if (start > bytes.length) {
    throw new SafetensorsError(
      `The file is cut off: its header ends at byte ${start}, but it has only ${bytes.length} bytes.`,
    );
  }
  let header: unknown;
  try {
    header = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(LENGTH_BYTES, start)),
    );
  } catch (error) {
    throw new SafetensorsError(`The header is not JSON text: ${(error as Error).message}`);
  }
  if (!isRecord(header)) throw new SafetensorsError('The header is not a JSON object.');
  return { header, start };
}

function checkEntry(name: string, entry: unknown): Placed {
  if (!isRecord(entry)) throw new SafetensorsError(`Tensor "${name}": its header entry is not an object.`);
  const { dtype, shape, data_offsets: offsets } = entry;
  if (typeof dtype !== 'string' || !Object.hasOwn(bytesOf, dtype)) {
    throw new SafetensorsError(
      `Tensor "${name}" has dtype ${JSON.stringify(dtype)}; those that can be read are ` +
        `${Object.keys(bytesOf).join(', ')}.`,
    );
  }
  if (!isSizes(shape)) {
    throw new SafetensorsError(`Tensor "${name}" has shape ${JSON.stringify(shape)}: not a list of sizes.`);
  }
  if (!isSizes(offsets) || offsets.length !== 2) {
    throw new SafetensorsError(
      `Tensor "${name}" has data_offsets ${JSON.stringify(offsets)}: not the begin and end of its bytes.`,
    );
  }
  const [begin, end] = offsets as [number, number];
  const needed = elements(shape) * bytesOf[dtype as SafetensorsType];
  if (end - begin !== needed) {
    throw new SafetensorsError(
      `Tensor "${name}" of dtype ${dtype} and shape [${shape}] needs ${needed} bytes, but its data_offsets ` +
        `[${begin}, ${end}] give it ${end - begin}.`,
    );
  }
  return { name, dtype: dtype as SafetensorsType, shape, begin, end };
}

/** The tensors' bytes must follow each other without gap or overlap and fill the rest of the file. */
function checkLayout(tensors: Placed[], available: number): void {
  let position = 0;
  const inOrder = [...tensors].sort((a, b) => a.begin - b.begin || a.end - b.end);
  for (const { name, begin, end } of inOrder) {
    if (begin !== position) {
      const what =
        begin < position ? 'overlaps the tensor before it' : 'leaves a gap after the tensor before it';
      throw new SafetensorsError(
        `Tensor "${name}" ${what}: it begins at byte ${begin}, expected ${position}.`,
      );
    }
    if (end > available) {
      throw new SafetensorsError(
        `The file is cut off: tensor "${name}" ends at byte ${end} of the data, but they have only ${available}.`,
      );
    }
    position = end;
  }
  if (position !== available) {
    throw new SafetensorsError(`The file has ${available - position} bytes more than its tensors need.`);
  }
}

const readers: Record<SafetensorsType, (view: DataView, offset: number) => number> = {
  F64: (view, offset) => view.getFloat64(offset, true),
  F32: (view, offset) => view.getFloat32(offset, true),
  F16: (view, offset) => halfToNumber(view.getUint16(offset, true)),
  BF16: (view, offset) => bfloatToNumber(view.getUint16(offset, true)),
};

/** IEEE 754 binary16: 1 sign bit, 5 exponent bits (bias 15), 10 fraction bits. */
function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** bfloat16: the upper half of a float32. */
function bfloatToNumber(bits: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, bits << 16);
  return view.getFloat32(0);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSizes(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}

function elements(shape: number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
