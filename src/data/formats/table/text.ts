import { DataError } from '../../errors';
import type { DataFile, Progress } from '../format';

/** How a file's bytes are turned into ASCII and what is beyond it; see {@link TextDecoding}. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** In bytes. */
const sliceSize = 1 << 21;
const shortText = 64;

/** Whether the bytes are text: control characters other than those of lines, pages and old ends of files are in none. */
export function isText(head: Uint8Array): boolean {
  const bytes = toText(head, encodingOf(head));
  return !bytes.some((byte) => byte < 32 && (byte < 9 || byte > 13) && byte !== 26);
}

/** By the byte order mark or, without one, by the zeros that UTF-16 has beside characters of ASCII. */
export function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(head.length, 1024) >> 1;
  let [even, odd] = [0, 0];
  for (let i = 0; i < pairs; i++) {
    if (head[2 * i] === 0) even += 1;
    if (head[2 * i + 1] === 0) odd += 1;
  }
  if (odd > 0.8 * pairs && even === 0) return 'utf-16le';
  if (even > 0.8 * pairs && odd === 0) return 'utf-16be';
  return 'utf-8';
}

/** The bytes in which ASCII is ASCII, without a byte order mark: UTF-16 becomes UTF-8, all else stays. */
export function toText(bytes: Uint8Array, encoding: Encoding): Uint8Array {
  if (encoding !== 'utf-8') return new TextEncoder().encode(new TextDecoder(encoding).decode(bytes));
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return hasMark ? bytes.subarray(3) : bytes;
}

/** The whole file, slice by slice, as {@link toText} would have it. */
export async function* readSlices(
  file: DataFile,
  encoding: Encoding,
  progress: Progress,
): AsyncGenerator<Uint8Array> {
  const decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for (let start = 0; start < file.size; start += sliceSize) {
    const end = Math.min(start + sliceSize, file.size);
    const bytes = await file.read(start, end);
    if (decoder) yield encoder.encode(decoder.decode(bytes, { stream: end < file.size }));
    else yield start === 0 ? toText(bytes, encoding) : bytes;
    progress(end, file.size);
  }
}

/**
 * Decodes cells. Text that is not valid UTF-8 is taken for Windows-1252, from its first cell that is not; a file that
 * has both kinds is refused, since some of its names would be wrong either way.
 */
export class TextDecoding {
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true });
  private readonly windows = new TextDecoder('windows-1252');
  private hasUtf8 = false;
  isWindows = false;

  constructor(private readonly fileName: string) {}

  decode(bytes: Uint8Array, start: number, end: number, line: number): string {
    // Short texts of ASCII are most of all; a decoder takes much longer for each.
    let ascii = '';
    for (let i = start; i < end; i++) {
      const byte = bytes[i] as number;
      if (byte > 127 || i - start > shortText) return this.decodeAny(bytes.subarray(start, end), line);
      ascii += String.fromCharCode(byte);
    }
    return ascii;
  }

  private decodeAny(cell: Uint8Array, line: number): string {
    if (this.isWindows) return this.windows.decode(cell);
    try {
      const text = this.utf8.decode(cell);
      this.hasUtf8 ||= cell.some((byte) => byte > 127);
      return text;
    } catch {
      if (this.hasUtf8) {
        throw new DataError(
          `${this.fileName}, line ${line}: ${JSON.stringify(this.windows.decode(cell))} is not valid UTF-8, though earlier lines are. ` +
            'Save the file in one encoding, UTF-8.',
        );
      }
      this.isWindows = true;
      return this.windows.decode(cell);
    }
  }
}
