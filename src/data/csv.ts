import Papa from 'papaparse';
import type { Dataset } from './dataset';
import { DataError } from './errors';

export { DataError } from './errors';

/** Where the label of each line stands. */
export type LabelColumn = 'first' | 'last';

export interface CsvOptions {
  /** Whether the first row holds column names rather than a series. Absent: detected, see {@link parseCsv}. */
  header?: boolean;
  /** Absent: 'first'. */
  labelColumn?: LabelColumn;
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
/** Numbers with decimal commas between semicolons, cut at a comma; or one whole such number. */
const decimalComma = /^\d+;-?\d+$|^-?\d+,\d+$/;
/** What marks a missing value within a series; as a label, 'none' is fine. */
const missing = /^(|\?|[+-]?nan|na|n\/a|null|none|[+-]?inf(inity)?)$/i;
const missingLabel = /^(|\?|nan)$/i;

/**
 * Reads labelled series from text: one series a line, its label first (or last, as the options say) and its values;
 * comma, tab, semicolon or bar between them; an optional header row; blank lines are skipped.
 *
 * A first row is a header when none of its values is a number (and none stands for a missing one), or when it numbers
 * the columns (`label,0,1,2,…`) and only the other labels are numbers. Classes are sorted: by value when all are
 * numbers (`1.0` and `1` are one class), else by code points. Labels that are all 0 or 1 always give the classes
 * ['0', '1'].
 * @param fileName what error messages call the text.
 * @throws DataError with line and column (1-based) of the first thing that is wrong.
 */
export function parseCsv(text: string, fileName: string, options: CsvOptions = {}): Dataset {
  const reader = new SeriesReader(fileName, options.labelColumn ?? 'first');
  let isFirst = true;
  forEachRow(text, fileName, reader.form, (row) => {
    const header = isFirst ? (options.header ?? reader.isHeader(row)) : false;
    isFirst = false;
    if (header === true) return;
    if (header === 'perhaps') reader.pending = row;
    else reader.add(row);
  });
  return reader.finish(options.classNames);
}

/** Takes rows one by one and keeps only their numbers: the cells of a whole file are many times its size. */
class SeriesReader {
  /** What a line must look like, for error messages. */
  readonly form: string;
  /** The first row, held back while only the labels of the other rows can tell whether it is a header. */
  pending: Row | null = null;
  private first: Row | null = null;
  private series = new Float32Array(0);
  private readonly labels: Label[] = [];

  constructor(
    private readonly fileName: string,
    private readonly labelColumn: LabelColumn,
  ) {
    this.form = labelColumn === 'first' ? 'a label and then the values' : 'the values and then a label';
  }

  isHeader({ cells }: Row): boolean | 'perhaps' {
    if (cells.length < 2) return false;
    const label = cells[this.labelIndex(cells)];
    const names = this.valuesOf(cells).map((cell) => cell.trim());
    if (names.every((name) => !number.test(name) && !missing.test(name))) return true;
    const start = Number(names[0]);
    const numbersColumns = names.every((name, i) => /^\d+$/.test(name) && Number(name) === start + i);
    return numbersColumns && start <= 1 && !isNumber(label) ? 'perhaps' : false;
  }

  add(row: Row): void {
    this.first ??= row;
    const { cells, line } = row;
    const time = this.first.cells.length - 1;
    if (time < 1) {
      throw new DataError(
        `${this.fileName}, line ${line}: there are no values after the label. ` +
          'Values are separated by commas, tabs, semicolons or bars.',
      );
    }
    checkLength(row, this.first, this.fileName);
    const start = this.labels.length * time;
    if (start + time > this.series.length) this.grow(start + time);
    const offset = this.labelColumn === 'first' ? 1 : 0;
    for (let t = 0; t < time; t++) {
      const cell = (cells[t + offset] as string).trim();
      const value = number.test(cell) ? Math.fround(Number(cell)) : Number.NaN;
      if (!Number.isFinite(value)) {
        throw wrongValue(cell, `${this.fileName}, line ${line}, column ${t + offset + 1}`);
      }
      this.series[start + t] = value;
    }
    const index = this.labelIndex(cells);
    this.labels.push({ text: (cells[index] as string).trim(), line, column: index + 1 });
  }

  finish(knownClasses: string[] | undefined): Dataset {
    const { pending, first, labels } = this;
    if (pending && !(first && labels.every(({ text }) => isNumber(text))))
      return this.withPending(pending, knownClasses);
    if (!first) throw new DataError(`${this.fileName} holds no series: each line must be ${this.form}.`);
    const time = first.cells.length - 1;
    const count = labels.length;
    const series = this.series.slice(0, count * time);
    return { count, time, channels: 1, series, ...readLabels(labels, this.fileName, knownClasses) };
  }

  /** The pending row turned out to be a series: the first one. */
  private withPending(pending: Row, knownClasses: string[] | undefined): Dataset {
    if (this.first) checkLength(this.first, pending, this.fileName);
    const reader = new SeriesReader(this.fileName, this.labelColumn);
    reader.add(pending);
    reader.labels.push(...this.labels);
    const time = pending.cells.length - 1;
    reader.grow(reader.labels.length * time);
    reader.series.set(this.series.subarray(0, this.labels.length * time), time);
    return reader.finish(knownClasses);
  }

  private grow(size: number): void {
    const larger = new Float32Array(Math.max(size, 2 * this.series.length));
    larger.set(this.series);
    this.series = larger;
  }

  private labelIndex(cells: readonly string[]): number {
    return this.labelColumn === 'first' ? 0 : cells.length - 1;
  }

  private valuesOf(cells: readonly string[]): string[] {
    return this.labelColumn === 'first' ? cells.slice(1) : cells.slice(0, -1);
  }
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

function forEachRow(text: string, fileName: string, form: string, take: (row: Row) => void): void {
  const unix = text.replace(/\r\n?/g, '\n');
  if (unix.trim() === '') throw new DataError(`${fileName} is empty: each line must be ${form}.`);
  const hasQuotes = unix.includes('"');
  let line = 1;
  Papa.parse<string[]>(unix, {
    newline: '\n',
    step({ data: cells, errors }) {
      const problem = errors.find((error) => error.type === 'Quotes');
      if (problem) throw new DataError(`${fileName}, line ${line}: ${problem.message.toLowerCase()}.`);
      if (cells.length > 1 || cells[0]?.trim()) take({ cells, line });
      line += 1;
      if (hasQuotes) for (const cell of cells) line += cell.split('\n').length - 1;
    },
  });
}

function isNumber(cell: string | undefined): boolean {
  return cell !== undefined && number.test(cell.trim());
}

function checkLength({ cells, line }: Row, first: Row, fileName: string): void {
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
  const advice = missing.test(cell)
    ? ' Fill missing values in, or leave the series out.'
    : decimalComma.test(cell)
      ? ' Use a decimal point: write 0.5 instead of 0,5.'
      : '';
  return new DataError(`${place}: ${what}.${advice}`);
}

/** A label as it stands in the file. */
interface Label {
  text: string;
  line: number;
  column: number;
}

function readLabels(
  found: readonly Label[],
  fileName: string,
  known: string[] | undefined,
): { labels: Int32Array; classNames: string[] } {
  for (const { text, line, column } of found) {
    if (missingLabel.test(text)) {
      throw new DataError(`${fileName}, line ${line}, column ${column}: the label is missing ("${text}").`);
    }
  }
  const numeric = found.every(({ text }) => number.test(text));
  const names = found.map(({ text }) => (numeric ? String(Number(text)) : text));
  const classNames = known ?? sortClasses(new Set(names), numeric);
  const indexOf = new Map(classNames.map((name, index) => [name, index]));
  const labels = Int32Array.from(names, (name, row) => {
    const index = indexOf.get(name);
    if (index === undefined) {
      const expected = classNames.map((className) => JSON.stringify(className)).join(', ');
      const { line, column } = found[row] as Label;
      throw new DataError(
        `${fileName}, line ${line}, column ${column}: the label ${JSON.stringify(name)} ` +
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
