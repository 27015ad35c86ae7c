const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const missing = /^(|\?|nan)$/i;

/** Whether a text is a number with a decimal point, or a whole one. */
export function isDecimal(text: string): boolean {
  return number.test(text);
}

/** Whether a label says nothing: empty, `?` or NaN. As a label, words like "none" are fine. */
export function isMissingLabel(text: string): boolean {
  return missing.test(text);
}

/** `1.0`, `1` and `1e0` are one class: a number's text in its shortest form, any other text as it is. */
export function shortestLabel(text: string): string {
  return isDecimal(text) ? String(Number(text)) : text;
}

export interface Classes {
  /** In the order of their indices. */
  classNames: string[];
  /** Index of each of the given texts. */
  indices: number[];
}

/**
 * The classes of a file, the same for all formats: where all labels are numbers, they are sorted by value and `1.0` is
 * `1`; else they are texts, sorted by code points. Labels that are all 0 or 1 always give ['0', '1'].
 */
export function findClasses(texts: readonly string[]): Classes {
  const numeric = texts.every(isDecimal);
  const names = numeric ? texts.map(shortestLabel) : texts;
  const classNames = sortClasses([...new Set(names)], numeric);
  const indexOf = new Map(classNames.map((name, index) => [name, index]));
  return { classNames, indices: names.map((name) => indexOf.get(name) as number) };
}

function sortClasses(names: string[], numeric: boolean): string[] {
  if (names.length > 0 && names.every((name) => name === '0' || name === '1')) return ['0', '1'];
  return numeric ? names.sort((a, b) => Number(a) - Number(b)) : names.sort(byCodePoint);
}

/** JavaScript's own order is that of UTF-16 units, in which 😀 comes before U+FFFD. */
function byCodePoint(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i]?.codePointAt(0) as number) - (right[i]?.codePointAt(0) as number);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

/** Index of a label among given classes, as it stands or in its shortest form; undefined: it is none of them. */
export function indexAmong(classNames: readonly string[], text: string): number | undefined {
  const index = classNames.indexOf(text);
  if (index >= 0) return index;
  const shortest = classNames.indexOf(shortestLabel(text));
  return shortest >= 0 ? shortest : undefined;
}
