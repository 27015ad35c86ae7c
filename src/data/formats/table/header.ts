import { isLabelName, isPlainLabelName } from './names';
import { isMissing, isNumber, toNumber } from './numbers';
import { isEvenlySpaced, profileColumns } from './profile';

export interface Header {
  /** null: the table has none. */
  names: string[] | null;
  guesses: string[];
}

/**
 * Whether the first row has names. They are words where the columns are numbers, or numbers that count the columns or
 * give the moments of the steps (`class,0,10,20`).
 * @param said whether there is a header, where the user says so.
 */
export function findHeader(rows: readonly string[][], said: boolean | undefined): Header {
  const [first = [], ...rest] = rows;
  const isHeader = said ?? looksLikeHeader(first, rest);
  if (!isHeader) return { names: null, guesses: [] };
  const isPlain = said || first.some((cell) => cell !== '' && !isNumber(cell) && isLabelName(cell, first));
  const guesses = isPlain
    ? []
    : ['The first row is taken for names of the columns (--no-header says otherwise).'];
  return { names: first, guesses };
}

function looksLikeHeader(first: readonly string[], rest: readonly string[][]): boolean {
  const width = Math.max(first.length, ...rest.slice(0, 20).map((row) => row.length));
  if (rest.length === 0) return first.every((cell) => !isNumber(cell) && (cell === '' || !isMissing(cell)));
  const profiles = profileColumns(rest, width, null);
  const columns = profiles.filter(({ isNumeric, index }) => isNumeric && index < first.length);
  const cells = columns.map(({ index }) => first[index] as string);
  if (cells.length === 0) return false;
  const numbers = cells.filter(isNumber);
  if (numbers.length === 0) return cells.some((cell) => !isMissing(cell));
  return countsColumns(first, rest, profiles);
}

/** Whether the numbers of the first row are names: they rise, mostly evenly, and the rest of the row or of the table fits to that. */
function countsColumns(
  first: readonly string[],
  rest: readonly string[][],
  profiles: ReturnType<typeof profileColumns>,
): boolean {
  const places = first.flatMap((cell, index) => (isNumber(cell) ? [index] : []));
  const numbers = places.map((index) => toNumber(first[index] as string));
  const others = first.flatMap((cell, index) => (isNumber(cell) ? [] : [index]));
  const [start = 0] = numbers;
  const counts = numbers.every((number, i) => number === start + i) && start <= 1 && start >= 0;
  const rises = numbers.every((number, i) => i === 0 || number > (numbers[i - 1] as number));
  if (numbers.length < 2 || !rises || others.length > numbers.length) return false;
  const isEven = isEvenlySpaced(numbers);
  if (!isEven && others.length === 0) return false;
  const fractions = places.filter((index) => profiles[index]?.texts.some(isFraction));
  const hasFractions = 2 * fractions.length > places.length;
  if (others.length === 0) return counts && numbers.length >= 3 && hasFractions;
  // A name stands in no other row. Where the others are numbers, it is a name for certain; where they are texts, it
  // takes a usual name, or enough numbers that are evenly spaced.
  const isNew = others.every((index) => rest.every((row) => row[index] !== first[index]));
  if (!isNew) return false;
  const named = others.some((index) => first[index] === '' || isLabelName(first[index] as string, first));
  const aboveNumbers = others.some(
    (index) => profiles[index]?.isNumeric && (profiles[index]?.texts.length ?? 0) > 0,
  );
  if (aboveNumbers) return counts || numbers.length >= 3 || (named && hasFractions);
  // Moments may be uneven (1, 10, 100), under a name that is hardly a class.
  if (!isEven) return numbers.length >= 3 && others.some((index) => isPlainLabelName(first[index] as string));
  if (named) return counts || numbers.length >= 3 || hasFractions;
  return numbers.length >= 3 && hasFractions;
}

function isFraction(text: string): boolean {
  return isNumber(text) && !Number.isInteger(toNumber(text));
}
