import { DataError } from '../../errors';
import type { ReadOptions } from '../format';
import { checkSize } from '../values';

/** The values of a series, a channel each; NaN: missing. */
export interface ChannelValues {
  channels: ArrayLike<number>[];
  /** Where the values are an object of channels. */
  names?: string[];
}

const forms =
  'expected numbers, [1, 2], steps of several channels, [[1, 2], [3, 4]], or channels by name, {"x": [1, 3], "y": [2, 4]}';

/**
 * Reads `[1, 2]`, `[[1, 2], [3, 4]]`, a step each (with the axes nct a channel each), or `{ "x": [1, 3], "y": [2, 4] }`.
 * @throws DataError with the place of the first value that is no number, in JavaScript's notation.
 */
export function readChannels(values: unknown, axes: ReadOptions['axes'], place: string): ChannelValues {
  if (isObject(values)) {
    const names = Object.keys(values);
    const channels = names.map((name) => readNumbers(values[name], `${place}[${JSON.stringify(name)}]`));
    if (names.length === 0) throw new DataError(`${place} is empty; ${forms}.`);
    checkLengths(channels, names, place);
    return { channels, names };
  }
  if (!Array.isArray(values)) throw new DataError(`${place} is ${show(values)}; ${forms}.`);
  if (values.length === 0) throw new DataError(`${place} is empty; ${forms}.`);
  if (!values.some(Array.isArray)) return { channels: [readNumbers(values, place)] };
  const rows = values.map((row, i) => readNumbers(row, `${place}[${i}]`));
  checkLengths(rows, [...rows.keys()], place);
  if (axes === 'nct') return { channels: rows };
  const width = rows[0]?.length ?? 0;
  return {
    channels: Array.from({ length: width }, (_, channel) => rows.map((row) => row[channel] as number)),
  };
}

function readNumbers(values: unknown, place: string): number[] {
  if (!Array.isArray(values))
    throw new DataError(`${place} is ${show(values)}; expected an array of numbers.`);
  return values.map((value, i) => {
    if (typeof value === 'number') return checkSize(value, () => `${place}[${i}]`);
    if (value === null) return Number.NaN;
    throw new DataError(`${place}[${i}] is ${show(value)}; expected a number, or null for a missing one.`);
  });
}

function checkLengths(rows: readonly number[][], names: readonly (string | number)[], place: string): void {
  const length = rows[0]?.length ?? 0;
  const other = rows.findIndex((row) => row.length !== length);
  if (other >= 0) {
    const [first, name] = [JSON.stringify(names[0]), JSON.stringify(names[other])];
    throw new DataError(
      `${place}[${name}] has ${rows[other]?.length} values, [${first}] has ${length}: they must have the same number; null is a missing value.`,
    );
  }
  if (length === 0) throw new DataError(`${place} is empty; ${forms}.`);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A JSON value in a few words. */
export function show(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (isObject(value)) return 'an object';
  return (JSON.stringify(value) as string).slice(0, 60);
}
