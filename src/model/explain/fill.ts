/** What stands in for a stretch that is hidden. */
import type { Stretch } from './windows';

/**
 * 'mirror'       the series beside the stretch, reflected at both of its ends and blended from one to the other: it goes
 *                on moving as it did
 * 'mean'         each channel's mean over the series: a level stretch, with a jump at both ends
 * 'interpolate'  a straight line from the value before to the value after
 */
export const fills = ['mirror', 'mean', 'interpolate'] as const;
export type Fill = (typeof fills)[number];

/**
 * Writes what stands in for a stretch, channel by channel. Where it reaches an end of the series, the other side alone
 * counts; where it is the whole series, every fill is the mean.
 * @param values [length, channels], changed in place; missing values (NaN) count nowhere.
 * @param original what the series was, [length, channels]; may not be `values`.
 */
export function hideStretch(
  values: Float32Array,
  original: Float32Array,
  channels: number,
  { start, end }: Stretch,
  fill: Fill,
): void {
  const length = original.length / channels;
  for (let channel = 0; channel < channels; channel++) {
    const at = (step: number): number => original[step * channels + channel] as number;
    const fillAt = filler(at, length, { start, end }, fill);
    for (let step = start; step < end; step++) values[step * channels + channel] = fillAt(step);
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
  if (fill === 'interpolate') {
    if (before < 0) return () => at(after);
    if (after < 0) return () => at(before);
    const slope = (at(after) - at(before)) / (after - before);
    return (step) => at(before) + slope * (step - before);
  }
  const left = (step: number) => orNearest(at, bounce(start - 1 - step + start, 0, start), before);
  const right = (step: number) => orNearest(at, bounce(end - 1 - step + end, end, length), after);
  if (before < 0) return right;
  if (after < 0) return left;
  return (step) => {
    const share = (step - start + 1) / (end - start + 1);
    return (1 - share) * left(step) + share * right(step);
  };
}

/** A step reflected at the ends of [first, last) until it lies between them. */
function bounce(step: number, first: number, last: number): number {
  const size = last - first;
  const turned = (((step - first) % (2 * size)) + 2 * size) % (2 * size);
  return first + (turned < size ? turned : 2 * size - 1 - turned);
}

function orNearest(at: (step: number) => number, step: number, nearest: number): number {
  const value = at(step);
  return Number.isNaN(value) ? at(nearest) : value;
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
