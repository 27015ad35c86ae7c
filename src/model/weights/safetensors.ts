/**
 * The safetensors format (https://github.com/huggingface/safetensors#format): an 8-byte little-endian header
 * length, a JSON header { name: { dtype, shape, data_offsets: [begin, end] }, __metadata__?: { key: text } },
 * then the bytes of all tensors, little-endian and row-major, without gaps.
 */

import {
  bytesOf,
  isNumberType,
  type NumberType,
  numberTypes,
  readNumbers,
  writeNumbers,
} from './number-types';
import { elementCount, isShape, type NamedTensors, WeightsError, type WeightTensor } from './tensors';

const METADATA = '__metadata__';
const LENGTH_BYTES = 8;
/** The format's own limit, which stops a damaged length from being believed. */
const LARGEST_HEADER = 100_000_000;

/** A tensor as the header describes it, checked. */
interface Placed {
  name: string;
  dtype: NumberType;
  shape: number[];
  begin: number;
  end: number;
}

/**
 * Reads all tensors of a safetensors file as float32, in the order of its header.
 * @throws WeightsError when the file is cut off, damaged or of a type that cannot be read.
 */
export function readSafetensors(file: Uint8Array | ArrayBuffer): NamedTensors {
  const bytes = asBytes(file);
  const { header, start } = readHeader(bytes);
  const placed = Object.entries(header)
    .filter(([name]) => name !== METADATA)
    .map(([name, entry]) => checkEntry(name, entry));
  checkLayout(placed, bytes.length - start);
  return new Map(
    placed.map(({ name, dtype, shape, begin, end }) => {
      const data = readNumbers(bytes.subarray(start + begin, start + end), dtype, elementCount(shape));
      return [name, { shape, data }];
    }),
  );
}

/**
 * The texts that a safetensors file carries beside its tensors; empty when it has none.
 * @throws WeightsError when the header is cut off or damaged.
 */
export function readSafetensorsMetadata(file: Uint8Array | ArrayBuffer): Record<string, string> {
  const { header } = readHeader(asBytes(file));
  const metadata = header[METADATA] ?? {};
  if (!isRecord(metadata) || !Object.values(metadata).every((value) => typeof value === 'string')) {
    throw new WeightsError(`The header's ${METADATA} must be an object of texts.`);
  }
  return metadata as Record<string, string>;
}

/**
 * Writes tensors in the order of the map; the header is padded so that the data start at a multiple of 8 bytes.
 * @param dtypeOf what the numbers of a tensor are rounded to; default: as they are.
 * @throws WeightsError when a tensor's shape does not fit its data, or a name is the reserved
 * `__metadata__`.
 */
export function writeSafetensors(
  tensors: ReadonlyMap<string, WeightTensor>,
  metadata: Record<string, string> = {},
  dtypeOf: (name: string) => 'F32' | 'F16' = () => 'F32',
): Uint8Array<ArrayBuffer> {
  const entries: [string, unknown][] = Object.keys(metadata).length === 0 ? [] : [[METADATA, metadata]];
  let end = 0;
  for (const [name, { shape, data }] of tensors) {
    if (name === METADATA) throw new WeightsError(`A tensor cannot be named ${METADATA}.`);
    if (elementCount(shape) !== data.length) {
      throw new WeightsError(
        `Tensor "${name}" has shape [${shape}], which needs ${elementCount(shape)} numbers, and ${data.length} numbers.`,
      );
    }
    const begin = end;
    const dtype = dtypeOf(name);
    end += data.length * bytesOf(dtype);
    entries.push([name, { dtype, shape, data_offsets: [begin, end] }]);
  }
  const json = new TextEncoder().encode(JSON.stringify(Object.fromEntries(entries)));
  const padded = Math.ceil(json.length / 8) * 8;
  const bytes = new Uint8Array(LENGTH_BYTES + padded + end);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(padded), true);
  bytes.fill(0x20, LENGTH_BYTES, LENGTH_BYTES + padded);
  bytes.set(json, LENGTH_BYTES);
  let offset = LENGTH_BYTES + padded;
  for (const [name, { data }] of tensors) {
    const written = writeNumbers(data, dtypeOf(name));
    bytes.set(written, offset);
    offset += written.length;
  }
  return bytes;
}

function asBytes(file: Uint8Array | ArrayBuffer): Uint8Array {
  return file instanceof Uint8Array ? file : new Uint8Array(file);
}

/** The header, and where the data start. */
function readHeader(bytes: Uint8Array): { header: Record<string, unknown>; start: number } {
  if (bytes.length < LENGTH_BYTES) {
    throw new WeightsError(
      `The file has ${bytes.length} bytes; a safetensors file starts with 8 bytes for its header's length.`,
    );
  }
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  if (length > LARGEST_HEADER) {
    throw new WeightsError(`The header's length is ${length} bytes: this is not a safetensors file.`);
  }
  const start = LENGTH_BYTES + Number(length);
  if (start > bytes.length) {
    throw new WeightsError(
      `The file is cut off: its header ends at byte ${start}, but it has only ${bytes.length} bytes.`,
    );
  }
  let header: unknown;
  try {
    header = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(LENGTH_BYTES, start)),
    );
  } catch (error) {
    throw new WeightsError(`The header is not JSON text: ${(error as Error).message}`);
  }
  if (!isRecord(header)) throw new WeightsError('The header is not a JSON object.');
  return { header, start };
}

function checkEntry(name: string, entry: unknown): Placed {
  if (!isRecord(entry)) throw new WeightsError(`Tensor "${name}": its header entry is not an object.`);
  const { dtype, shape, data_offsets: offsets } = entry;
  if (!isNumberType(dtype)) {
    throw new WeightsError(
      `Tensor "${name}" has dtype ${JSON.stringify(dtype)}; those that can be read are ` +
        `${numberTypes.join(', ')}.`,
    );
  }
  if (!isShape(shape)) {
    throw new WeightsError(`Tensor "${name}" has shape ${JSON.stringify(shape)}: not a list of sizes.`);
  }
  if (!isShape(offsets) || offsets.length !== 2) {
    throw new WeightsError(
      `Tensor "${name}" has data_offsets ${JSON.stringify(offsets)}: not the begin and end of its bytes.`,
    );
  }
  const [begin, end] = offsets as [number, number];
  const needed = elementCount(shape) * bytesOf(dtype);
  if (end - begin !== needed) {
    throw new WeightsError(
      `Tensor "${name}" of dtype ${dtype} and shape [${shape}] needs ${needed} bytes, but its data_offsets ` +
        `[${begin}, ${end}] give it ${end - begin}.`,
    );
  }
  return { name, dtype, shape, begin, end };
}

/** The tensors' bytes must follow each other without gap or overlap and fill the rest of the file. */
function checkLayout(tensors: Placed[], available: number): void {
  let position = 0;
  const inOrder = [...tensors].sort((a, b) => a.begin - b.begin || a.end - b.end);
  for (const { name, begin, end } of inOrder) {
    if (begin !== position) {
      const what =
        begin < position ? 'overlaps the tensor before it' : 'leaves a gap after the tensor before it';
      throw new WeightsError(`Tensor "${name}" ${what}: it begins at byte ${begin}, expected ${position}.`);
    }
    if (end > available) {
      throw new WeightsError(
        `The file is cut off: tensor "${name}" ends at byte ${end} of the data, but they have only ${available}.`,
      );
    }
    position = end;
  }
  if (position !== available) {
    throw new WeightsError(`The file has ${available - position} bytes more than its tensors need.`);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
