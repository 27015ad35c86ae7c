import { DataError } from '../../errors';
import type { DataFile } from '../format';
import type { ArrayHeader } from './header';

/** Read at once, in bytes. */
const blockSize = 1 << 22;

type Decode = (view: DataView, offset: number, littleEndian: boolean) => number;

const decoders: Record<string, Decode> = {
  b1: (view, offset) => view.getUint8(offset),
  '?1': (view, offset) => view.getUint8(offset),
  i1: (view, offset) => view.getInt8(offset),
  i2: (view, offset, little) => view.getInt16(offset, little),
  i4: (view, offset, little) => view.getInt32(offset, little),
  i8: (view, offset, little) => Number(view.getBigInt64(offset, little)),
  u1: (view, offset) => view.getUint8(offset),
  u2: (view, offset, little) => view.getUint16(offset, little),
  u4: (view, offset, little) => view.getUint32(offset, little),
  u8: (view, offset, little) => Number(view.getBigUint64(offset, little)),
  f2: (view, offset, little) => halfToNumber(view.getUint16(offset, little)),
  f4: (view, offset, little) => view.getFloat32(offset, little),
  f8: (view, offset, little) => view.getFloat64(offset, little),
};

export function isText({ kind }: ArrayHeader): boolean {
  return kind === 'U' || kind === 'S';
}

/**
 * Reads the numbers of an array of up to three axes, in blocks.
 * @param strides how far apart neighbours along each axis are in the result.
 * @returns the numbers, each where the strides put it.
 */
export async function readNumbers(
  file: DataFile,
  header: ArrayHeader,
  strides: readonly number[],
  progress: (bytesRead: number) => void,
): Promise<Float32Array> {
  const decode = decoders[header.kind + header.itemSize];
  if (isText(header) || !decode) throw new DataError(`${file.name} holds text; numbers were expected.`);
  const order = header.fortran ? [0, 1, 2] : [2, 1, 0];
  // From the axis whose elements are next to each other in the file to the one whose are farthest apart.
  const sizes = order.map((axis) => header.shape[axis] ?? 1);
  const steps = order.map((axis) => strides[axis] ?? 0);
  const [inner, middle] = sizes as [number, number, number];
  const values = new Float32Array(header.shape.reduce((product, axis) => product * axis, 1));
  let index = 0;
  for await (const view of blocksOf(file, header, progress)) {
    for (let at = 0; at < view.byteLength; at += header.itemSize, index++) {
      const row = Math.floor(index / inner);
      const target =
        (index % inner) * (steps[0] as number) +
        (row % middle) * (steps[1] as number) +
        Math.floor(row / middle) * (steps[2] as number);
      values[target] = decode(view, at, header.littleEndian);
    }
  }
  return values;
}

/** Reads the elements of an array of one axis as texts: numbers in their shortest form. */
export async function readTexts(file: DataFile, header: ArrayHeader): Promise<string[]> {
  const { kind, itemSize, littleEndian } = header;
  const decode = decoders[kind + itemSize];
  const texts: string[] = [];
  for await (const view of blocksOf(file, header, () => {})) {
    for (let at = 0; at < view.byteLength; at += itemSize) {
      if (kind === 'U') texts.push(utf32(view, at, itemSize, littleEndian, file.name));
      else if (kind === 'S') texts.push(utf8(view, at, itemSize));
      else texts.push(String((decode as Decode)(view, at, littleEndian)));
    }
  }
  return texts;
}

async function* blocksOf(
  file: DataFile,
  { offset, itemSize }: ArrayHeader,
  progress: (bytesRead: number) => void,
): AsyncGenerator<DataView> {
  const size = itemSize === 0 ? 0 : Math.max(1, Math.floor(blockSize / itemSize)) * itemSize;
  for (let start = offset; start < file.size; start += size) {
    const end = Math.min(start + size, file.size);
    const bytes = await file.read(start, end);
    yield new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    progress(end);
  }
}

/** numpy fills texts up with NULs, and cannot tell them from NULs at a text's end. */
function utf32(
  view: DataView,
  offset: number,
  size: number,
  littleEndian: boolean,
  fileName: string,
): string {
  let text = '';
  for (let at = offset; at < offset + size; at += 4) {
    const point = view.getUint32(at, littleEndian);
    if (point > 0x10ffff) throw new DataError(`${fileName} is damaged: ${point} is no character's number.`);
    text += String.fromCodePoint(point);
  }
  return text.replace(/\0+$/, '');
}

function utf8(view: DataView, offset: number, size: number): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + offset, size);
  return new TextDecoder().decode(bytes).replace(/\0+$/, '');
}

/** IEEE 754 binary16: a sign, 5 bits of exponent, 10 of fraction. */
function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
