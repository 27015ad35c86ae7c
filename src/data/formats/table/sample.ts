import { DataError, UnreadableFileError } from '../../errors';
import type { DataFile } from '../format';
import { isGrouped, isMissing, isNumber } from './numbers';
import { RowScanner, type Rows, type Separator } from './rows';
import { type Encoding, encodingOf, TextDecoding, toText } from './text';

/** Rows of a file to make guesses from, and how it is cut into cells. */
export interface Sample {
  rows: Omit<Rows, 'decoding'>;
  /** The first rows of the file, without a gap. */
  head: string[][];
  /** Line of each row of the head. */
  lines: number[];
  /** Rows from all over the rest of the file, because files are often sorted by class. */
  rest: string[][];
}

/** In bytes. */
const headSize = 1 << 18;
const mostHead = 1 << 26;
const spotSize = 1 << 14;
const spots = 24;
const headRows = 1000;
/** A wide table has enough in a few rows. */
const mostCells = 20_000;
const fewestRows = 4;

export async function sampleTable(file: DataFile): Promise<Sample> {
  const { bytes, encoding, isWhole } = await readHead(file);
  if (bytes.every((byte) => byte <= 32)) throw new UnreadableFileError(`${file.name} is empty.`);
  const said = saidSeparator(bytes);
  const separator = said ?? guessSeparator(file.name, bytes, isWhole);
  const skip = said ? 1 : 0;
  const { cells: head, lines } = cut(file.name, bytes, separator, isWhole, skip, headRows);
  if (head.length === 0) throw new DataError(`${file.name} holds only comments: no line has values.`);
  const rest = isWhole ? [] : await readSpots(file, encoding, separator, head, bytes.length);
  return { rows: { file, encoding, separator, skip }, head, lines, rest };
}

/** The beginning of the file, with two rows at least. */
async function readHead(file: DataFile) {
  for (let size = headSize; ; size *= 4) {
    const end = Math.min(size, file.size);
    const raw = await file.read(0, end);
    const encoding = encodingOf(raw);
    const bytes = toText(raw, encoding);
    const isWhole = end === file.size;
    let newlines = 0;
    for (const byte of bytes) if (byte === 10 || byte === 13) newlines += 1;
    if (isWhole || newlines > 4 || size >= mostHead) return { bytes, encoding, isWhole };
  }
}

/** Excel's first line `sep=;`. */
function saidSeparator(bytes: Uint8Array): Separator | undefined {
  const said = /^"?sep=(.)"?[\r\n]/i.exec(String.fromCharCode(...bytes.subarray(0, 16)))?.[1];
  return [',', ';', '\t', '|'].includes(said as string) ? (said as Separator) : undefined;
}

/** The one that leaves the most numbers in rows of equal width; a tab rather than any white space where both do. */
function guessSeparator(fileName: string, bytes: Uint8Array, isWhole: boolean): Separator {
  let best: Separator | undefined;
  let most = -1;
  let problem: unknown;
  for (const separator of ['\t', ';', '|', ',', 'space'] as const) {
    try {
      const { cells } = cut(fileName, bytes, separator, isWhole, 0, 50);
      // Spaces within quotes separate nothing.
      const isTorn = separator === 'space' && cells.flat().some((cell) => cell.split('"').length % 2 === 0);
      const numbers = isTorn ? Math.min(0, countNumbers(cells)) : countNumbers(cells);
      if (numbers > most) {
        most = numbers;
        best = separator;
      }
    } catch (error) {
      problem ??= error;
    }
  }
  if (best === undefined && problem) throw problem;
  return best ?? ',';
}

/** Numbers and missing values in the rows of the most frequent width; −1: the rows have one cell each. */
function countNumbers(rows: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const width = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
  if (width < 2) return -1;
  let numbers = 0;
  for (const row of rows) {
    if (row.length === width)
      for (const cell of row) if (isNumber(cell) || isGrouped(cell) || isMissing(cell)) numbers += 1;
  }
  return numbers;
}

function cut(
  fileName: string,
  bytes: Uint8Array,
  separator: Separator,
  isWhole: boolean,
  skip: number,
  most: number,
): { cells: string[][]; lines: number[] } {
  const cells: string[][] = [];
  const lines: number[] = [];
  // What cannot be decoded in a sample is reported when the whole is read.
  const scanner = new RowScanner(fileName, separator, new TextDecoding(fileName), skip);
  const enough = {};
  try {
    scanner.scan(bytes, bytes.length, isWhole, (row) => {
      cells.push(Array.from({ length: row.count }, (_, cell) => row.text(cell)));
      lines.push(row.line);
      const isFull = cells.length >= fewestRows && cells.length * row.count >= mostCells;
      if (isFull || cells.length === most) throw enough;
    });
  } catch (error) {
    // A quote may be closed beyond the sample.
    if (error !== enough && (isWhole || cells.length === 0)) throw error;
  }
  return { cells, lines };
}

async function readSpots(
  file: DataFile,
  encoding: Encoding,
  separator: Separator,
  head: readonly string[][],
  headLength: number,
): Promise<string[][]> {
  const rows: string[][] = [];
  const width = head.at(-1)?.length ?? 0;
  const size = Math.max(spotSize, Math.round((4 * headLength) / head.length));
  for (let spot = 1; spot <= spots; spot++) {
    // Even places, so that UTF-16 is not cut within a unit.
    const start = Math.floor(((file.size - size) * spot) / spots / 2) * 2;
    if (start < headLength) continue;
    const bytes = toText(await file.read(start, start + size), encoding);
    const newline = bytes.findIndex((byte) => byte === 10 || byte === 13);
    if (newline < 0) continue;
    try {
      const { cells } = cut(
        file.name,
        bytes.subarray(newline + 1),
        separator,
        start + size === file.size,
        0,
        200,
      );
      // Within quotes a newline is no end of a row, which shows in the number of cells.
      rows.push(...cells.filter((row) => row.length === width));
    } catch {
      // A spot that begins within quotes.
    }
  }
  return rows;
}
