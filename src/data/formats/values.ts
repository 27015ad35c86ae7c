import { DataError } from '../errors';
import { isDecimal } from './class-names';
import { isMissing } from './table/numbers';

/** The largest number that rounds to a finite 32-bit float. */
const largest = 3.4028235677973362e38;

/**
 * The number that a text is, with a decimal point; NaN where it marks a missing value.
 * @throws DataError when it is neither.
 */
export function readValue(text: string, place: () => string): number {
  if (isDecimal(text)) return checkSize(Number(text), place);
  if (text !== '' && isMissing(text)) return Number.NaN;
  if (text === '') throw new DataError(`${place()}: there is no value; a missing one is written as ?.`);
  throw new DataError(
    `${place()}: ${JSON.stringify(text.slice(0, 80))} is not a number; a missing one is written as ?.`,
  );
}

/** @throws DataError when the value is no finite 32-bit float; NaN, a missing value, is allowed. */
export function checkSize(value: number, place: () => string): number {
  if (Math.abs(value) > largest) {
    throw new DataError(`${place()}: ${value} is too large for a 32-bit float (3.4e38).`);
  }
  return value;
}
