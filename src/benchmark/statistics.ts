/** What a row shows about its runs, in the unit of the samples. */
export interface Summary {
  p50: number;
  p95: number;
  min: number;
  runs: number;
}

/** @throws RangeError without samples. */
export function summarise(samples: readonly number[]): Summary {
  return {
    p50: percentile(samples, 50),
    p95: percentile(samples, 95),
    min: percentile(samples, 0),
    runs: samples.length,
  };
}

/**
 * The value below which `percent` per cent of the samples lie, linear between the two nearest samples (what NumPy does
 * by default; type 7 of Hyndman and Fan 1996).
 *
 * @throws RangeError without samples, or outside 0 to 100.
 */
export function percentile(samples: readonly number[], percent: number): number {
  if (samples.length === 0) throw new RangeError('There are no samples to take a percentile of.');
  if (!(percent >= 0 && percent <= 100)) throw new RangeError(`There is no percentile ${percent}.`);
  const sorted = [...samples].sort((a, b) => a - b);
  const place = (percent / 100) * (sorted.length - 1);
  const below = sorted[Math.floor(place)] as number;
  const above = sorted[Math.ceil(place)] as number;
  return below + (above - below) * (place - Math.floor(place));
}
