/** What stands in for a stretch that is hidden. */
import { continueOver } from './continuation';
import type { Stretch } from './windows';

/**
 * 'continue'     what the rest of the series suggests: it goes on as it does elsewhere, without a kink
 * 'interpolate'  a straight line from the value before to the value after
 * 'mean'         each channel's mean over the series: a level stretch, with a jump at both ends
 */
export const fills = ['continue', 'interpolate', 'mean'] as const;
export type Fill = (typeof fills)[number];

/**
 * Writes what stands in for a stretch, channel by channel. At an end of the series 'interpolate' holds the only value
 * beside the stretch; where the stretch is the whole series, every fill is the mean, and where too little is beside it,
 * 'continue' is 'interpolate'.
 * @param values [length, channels], changed in place; missing values (NaN) count nowhere.
 * @param original what the series was, [length, channels]; may not be `values`.
 */
export function hideStretch(
  values: Float32Array,
  original: Float32Array,
  channels: number,
  stretch: Stretch,
  fill: Fill,
): void {
  const length = original.length / channels;
  for (let channel = 0; channel < channels; channel++) {
    const at = (step: number): number => original[step * channels + channel] as number;
    const continued = fill === 'continue' ? continueOver(at, length, stretch) : null;
    const fillAt = continued ? null : filler(at, length, stretch, fill);
    for (let step = stretch.start; step < stretch.end; step++) {
      values[step * channels + channel] = continued?.[step - stretch.start] ?? fillAt?.(step) ?? Number.NaN;
    }
  }
}

/** The value that stands in at a step of the stretch. */
function filler(
  at: (step: number) => number,
  length: number,
  { start, end }: Stretch,
  fill: Fill,
): (step: number) => number {
  const before = lastPresent(at, start);
  const after = firstPresent(at, end, length);
  if (fill === 'mean' || (before < 0 && after < 0)) {
    const mean = meanOf(at, length);
    return () => mean;
  }
  if (before < 0) return () => at(after);
  if (after < 0) return () => at(before);
  const slope = (at(after) - at(before)) / (after - before);
  return (step) => at(before) + slope * (step - before);
}

/** The last step before `end` whose value is there, else −1. */
function lastPresent(at: (step: number) => number, end: number): number {
  let step = end - 1;
  while (step >= 0 && Number.isNaN(at(step))) step -= 1;
  return step;
}

/** The first step from `start` on whose value is there, else −1. */
function firstPresent(at: (step: number) => number, start: number, length: number): number {
  for (let step = start; step < length; step++) if (!Number.isNaN(at(step))) return step;
  return -1;
}

/** Missing where all values are. */
function meanOf(at: (step: number) => number, length: number): number {
  let [sum, count] = [0, 0];
  for (let step = 0; step < length; step++) {
    const value = at(step);
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return sum / count;
}
