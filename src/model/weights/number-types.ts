/** The number types of weight files; all are converted to float32. Names as in safetensors. */

export type NumberType = 'F64' | 'F32' | 'F16' | 'BF16' | 'I64' | 'I32' | 'I16' | 'I8' | 'U8' | 'BOOL';

interface Reader {
  bytes: number;
  read(view: DataView, offset: number): number;
}

const readers: Record<NumberType, Reader> = {
  F64: { bytes: 8, read: (view, offset) => view.getFloat64(offset, true) },
  F32: { bytes: 4, read: (view, offset) => view.getFloat32(offset, true) },
  F16: { bytes: 2, read: (view, offset) => halfToNumber(view.getUint16(offset, true)) },
  BF16: { bytes: 2, read: (view, offset) => bfloatToNumber(view.getUint16(offset, true)) },
  I64: { bytes: 8, read: (view, offset) => Number(view.getBigInt64(offset, true)) },
  I32: { bytes: 4, read: (view, offset) => view.getInt32(offset, true) },
  I16: { bytes: 2, read: (view, offset) => view.getInt16(offset, true) },
  I8: { bytes: 1, read: (view, offset) => view.getInt8(offset) },
  U8: { bytes: 1, read: (view, offset) => view.getUint8(offset) },
  BOOL: { bytes: 1, read: (view, offset) => Number(view.getUint8(offset) !== 0) },
};

export const numberTypes = Object.keys(readers) as NumberType[];

export function isNumberType(name: unknown): name is NumberType {
  return typeof name === 'string' && Object.hasOwn(readers, name);
}

export function bytesOf(type: NumberType): number {
  return readers[type].bytes;
}

/** Little-endian numbers, `count` of them from the start of `bytes`, which must be long enough. */
export function readNumbers(bytes: Uint8Array, type: NumberType, count: number): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { bytes: size, read } = readers[type];
  const numbers = new Float32Array(count);
  for (let i = 0; i < count; i++) numbers[i] = read(view, i * size);
  return numbers;
}

/** Little-endian numbers of this type, each rounded to the nearest that it has. */
export function writeNumbers(numbers: Float32Array, type: 'F32' | 'F16'): Uint8Array<ArrayBuffer> {
  const size = bytesOf(type);
  const bytes = new Uint8Array(numbers.length * size);
  const view = new DataView(bytes.buffer);
  numbers.forEach((value, i) => {
    if (type === 'F32') view.setFloat32(4 * i, value, true);
    else view.setUint16(2 * i, numberToHalf(value), true);
  });
  return bytes;
}

/** The nearest binary16, of two equally near the even one. */
function numberToHalf(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  if (Number.isNaN(value)) return 0x7e00;
  const size = Math.abs(value);
  // Beyond halfway from the largest number to the next, which there is none of.
  if (size >= 65520) return sign | 0x7c00;
  // Numbers of one exponent are evenly spaced; below 2⁻¹⁴ the spacing stays.
  const exponent = size < 2 ** -14 ? -14 : Math.floor(Math.log2(size));
  const steps = roundToEven(size / 2 ** (exponent - 10));
  // The fraction's carry goes on into the exponent.
  return sign | (size < 2 ** -14 ? steps : ((exponent + 15) << 10) + steps - 1024);
}

function roundToEven(value: number): number {
  const low = Math.floor(value);
  const rest = value - low;
  return rest > 0.5 || (rest === 0.5 && low % 2 === 1) ? low + 1 : low;
}

/** IEEE 754 binary16: 1 sign bit, 5 exponent bits (bias 15), 10 fraction bits. */
function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const scratch = new DataView(new ArrayBuffer(4));

/** bfloat16: the upper half of a float32. */
function bfloatToNumber(bits: number): number {
  scratch.setUint32(0, bits << 16);
  return scratch.getFloat32(0);
}
