import { DataError } from '../../errors';
import type { Row } from './rows';

const missing = /^(|\?|-|\.|[+-]?nan|#?n\/?a|<na>|nat|[+-]?1\.#(ind|qnan)0*|null|none|missing)$/i;
const decimalNumber = /^[+-]?(\d+[.,]?\d*|[.,]\d+)(e[+-]?\d+)?$/i;

/** What marks a missing value within a series. */
export function isMissing(text: string): boolean {
  return missing.test(text);
}

/** Whether a text is a number, with a decimal point or comma. */
export function isNumber(text: string): boolean {
  return decimalNumber.test(text);
}

/**
 * Whether a text is a number whose thousands are separated: `1.234,5`, `1,234.5`, `1'234`, `1 234,5`, `1.234.567`. With
 * one point or comma it is taken for a number with decimals.
 */
export function isGrouped(text: string): boolean {
  return /^[+-]?\d{1,3}(?:(?:\.\d{3})+,\d+|(?:,\d{3})+\.\d+|(?:\.\d{3}){2,}|(?:,\d{3}){2,}|(?:['’\s]\d{3})+(?:[.,]\d+)?)$/.test(
    text,
  );
}

/** The number that a text is, with a decimal point or comma; NaN: it is none. */
export function toNumber(text: string): number {
  return isNumber(text) ? Number(text.replace(',', '.')) : Number.NaN;
}

const powersOfTen = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const point = 46;
const comma = 44;
const quote = 34;

/**
 * Reads the numbers of a table from its bytes. One file has decimal points or commas, whichever comes first: with both
 * kinds, `1,234` could be either of two numbers.
 */
export class NumberCells {
  missing = 0;
  private decimal = 0;
  /** Line of the first decimal sign. */
  private decimalLine = 0;

  constructor(private readonly fileName: string) {}

  get hasCommas(): boolean {
    return this.decimal === comma;
  }

  /**
   * The value of a cell; NaN: it is missing, and counted.
   * @throws DataError when the cell is no number.
   */
  read(row: Row, cell: number): number {
    const value = this.parse(row, row.starts[cell] as number, row.ends[cell] as number);
    if (Number.isFinite(Math.fround(value))) return value;
    const text = row.text(cell);
    if (!isMissing(text)) throw this.wrong(text, row, cell);
    this.missing += 1;
    return Number.NaN;
  }

  /** NaN: this is no number. */
  private parse({ bytes, line }: Row, start: number, end: number): number {
    let i = start;
    let last = end;
    if (bytes[i] === quote) {
      i += 1;
      last -= 1;
    }
    while (i < last && (bytes[i] === 32 || bytes[i] === 9)) i += 1;
    while (last > i && (bytes[last - 1] === 32 || bytes[last - 1] === 9)) last -= 1;
    const first = i;
    let negative = false;
    if (bytes[i] === 45) {
      negative = true;
      i += 1;
    } else if (bytes[i] === 43) i += 1;
    let mantissa = 0;
    let digits = 0;
    let exponent = 0;
    let decimal = 0;
    for (; i < last; i++) {
      const digit = (bytes[i] as number) - 48;
      if (digit >= 0 && digit <= 9) {
        mantissa = mantissa * 10 + digit;
        digits += 1;
        if (decimal !== 0) exponent -= 1;
      } else if (decimal === 0 && (bytes[i] === point || bytes[i] === comma)) {
        decimal = bytes[i] as number;
      } else break;
    }
    if (digits === 0) return Number.NaN;
    if (i < last) {
      if (bytes[i] !== 101 && bytes[i] !== 69) return Number.NaN;
      i += 1;
      let falls = false;
      if (bytes[i] === 45) {
        falls = true;
        i += 1;
      } else if (bytes[i] === 43) i += 1;
      if (i >= last) return Number.NaN;
      let power = 0;
      for (; i < last; i++) {
        const digit = (bytes[i] as number) - 48;
        if (digit < 0 || digit > 9) return Number.NaN;
        power = Math.min(9999, power * 10 + digit);
      }
      exponent += falls ? -power : power;
    }
    if (decimal !== 0 && decimal !== this.decimal) {
      if (this.decimal !== 0) return Number.NaN;
      this.decimal = decimal;
      this.decimalLine = line;
    }
    // Both the mantissa and the power of ten are exact, so one operation rounds once: Clinger, "How to read floating
    // point numbers accurately", 1990.
    if (mantissa <= Number.MAX_SAFE_INTEGER && exponent >= -22 && exponent <= 22) {
      const power = powersOfTen[Math.abs(exponent)] as number;
      const value = exponent < 0 ? mantissa / power : mantissa * power;
      return negative ? -value : value;
    }
    return Number(String.fromCharCode(...bytes.subarray(first, last)).replace(',', '.'));
  }

  private wrong(text: string, { line }: Row, cell: number): DataError {
    const place = `${this.fileName}, line ${line}, column ${cell + 1}`;
    if (!isNumber(text)) {
      return new DataError(`${place}: ${JSON.stringify(text)} is not a number.${adviceOn(text)}`);
    }
    const sign = text.includes(',') ? comma : point;
    if (/[.,]/.test(text) && this.decimal !== 0 && this.decimal !== sign) {
      const [here, there] = sign === comma ? ['comma', 'points'] : ['point', 'commas'];
      return new DataError(
        `${place}: ${text} has a decimal ${here}, but there are decimal ${there} since line ${this.decimalLine}. Use one kind.`,
      );
    }
    return new DataError(`${place}: ${text} is too large for a 32-bit float (3.4e38).`);
  }
}

/** What to do about a cell that is meant for a number, or '', with a space before it. */
export function adviceOn(text: string): string {
  if (isGrouped(text)) {
    return ' Its thousands are separated, which may mean two different numbers: write them without separators, 1234.5 or 1234,5.';
  }
  if (/^[+-]?inf(inity)?$/i.test(text))
    return ' Leave the cell empty, or write NaN, where a value is missing.';
  if (/^−\d/.test(text)) return ' Its minus sign is a typographic one: write -.';
  if (/^[$€£¥]\s?-?[\d.,]+$|^-?[\d.,]+\s?(%|°[CF]?|[$€£¥]|[a-zA-Zµ]{1,3})$/.test(text)) {
    return ' Write the number alone, without its unit.';
  }
  if (/^[[(]?\s*[-\d.e]+([,;|\s]+[-\d.e]+)+[,;\s]*[\])]?$/.test(text)) {
    return ' Write each value into a cell of its own, or the series as JSON, {"label": "a", "values": [1, 2, 3]} in a line each.';
  }
  return '';
}
