import { DataError } from '../../errors';
import type { DataFile, Progress } from '../format';
import { type Encoding, readSlices, type TextDecoding } from './text';

/** Byte between the cells of a row; `space` is any run of spaces and tabs. */
export type Separator = ',' | ';' | '\t' | '|' | 'space';

const newline = 10;
const carriageReturn = 13;
const quote = 34;
const space = 32;
const tab = 9;
/** Ends old files. */
const endOfFile = 26;

/** In bytes. */
const longestRow = 1 << 28;

/** A row while it is read: where its cells are among the bytes. The reader uses the same one for all rows. */
export class Row {
  bytes: Uint8Array = new Uint8Array(0);
  /** Where it starts (1-based). */
  line = 1;
  /** Number of cells. */
  count = 0;
  starts = new Int32Array(64);
  ends = new Int32Array(64);

  constructor(private readonly decoding: TextDecoding) {}

  /** Text of a cell, without quotes and the spaces around it. */
  text(cell: number): string {
    let start = this.starts[cell] as number;
    let end = this.ends[cell] as number;
    if (this.bytes[start] === quote && start < end) {
      const text = this.decoding.decode(this.bytes, start + 1, end - 1, this.line);
      return text.replaceAll('""', '"').trim();
    }
    while (start < end && isBlank(this.bytes[start] as number)) start += 1;
    while (end > start && isBlank(this.bytes[end - 1] as number)) end -= 1;
    return this.decoding.decode(this.bytes, start, end, this.line).trim();
  }

  isEmpty(cell: number): boolean {
    const { bytes, starts, ends } = this;
    for (let i = starts[cell] as number; i < (ends[cell] as number); i++)
      if (!isBlank(bytes[i] as number)) return false;
    return true;
  }

  push(start: number, end: number): void {
    if (this.count === this.starts.length) {
      this.starts = grown(this.starts);
      this.ends = grown(this.ends);
    }
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count += 1;
  }
}

export interface Rows {
  file: DataFile;
  encoding: Encoding;
  decoding: TextDecoding;
  separator: Separator;
  /** Lines to leave out at the beginning, such as `sep=;`. */
  skip: number;
}

/** Calls `take` with each row of a file that is neither blank nor a comment. The row is only valid within the call. */
export async function forEachRow(rows: Rows, take: (row: Row) => void, progress: Progress): Promise<void> {
  const scanner = new RowScanner(rows.file.name, rows.separator, rows.decoding, rows.skip);
  let buffer = new Uint8Array(0);
  let filled = 0;
  for await (const slice of readSlices(rows.file, rows.encoding, progress)) {
    if (filled + slice.length > buffer.length) {
      if (filled > longestRow)
        throw new DataError(
          `${rows.file.name}, line ${scanner.line}: this line has no end within ${longestRow} bytes.`,
        );
      const larger = new Uint8Array(filled + 2 * slice.length);
      larger.set(buffer.subarray(0, filled));
      buffer = larger;
    }
    buffer.set(slice, filled);
    filled += slice.length;
    const used = scanner.scan(buffer, filled, false, take);
    buffer.copyWithin(0, used, filled);
    filled -= used;
  }
  scanner.scan(buffer, filled, true, take);
}

/** Cuts bytes into rows and cells. Quotes are those of RFC 4180; lines that begin with `#` or `%` are comments. */
export class RowScanner {
  line = 1;
  private readonly row: Row;
  private readonly separator: number;
  private readonly bySpace: boolean;

  constructor(
    private readonly fileName: string,
    separator: Separator,
    decoding: TextDecoding,
    private skip = 0,
  ) {
    this.row = new Row(decoding);
    this.bySpace = separator === 'space';
    this.separator = this.bySpace ? space : separator.charCodeAt(0);
  }

  /**
   * @param isLast whether the bytes end the text; else the last line may be cut, and is left for the next call.
   * @returns how many bytes were used.
   */
  scan(bytes: Uint8Array, length: number, isLast: boolean, take: (row: Row) => void): number {
    let start = 0;
    while (start < length) {
      const end = this.isComment(bytes[start] as number)
        ? this.endOfLine(bytes, start, length, isLast)
        : this.scanRow(bytes, start, length, isLast);
      if (end < 0) return start;
      if (this.row.count > 0) take(this.row);
      this.line += this.lines;
      start = end;
    }
    return start;
  }

  /** Lines of the row that was scanned: more than one where quotes hold some. */
  private lines = 1;

  private isComment(byte: number): boolean {
    return this.skip > 0 || byte === 35 || byte === 37 || byte === endOfFile;
  }

  private endOfLine(bytes: Uint8Array, start: number, length: number, isLast: boolean): number {
    let i = start;
    while (i < length && bytes[i] !== newline && bytes[i] !== carriageReturn) i += 1;
    const end = afterNewline(bytes, i, length, isLast);
    if (end >= 0 && this.skip > 0) this.skip -= 1;
    this.row.count = 0;
    this.lines = 1;
    return end;
  }

  private scanRow(bytes: Uint8Array, start: number, length: number, isLast: boolean): number {
    const { row, separator, bySpace } = this;
    row.bytes = bytes;
    row.line = this.line;
    row.count = 0;
    this.lines = 1;
    let hasText = false;
    let i = start;
    for (;;) {
      while (i < length && (bytes[i] === space || (bytes[i] === tab && separator !== tab))) i += 1;
      let cell = i;
      if (bytes[i] === quote && i < length) {
        i = this.endOfQuotes(bytes, i, length, isLast);
        if (i < 0) return -1;
        hasText = true;
        row.push(cell, i);
        while (i < length && (bytes[i] === space || (bytes[i] === tab && separator !== tab))) i += 1;
        const next = bytes[i];
        const ends = i >= length || next === separator || next === newline || next === carriageReturn;
        if (!ends && !(bySpace && isBlank(bytes[i - 1] as number))) {
          throw new DataError(
            `${this.fileName}, line ${this.line}: there is text after the closing quote of cell ${row.count}; ` +
              'a quote within quotes is written twice.',
          );
        }
      } else {
        if (bySpace) {
          while (
            i < length &&
            !isBlank(bytes[i] as number) &&
            bytes[i] !== newline &&
            bytes[i] !== carriageReturn
          )
            i += 1;
        } else {
          cell = i;
          while (i < length && bytes[i] !== separator && bytes[i] !== newline && bytes[i] !== carriageReturn)
            i += 1;
        }
        if (i > cell) hasText = true;
        // Spaces at the end of a line begin no further cell.
        if (!bySpace || i > cell) row.push(cell, i);
      }
      if (i >= length || bytes[i] === newline || bytes[i] === carriageReturn) {
        // Without its end the line may go on in the next slice.
        const end = afterNewline(bytes, i, length, isLast);
        if (!hasText) row.count = 0;
        return end;
      }
      if (!bySpace) i += 1;
    }
  }

  /** The place after the closing quote; −1: it is not there yet. */
  private endOfQuotes(bytes: Uint8Array, start: number, length: number, isLast: boolean): number {
    for (let i = start + 1; i < length; i++) {
      if (bytes[i] === quote) {
        if (bytes[i + 1] !== quote || i + 1 >= length) return i + 1 >= length && !isLast ? -1 : i + 1;
        i += 1;
      } else if (bytes[i] === newline || (bytes[i] === carriageReturn && bytes[i + 1] !== newline)) {
        this.lines += 1;
      }
    }
    if (!isLast) return -1;
    throw new DataError(`${this.fileName}, line ${this.line}: a quote is opened but never closed.`);
  }
}

/** The place after the newline at `i`, or the end of the text; −1: more bytes are needed to tell. */
function afterNewline(bytes: Uint8Array, i: number, length: number, isLast: boolean): number {
  if (i >= length) return isLast ? length : -1;
  if (bytes[i] === newline) return i + 1;
  if (i + 1 >= length) return isLast ? length : -1;
  return bytes[i + 1] === newline ? i + 2 : i + 1;
}

function isBlank(byte: number): boolean {
  return byte === space || byte === tab;
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}
