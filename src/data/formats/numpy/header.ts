import { DataError } from '../../errors';
import type { DataFile } from '../format';

/** What a `.npy` file says about itself. */
export interface ArrayHeader {
  /** numpy's letter for the kind of its elements, such as f, i, u, b, U or S. */
  kind: string;
  /** Bytes of an element. */
  itemSize: number;
  littleEndian: boolean;
  shape: number[];
  /** Whether the first axis, rather than the last, is the one whose elements are next to each other. */
  fortran: boolean;
  /** Where the elements begin. */
  offset: number;
}

const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
/** Headers are a few hundred bytes; numpy itself refuses to read longer ones without being asked. */
const longestHeader = 10_000;

export function isArray(head: Uint8Array): boolean {
  return magic.every((byte, index) => head[index] === byte);
}

/**
 * Reads the header of a `.npy` file, of any of its three versions, and checks that as many bytes follow as it claims.
 * Format: numpy.lib.format, "Format Version 1.0" to "3.0".
 * @throws DataError when it is no such file, or its elements are none that a series or a label can be.
 */
export async function readArrayHeader(file: DataFile): Promise<ArrayHeader> {
  const start = await file.read(0, Math.min(file.size, 12));
  if (!isArray(start))
    throw new DataError(`${file.name} is no NumPy array: it does not begin with \\x93NUMPY.`);
  const version = start[6] ?? 0;
  if (version < 1 || version > 3) {
    throw new DataError(`${file.name}: version ${version} of the .npy format is not known; 1 to 3 are.`);
  }
  const sizeBytes = version === 1 ? 2 : 4;
  const begin = 8 + sizeBytes;
  if (start.length < begin) throw cutOff(file, begin);
  const view = new DataView(start.buffer, start.byteOffset, start.length);
  const length = version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > longestHeader) {
    throw new DataError(
      `${file.name}: a header of ${length} bytes is damaged; those of arrays of numbers are shorter.`,
    );
  }
  const offset = begin + length;
  if (offset > file.size) throw cutOff(file, offset);
  const text = new TextDecoder('utf-8').decode(await file.read(begin, offset));
  const header = { ...parseHeader(text, file.name), offset };
  const bytes = header.itemSize * header.shape.reduce((product, axis) => product * axis, 1);
  if (file.size - offset !== bytes) {
    throw new DataError(
      `${file.name}: the header says ${describeShape(header.shape)} elements of ${header.itemSize} bytes, ${bytes} bytes in all, ` +
        `but ${file.size - offset} follow it. The file is cut off or damaged.`,
    );
  }
  return header;
}

function cutOff(file: DataFile, expected: number): DataError {
  return new DataError(
    `${file.name} is cut off: its header alone has ${expected} bytes, the file ${file.size}.`,
  );
}

function parseHeader(text: string, fileName: string): Omit<ArrayHeader, 'offset'> {
  const descr = /'descr'\s*:\s*('([^']*)'|\[)/.exec(text);
  const fortran = /'fortran_order'\s*:\s*(True|False)/.exec(text);
  const shape = /'shape'\s*:\s*\(([\d\s,L]*)\)/.exec(text);
  if (!descr || !fortran || !shape) {
    throw new DataError(`${fileName}: the header is damaged: ${JSON.stringify(text.slice(0, 80))}.`);
  }
  if (descr[1] === '[') {
    throw new DataError(
      `${fileName} is a structured array, with fields. Save plain numbers: np.save('X.npy', np.stack([a[f] for f in a.dtype.names], -1)).`,
    );
  }
  const axes = (shape[1] as string).split(',').map((axis) => axis.replace('L', '').trim());
  return {
    ...parseType(descr[2] as string, fileName),
    fortran: fortran[1] === 'True',
    shape: axes.filter((axis) => axis !== '').map(Number),
  };
}

function parseType(descr: string, fileName: string): Pick<ArrayHeader, 'kind' | 'itemSize' | 'littleEndian'> {
  const [, order, kind = '', digits = ''] = /^([<>|=]?)([a-zA-Z?])(\d*)/.exec(descr) ?? [];
  const size = Number(digits || 1);
  if (kind === 'O') {
    throw new DataError(
      `${fileName} holds Python objects, which only Python can read. For series of one length save ` +
        "np.save('X.npy', np.stack(X).astype('float32')); for others pad their ends with NaN: " +
        "np.save('X.npy', np.stack([np.pad(x.astype('float32'), (0, n - len(x)), constant_values=np.nan) for x in X])), with n = max(map(len, X)).",
    );
  }
  const isText = kind === 'U' || kind === 'S';
  if (!isText && !numberSizes[kind]?.includes(size)) {
    throw new DataError(
      `${fileName}: elements of type '${descr}' are neither real numbers nor text. Save them as such: np.save('X.npy', X.astype('float32')).`,
    );
  }
  return { kind, itemSize: kind === 'U' ? 4 * size : size, littleEndian: order !== '>' };
}

const numberSizes: Record<string, readonly number[]> = {
  b: [1],
  '?': [1],
  i: [1, 2, 4, 8],
  u: [1, 2, 4, 8],
  f: [2, 4, 8],
};

/** As Python writes it: `(3, 4)`. */
export function describeShape(shape: readonly number[]): string {
  return shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
}
