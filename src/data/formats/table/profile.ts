import { isGrouped, isMissing, isNumber, toNumber } from './numbers';

/** What the sample shows of a column. */
export interface Profile {
  /** Position among the columns. */
  index: number;
  /** From the header, or the number of the column (1-based). */
  name: string;
  /** Cells that are not missing. */
  texts: string[];
  /** Rows of the sample, missing cells included. */
  rows: number;
  /** Most of its cells are numbers, or all are missing. */
  isNumeric: boolean;
  /** All its cells are whole numbers. */
  isWhole: boolean;
  /** All its cells are dates or times of day. */
  isDate: boolean;
  /** Number of different cells; `1` and `1.0` are the same. */
  distinct: number;
}

const date =
  /^\d{4}-\d{1,2}(-\d{1,2})?([T ].*)?$|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}([ T].*)?$|^\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?$/;

export function profileColumns(rows: readonly string[][], width: number, names: string[] | null): Profile[] {
  return Array.from({ length: width }, (_, index) => {
    const texts = rows.map((row) => row[index] ?? '').filter((text) => !isMissing(text));
    const numbers = texts.filter((text) => isNumber(text) || isGrouped(text));
    const isNumeric = 2 * numbers.length >= texts.length;
    const keys = new Set(isNumeric ? texts.map(toKey) : texts);
    return {
      index,
      name: names?.[index] ?? String(index + 1),
      texts,
      rows: rows.length,
      isNumeric,
      isWhole: texts.length > 0 && texts.every((text) => Number.isInteger(toNumber(text))),
      isDate: !isNumeric && texts.every((text) => date.test(text)),
      distinct: keys.size,
    };
  });
}

function toKey(text: string): string | number {
  return isNumber(text) ? toNumber(text) : text;
}

/** A moment as a number that rises with time; NaN: the text is none. */
export function momentOf(text: string): number {
  if (isNumber(text)) return toNumber(text);
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}(?:[.,]\d+)?))?$/.exec(text);
  if (clock)
    return 3600 * Number(clock[1]) + 60 * Number(clock[2]) + Number((clock[3] ?? '0').replace(',', '.'));
  // Days first, as in most of the world; the order is the same for whichever is meant only within a month.
  const european = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[ T](.*))?$/.exec(text);
  const iso = european
    ? `${european[3]}-${pad(european[2])}-${pad(european[1])}${european[4] ? `T${european[4]}` : ''}`
    : text;
  return Date.parse(iso.replace(',', '.'));
}

function pad(digits: string | undefined): string {
  return (digits ?? '').padStart(2, '0');
}

/** Whether the moments rise from row to row. */
export function rises(moments: readonly number[]): boolean {
  return moments.length >= 3 && moments.every((moment, i) => i === 0 || moment > (moments[i - 1] as number));
}

/** Whether they are evenly spaced, up to rounding, upwards. */
export function isEvenlySpaced(values: readonly number[]): boolean {
  const step = (values[1] as number) - (values[0] as number);
  return (
    step > 0 &&
    values.every((value, i) => i === 0 || Math.abs(value - (values[i - 1] as number) - step) <= 0.02 * step)
  );
}

/**
 * Columns whose names count on, such as t0, t1, t2 or 0, 10, 20: [columns, the part before the number]. Three or more
 * names that are the same count on, too, also as pandas and R tell them apart: x, x.1, x.2.
 */
export function numberedColumns(profiles: readonly Profile[]): Map<string, number[]> {
  const groups = new Map<string, { columns: number[]; numbers: number[]; hasBare: boolean }>();
  const seen = new Map<string, number>();
  for (const { index, name } of profiles) {
    const parts = numberedName(name);
    const prefix = parts ? parts.prefix : name.toLowerCase();
    const group = groups.get(prefix) ?? { columns: [], numbers: [], hasBare: false };
    const times = seen.get(prefix) ?? 0;
    if (!parts) seen.set(prefix, times + 1);
    group.columns.push(index);
    group.numbers.push(parts ? parts.number : times);
    group.hasBare ||= !parts;
    groups.set(prefix, group);
  }
  return new Map(
    [...groups]
      .filter(([, { numbers, hasBare }]) => numbers.length >= (hasBare ? 3 : 2) && isEvenlySpaced(numbers))
      .map(([prefix, { columns }]) => [prefix, columns]),
  );
}

/** A moment is a number by itself: the days of two months are no two channels. */
function numberedName(name: string): { prefix: string; number: number } | undefined {
  if (date.test(name)) return { prefix: '', number: momentOf(name) };
  const parts = /^(.*?)[ _.[(-]*(\d+(?:[.,]\d+)?)[\])]?$/.exec(name);
  return parts
    ? { prefix: (parts[1] as string).toLowerCase(), number: Number((parts[2] as string).replace(',', '.')) }
    : undefined;
}
