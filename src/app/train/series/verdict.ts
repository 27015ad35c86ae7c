import { formatPercent } from '../../shared/format';

/** The model's opinion of one series. */
export interface Verdict {
  /** Name of the likeliest class. */
  name: string;
  /** Index of the likeliest class. */
  label: number;
  /** Of that class, 0 to 1. */
  probability: number;
  /** [classes] */
  shares: { name: string; probability: number }[];
}

/** Names for people: the generator's classes are '0' and '1'. @param isGenerated whether the model learned from the generator's series. */
export function classWords(classNames: readonly string[], isGenerated: boolean): string[] {
  const isBinary = classNames.length === 2 && classNames[0] === '0' && classNames[1] === '1';
  return isGenerated && isBinary ? ['normal', 'flattened'] : [...classNames];
}

/** @param probabilities [outputs]: one for two classes, that of class 1; else one for each class. */
export function verdictOf(probabilities: ArrayLike<number>, names: readonly string[]): Verdict {
  const [first = 0] = Array.from(probabilities);
  const all = probabilities.length === 1 ? [1 - first, first] : Array.from(probabilities);
  const probability = Math.max(...all);
  const label = all.indexOf(probability);
  const shares = all.map((share, index) => ({ name: names[index] ?? `class ${index}`, probability: share }));
  return { name: shares[label]?.name ?? '', label, probability, shares };
}

/** `flattened, 97 %`; never `100 %`, for no model is certain. */
export function sayVerdict({ name, probability }: Verdict): string {
  return `${name}, ${sayShare(probability)}`;
}

/** A probability in whole percent, `> 99 %` and `< 1 %` at the ends. */
export function sayShare(probability: number): string {
  if (probability > 0.995) return '> 99 %';
  if (probability < 0.005) return '< 1 %';
  return formatPercent(probability, 0);
}

/** Where attention is: its peak, and the shortest stretch around the peak that holds half of it. */
export interface Focus {
  peak: number;
  /** [start, end) */
  start: number;
  end: number;
}

/** @param attention [time]; adds up to 1. */
export function focusOf(attention: ArrayLike<number>): Focus {
  let peak = 0;
  for (let t = 1; t < attention.length; t++) {
    if ((attention[t] as number) > (attention[peak] as number)) peak = t;
  }
  let start = peak;
  let end = peak + 1;
  let sum = attention[peak] ?? 0;
  while (sum < 0.5 && (start > 0 || end < attention.length)) {
    // Grows to the side where there is more.
    const left = attention[start - 1] ?? -1;
    const right = attention[end] ?? -1;
    if (left > right) start -= 1;
    else end += 1;
    sum += Math.max(left, right);
  }
  return { peak, start, end };
}

/** One sentence on where attention is. */
export function sayFocus({ peak, start, end }: Focus, time: number): string {
  const width = end - start;
  if (width > 0.4 * time) return 'Attention is spread over the whole series.';
  const where = width === 1 ? `on step ${peak}` : `on steps ${start} to ${end - 1}`;
  return `Attention peaks at step ${peak}; half of it is ${where}.`;
}
