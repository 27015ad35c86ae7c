import Papa from 'papaparse';
import type { Dataset } from './dataset';
import { DataError } from './errors';

export { DataError } from './errors';

export interface CsvOptions {
  /** Whether the first row holds names instead of a series. Absent: found out, see {@link parseCsv}. */
  header?: boolean;
  /**
   * The classes that labels may be, in the order of their indices, such as a model's. Absent: those in the
   * file.
   */
  classNames?: string[];
}

/** A row of the file, with the line it starts on (1-based). */
interface Row {
  cells: string[];
  line: number;
}

const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
/** What stands for a missing value, in a series; a label may well be called 'none'. */
const missing = /^(|\?|[+-]?nan|na|n\/a|null|none|[+-]?inf(inity)?)$/i;
const missingLabel = /^(|\?|nan)$/i;

/**
 * Reads labelled series from text: one series a line, its label first, then its values; comma, tab, semicolon
 * or bar between them; an optional header row; blank lines are passed over.
 *
 * A first row is a header when none of its values is a number (and none stands for a missing one), or when it
 * numbers the columns (`label,0,1,2,…`) and only the other labels are numbers.
 * Classes are sorted: by value when all are numbers (`1.0` and `1` are one class), else by code points.
 * Labels that are all 0 or 1 always give the classes ['0', '1'].
 * @param fileName what error messages call the text.
 * @throws DataError with line and column (1-based) of the first thing that is wrong.
 */
export function parseCsv(text: string, fileName: string, options: CsvOptions = {}): Dataset {
  const rows = readRows(text, fileName);
  if (options.header ?? hasHeader(rows)) rows.shift();
  const first = rows[0];
  if (!first)
    throw new DataError(`${fileName} holds no series: each line must be a label and then the values.`);
  const time = first.cells.length - 1;
  if (time < 1) {
    throw new DataError(
      `${fileName}, line ${first.line}: there are no values after the label. ` +
        'Values are separated by commas, tabs, semicolons or bars.',
    );
  }
  const series = new Float32Array(rows.length * time);
  rows.forEach(({ cells, line }, row) => {
    checkLength(cells, line, first, fileName);
    for (let t = 0; t < time; t++) {
      const cell = (cells[t + 1] as string).trim();
      const value = number.test(cell) ? Math.fround(Number(cell)) : Number.NaN;
      if (!Number.isFinite(value)) throw wrongValue(cell, `${fileName}, line ${line}, column ${t + 2}`);
      series[row * time + t] = value;
    }
  });
  const { labels, classNames } = readLabels(rows, fileName, options.classNames);
  return { count: rows.length, time, channels: 1, series, labels, classNames };
}

/**
 * The text that {@link parseCsv} reads back to equal series: no header, one series a line, its
 * label first.
 * @throws DataError when the series have several channels or different lengths, which this form cannot hold.
 */
export function writeCsv(dataset: Dataset): string {
  const { count, time, channels, series, labels, classNames, lengths } = dataset;
  if (channels !== 1) throw new DataError(`A CSV file holds series of one channel; these have ${channels}.`);
  if (lengths) throw new DataError('A CSV file holds series of one length; these have different ones.');
  const names = classNames.map((name) => Papa.unparse([[name]]));
  const lines: string[] = [];
  for (let row = 0; row < count; row++) {
    const values: (string | undefined)[] = [names[labels[row] as number]];
    for (let i = row * time; i < (row + 1) * time; i++) values.push(decimal(series[i] as number));
    lines.push(`${values.join(',')}\n`);
  }
  return lines.join('');
}

/**
 * A decimal number that rounds to this float32: of 7 significant digits if they do, else of 9, which always
 * do.
 */
function decimal(value: number): string {
  const short = Number(value.toPrecision(7));
  return String(Math.fround(short) === value ? short : Number(value.toPrecision(9)));
}

function readRows(text: string, fileName: string): Row[] {
  const unix = text.replace(/\r\n?/g, '\n');
  if (unix.trim() === '')
    throw new DataError(`${fileName} is empty: each line must be a label and then the values.`);
  const { data, errors } = Papa.parse<string[]>(unix, { newline: '\n' });
  const problem = errors.find((error) => error.type === 'Quotes');
  const rows: Row[] = [];
  let line = 1;
  for (const [index, cells] of data.entries()) {
    if (problem?.row === index) {
      throw new DataError(`${fileName}, line ${line}: ${problem.message.toLowerCase()}.`);
    }
    if (cells.length > 1 || cells[0]?.trim()) rows.push({ cells, line });
    line += (cells[0] as string).split('\n').length;
  }
  return rows;
}

function hasHeader(rows: Row[]): boolean {
  const [first, ...others] = rows;
  if (!first || first.cells.length < 2) return false;
  const [label, ...names] = first.cells.map((cell) => cell.trim());
  if (names.every((name) => !number.test(name) && !missing.test(name))) return true;
  const start = Number(names[0]);
  const numbersColumns = names.every((name, i) => /^\d+$/.test(name) && Number(name) === start + i);
  return (
    numbersColumns &&
    start <= 1 &&
    !isNumber(label) &&
    others.length > 0 &&
    others.every(({ cells }) => isNumber(cells[0]))
  );
}

function isNumber(cell: string | undefined): boolean {
  return cell !== undefined && number.test(cell.trim());
}

function checkLength(cells: string[], line: number, first: Row, fileName: string): void {
  const expected = first.cells.length;
  if (cells.length === expected) return;
  const place = `${fileName}, line ${line}, column ${Math.min(cells.length, expected) + 1}`;
  throw new DataError(
    `${place}: this line has ${cells.length - 1} values where line ${first.line} has ${expected - 1}. ` +
      'All series must have the same number of values.',
  );
}

function wrongValue(cell: string, place: string): DataError {
  if (number.test(cell)) return new DataError(`${place}: ${cell} is too large for a 32-bit float (3.4e38).`);
  const what = cell === '' ? 'the value is missing' : `${JSON.stringify(cell)} is not a number`;
  const advice = missing.test(cell) ? ' Fill missing values in, or leave the series out.' : '';
  return new DataError(`${place}: ${what}.${advice}`);
}

function readLabels(
  rows: Row[],
  fileName: string,
  known: string[] | undefined,
): { labels: Int32Array; classNames: string[] } {
  const cells = rows.map((row) => (row.cells[0] as string).trim());
  rows.forEach(({ line }, row) => {
    if (missingLabel.test(cells[row] as string)) {
      throw new DataError(`${fileName}, line ${line}, column 1: the label is missing ("${cells[row]}").`);
    }
  });
  const numeric = cells.every((cell) => number.test(cell));
  const names = numeric ? cells.map((cell) => String(Number(cell))) : cells;
  const classNames = known ?? sortClasses(new Set(names), numeric);
  const indexOf = new Map(classNames.map((name, index) => [name, index]));
  const labels = Int32Array.from(names, (name, row) => {
    const index = indexOf.get(name);
    if (index === undefined) {
      const expected = classNames.map((className) => JSON.stringify(className)).join(', ');
      throw new DataError(
        `${fileName}, line ${rows[row]?.line}, column 1: the label ${JSON.stringify(name)} ` +
          `is not one of the classes ${expected}.`,
      );
    }
    return index;
  });
  return { labels, classNames };
}

function sortClasses(names: Set<string>, numeric: boolean): string[] {
  if ([...names].every((name) => name === '0' || name === '1')) return ['0', '1'];
  return numeric ? [...names].sort((a, b) => Number(a) - Number(b)) : [...names].sort();
}
