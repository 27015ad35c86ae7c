import { indexOfLargest, largestMagnitude } from '../../../data/largest';

/** Where the attention is: its peak, and the shortest stretch around the peak that holds half of it. */
export interface Focus {
  peak: number;
  /** [start, end) */
  start: number;
  end: number;
}

/** @param attention [time]; adds up to 1. */
export function focusOf(attention: ArrayLike<number>): Focus {
  const peak = indexOfLargest(attention);
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

/** One sentence on where the attention is. */
export function sayFocus({ peak, start, end }: Focus, time: number): string {
  const width = end - start;
  if (width > 0.4 * time) return 'Attention is spread over the whole series.';
  const where = width === 1 ? `on step ${peak}` : `on steps ${start} to ${end - 1}`;
  return `Attention peaks at step ${peak}; half of it is ${where}.`;
}

/** The share of attention on steps of any of the stretches, each [start, end). */
export function attentionWithin(
  attention: ArrayLike<number>,
  stretches: readonly { start: number; end: number }[],
): number {
  let sum = 0;
  for (let t = 0; t < attention.length; t++) {
    if (stretches.some(({ start, end }) => t >= start && t < end)) sum += attention[t] as number;
  }
  return sum;
}

/** The attention at the top of a plot: its peak, unless attention is spread evenly, which should look low. */
export function attentionTop(attention: ArrayLike<number>): number {
  return Math.max(largestMagnitude(attention), 4 / attention.length) * 1.08;
}
