import type { Decimation } from './preparation';

/**
 * Shortens a series to one step of every `every`; the last one may stand for fewer. Missing values are left out; where
 * all are missing, so is the result.
 * @param values [steps, channels]
 * @returns [⌈steps / every⌉, channels]
 */
export function decimate(
  values: Float32Array,
  channels: number,
  { every, keep }: Decimation,
): Float32Array<ArrayBuffer> {
  const steps = values.length / channels;
  const kept = Math.ceil(steps / every);
  const shorter = new Float32Array(kept * channels);
  for (let channel = 0; channel < channels; channel++) {
    const at = (step: number): number => values[step * channels + channel] as number;
    if (keep === 'mean') {
      for (let i = 0; i < kept; i++) {
        shorter[i * channels + channel] = meanOf(at, i * every, Math.min(steps, (i + 1) * every));
      }
      continue;
    }
    for (let i = 0; i < kept; i += 2) {
      const [first, second] = extremes(at, i * every, Math.min(steps, (i + 2) * every));
      shorter[i * channels + channel] = first;
      if (i + 1 < kept) shorter[(i + 1) * channels + channel] = second;
    }
  }
  return shorter;
}

function meanOf(at: (step: number) => number, start: number, end: number): number {
  let sum = 0;
  let count = 0;
  for (let step = start; step < end; step++) {
    const value = at(step);
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return sum / count;
}

/** The least and the largest value in [start, end), in the order in which they come. */
function extremes(at: (step: number) => number, start: number, end: number): [number, number] {
  let least = -1;
  let largest = -1;
  for (let step = start; step < end; step++) {
    const value = at(step);
    if (Number.isNaN(value)) continue;
    if (least < 0 || value < at(least)) least = step;
    if (largest < 0 || value > at(largest)) largest = step;
  }
  if (least < 0) return [Number.NaN, Number.NaN];
  return least < largest ? [at(least), at(largest)] : [at(largest), at(least)];
}
