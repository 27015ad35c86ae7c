import { indexOfLargest, largestMagnitude } from '../../../data/largest';

/** Where the attention is: its peak, and the fewest steps that hold half of it, as stretches [start, end) in order. */
export interface Focus {
  peak: number;
  stretches: { start: number; end: number }[];
}

/** Peaks that are closer than this share of the series are one to the eye. */
const GAP = 0.03;

/** @param attention [time]; adds up to 1. */
export function focusOf(attention: ArrayLike<number>): Focus {
  const order = Array.from({ length: attention.length }, (_, step) => step).sort(
    (a, b) => (attention[b] as number) - (attention[a] as number) || a - b,
  );
  const steps: number[] = [];
  for (let sum = 0; sum < 0.5 && steps.length < order.length; ) {
    const step = order[steps.length] as number;
    steps.push(step);
    sum += attention[step] as number;
  }
  const gap = Math.max(1, Math.round(GAP * attention.length));
  const stretches: Focus['stretches'] = [];
  for (const step of steps.sort((a, b) => a - b)) {
    const last = stretches.at(-1);
    if (last && step - last.end < gap) last.end = step + 1;
    else stretches.push({ start: step, end: step + 1 });
  }
  return { peak: indexOfLargest(attention), stretches };
}

/** As many places as a sentence can name. */
const MOST_PLACES = 4;

/** One sentence on where the attention is. */
export function sayFocus({ peak, stretches }: Focus, time: number): string {
  const width = stretches.reduce((sum, { start, end }) => sum + end - start, 0);
  if (width > 0.4 * time) return 'Attention is spread over the whole series.';
  if (stretches.length > MOST_PLACES)
    return `Attention peaks at step ${peak}; half of it is scattered over ${stretches.length} places.`;
  const places = stretches.map(({ start, end }) =>
    end - start === 1 ? `${start}` : `${start} to ${end - 1}`,
  );
  const last = places.pop();
  const all = places.length > 0 ? `${places.join(', ')} and ${last}` : last;
  return `Attention peaks at step ${peak}; half of it is on step${width === 1 ? '' : 's'} ${all}.`;
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
