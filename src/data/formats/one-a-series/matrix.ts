import { DataError } from '../../errors';
import type { DataFile, ReadOptions } from '../format';
import { readNumbers } from '../numpy/elements';
import { describeShape, isArray, readArrayHeader } from '../numpy/header';
import { isTimeName } from '../table/names';
import { isMissing, isNumber, NumberCells } from '../table/numbers';
import { forEachRow, type Row } from '../table/rows';
import { sampleTable } from '../table/sample';
import { TextDecoding } from '../table/text';
import { checkSize } from '../values';

/** One series, as a file of its own has it. */
export interface Matrix {
  /** [steps, channels]; NaN: missing. */
  values: Float32Array;
  channels: number;
  names?: string[];
  /** What was taken for granted. */
  guesses: string[];
}

/**
 * Reads a file that is one series: a table with a moment a row and a channel a column, or an array (steps,) or
 * (steps, channels).
 */
export async function readMatrix(file: DataFile, options: ReadOptions): Promise<Matrix> {
  const head = await file.read(0, Math.min(16, file.size));
  return isArray(head) ? await readArray(file) : await readTable(file, options);
}

async function readArray(file: DataFile): Promise<Matrix> {
  const header = await readArrayHeader(file);
  const [steps = 0, channels = 1] = header.shape;
  if (header.shape.length < 1 || header.shape.length > 2 || steps * channels === 0) {
    throw new DataError(
      `${file.name} has the shape ${describeShape(header.shape)}; a file of one series has (steps,) or (steps, channels).`,
    );
  }
  const values = await readNumbers(file, header, [channels, 1], () => {});
  values.forEach((value, i) => {
    checkSize(value, () => `${file.name}, element ${i}`);
  });
  return { values, channels, guesses: [] };
}

async function readTable(file: DataFile, options: ReadOptions): Promise<Matrix> {
  const { rows, head } = await sampleTable(file);
  const [first = []] = head;
  const hasHeader = options.header ?? first.some((cell) => !isNumber(cell) && !isMissing(cell));
  const columns = pickColumns(file.name, first, hasHeader, options);
  const numbers = new NumberCells(file.name);
  const read: number[] = [];
  let isNames = hasHeader;
  const take = (row: Row): void => {
    if (!isNames) {
      if (row.count !== first.length && !(row.count === first.length + 1 && row.isEmpty(first.length))) {
        throw new DataError(
          `${file.name}, line ${row.line}: this line has ${row.count} cells where the first has ${first.length}.`,
        );
      }
      for (const column of columns) read.push(numbers.read(row, column));
    }
    isNames = false;
  };
  await forEachRow({ ...rows, decoding: new TextDecoding(file.name) }, take, () => {});
  if (read.length === 0) throw new DataError(`${file.name} has a header but no values.`);
  const guesses: string[] = [];
  const isRow = !hasHeader && read.length === columns.length && columns.length > 1;
  if (isRow)
    guesses.push('Files with a single row are taken for series of one channel, with a step a column.');
  if (columns.length < first.length && !options.channels) guesses.push('The column with times was left out.');
  return {
    values: Float32Array.from(read),
    channels: isRow ? 1 : columns.length,
    ...(hasHeader && { names: columns.map((column) => first[column] as string) }),
    guesses,
  };
}

/** The columns with channels: those that the options name, or all but one with times. */
function pickColumns(
  fileName: string,
  names: readonly string[],
  hasHeader: boolean,
  options: ReadOptions,
): number[] {
  const all = [...names.keys()];
  if (!hasHeader) return all;
  if (options.channels) {
    return options.channels.map((name) => {
      const column = names.indexOf(name);
      if (column < 0)
        throw new DataError(
          `${fileName} has no column ${JSON.stringify(name)}; it has ${names.slice(0, 12).join(', ')}.`,
        );
      return column;
    });
  }
  const time = options.time === undefined ? names.findIndex(isTimeName) : names.indexOf(options.time);
  return names.length > 1 ? all.filter((column) => column !== time) : all;
}
