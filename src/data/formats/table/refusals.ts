/** Tables that could be read, but not as they are meant. */
import { DataError } from '../../errors';
import { type Draft, quoted } from './draft';
import { isNumber } from './numbers';
import type { Sample } from './sample';

/** @throws DataError where the first line is no row of the table, but a title above it. */
export function refuseTitle(fileName: string, { head, lines }: Sample): void {
  const filled = head.slice(0, 20).map((row) => row.filter((cell) => cell !== '').length);
  const [first = 0, ...others] = filled;
  const next = others.findIndex((count) => count > 1);
  if (first !== 1 || next < 0 || others.filter((count) => count >= 3).length < others.length / 2) return;
  const column = head[0]?.findIndex((text) => text !== '') as number;
  const cell = head[0]?.[column] as string;
  // A label of a series without values stands in other rows, too.
  if (isNumber(cell) || head.some((row, i) => i > 0 && row[column] === cell)) return;
  throw new DataError(
    `${fileName}, line ${lines[0]}: this line has nothing but ${quoted(cell.slice(0, 60))}, where line ${lines[next + 1]} has ` +
      `${others[next]} cells. If it is a title or a comment, take it out, or begin it with #.`,
  );
}

/**
 * @throws DataError where commas separate the cells and stand for decimal points, too, so that `0,056` became two values:
 *   every second column has whole numbers without a sign, some of which begin with 0.
 */
export function refuseHalves(
  { fileName, separator, hasHeader, profiles }: Draft,
  values: readonly number[],
): void {
  if (separator !== ',' || hasHeader || values.length % 2 !== 0) return;
  const texts = (half: number): string[] =>
    values.filter((_, i) => i % 2 === half).flatMap((index) => profiles[index]?.texts ?? []);
  const [whole, decimals] = [texts(0), texts(1)];
  const isTorn =
    whole.every((text) => /^[+-]?(0|[1-9]\d*)$/.test(text)) &&
    decimals.every((text) => /^\d+$/.test(text)) &&
    decimals.some((text) => /^0\d/.test(text));
  if (!isTorn) return;
  throw new DataError(
    `${fileName}: commas separate the cells, but seem to be decimal signs, too, as in ${whole[0]},${decimals[0]}. Write decimal ` +
      'points, separate the cells by semicolons or tabs, or put the numbers into quotes.',
  );
}
