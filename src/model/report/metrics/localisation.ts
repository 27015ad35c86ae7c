import type { Dataset } from '../../../data/dataset';
import { indexOfLargest } from '../../../data/largest';

/** Whether attention, or other weights of the steps, lies where the marked regions are. Means over the series that have one; shares are from 0 to 1. */
export interface Localisation {
  /** What the regions are called: their common name, or `region` where they have several. */
  name: string;
  /** Series that were counted: those with a region of at least one step, and any weight. */
  series: number;
  /** Steps by which 'near' widens the regions on both sides. */
  tolerance: number;
  /** Share of the attention that lies inside the regions, and the share that evenly spread attention would have there. */
  inside: number;
  chanceInside: number;
  /** Likewise within `tolerance` steps of them. */
  near: number;
  chanceNear: number;
  /** How often the step of the highest attention (the first, if several) is inside a region. */
  peakInside: number;
  /** The same within `tolerance` steps of one. */
  peakNear: number;
}

/** 2 % of the series, at least one step. */
export function defaultTolerance(time: number): number {
  return Math.max(1, Math.round(0.02 * time));
}

/**
 * Compares attention with the regions of each series.
 * @param attention [count, time], each row summing to that series' whole attention.
 * @returns null when no series has a region.
 * @throws RangeError when the sizes do not match.
 */
export function localisation(
  attention: Float32Array,
  { count, time, lengths, regions }: Pick<Dataset, 'count' | 'time' | 'lengths' | 'regions'>,
  tolerance = defaultTolerance(time),
): Localisation | null {
  if (attention.length !== count * time) {
    throw new RangeError(
      `There are ${attention.length} attention weights; ${count} series of ${time} steps have ${count * time}.`,
    );
  }
  const totals = { inside: 0, chanceInside: 0, near: 0, chanceNear: 0, peakInside: 0, peakNear: 0 };
  const names = new Set<string>();
  let series = 0;
  regions?.forEach((marked, row) => {
    const steps = lengths?.[row] ?? time;
    const isInside = stepsWithin(marked, steps, 0);
    const size = sumOf(isInside);
    const weights = attention.subarray(row * time, row * time + steps);
    const all = sumOf(weights);
    if (size === 0 || all === 0) return;
    const isNear = stepsWithin(marked, steps, tolerance);
    const peak = indexOfLargest(weights);
    series += 1;
    for (const { name } of marked) names.add(name);
    totals.inside += sumOf(weights.filter((_, step) => isInside[step])) / all;
    totals.chanceInside += size / steps;
    totals.near += sumOf(weights.filter((_, step) => isNear[step])) / all;
    totals.chanceNear += sumOf(isNear) / steps;
    totals.peakInside += isInside[peak] as number;
    totals.peakNear += isNear[peak] as number;
  });
  const [name = ''] = names;
  if (series === 0) return null;
  return {
    name: names.size === 1 && name !== '' ? name : 'region',
    series,
    tolerance,
    inside: totals.inside / series,
    chanceInside: totals.chanceInside / series,
    near: totals.near / series,
    chanceNear: totals.chanceNear / series,
    peakInside: totals.peakInside / series,
    peakNear: totals.peakNear / series,
  };
}

/** The localisation over the series of several data sets of one length; null where there is none. */
export function joinLocalisations(parts: readonly Localisation[]): Localisation | null {
  const [first] = parts;
  if (!first) return null;
  const series = parts.reduce((sum, part) => sum + part.series, 0);
  const mean = (of: (part: Localisation) => number): number =>
    parts.reduce((sum, part) => sum + (of(part) * part.series) / series, 0);
  return {
    name: parts.every(({ name }) => name === first.name) ? first.name : 'region',
    series,
    tolerance: first.tolerance,
    inside: mean((part) => part.inside),
    chanceInside: mean((part) => part.chanceInside),
    near: mean((part) => part.near),
    chanceNear: mean((part) => part.chanceNear),
    peakInside: mean((part) => part.peakInside),
    peakNear: mean((part) => part.peakNear),
  };
}

/** The localisation as readable text. */
export function formatLocalisation(result: Localisation): string {
  const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
  const line = (share: number, chance: number, peak: number): string =>
    `${percent(share)} of the attention (by chance ${percent(chance)}), its peak in ${percent(peak)} of them`;
  return [
    `Attention of ${result.series} series whose ${result.name} is marked:`,
    `  inside the ${result.name}: ${line(result.inside, result.chanceInside, result.peakInside)}`,
    `  within ${result.tolerance} steps of it: ${line(result.near, result.chanceNear, result.peakNear)}`,
  ].join('\n');
}

/** [time]: 1 for each step within `tolerance` steps of a region. */
function stepsWithin(
  regions: readonly { start: number; end: number }[],
  time: number,
  tolerance: number,
): Uint8Array {
  const is = new Uint8Array(time);
  for (const { start, end } of regions) {
    if (end > start) is.fill(1, Math.max(0, start - tolerance), Math.min(time, end + tolerance));
  }
  return is;
}

function sumOf(values: Float32Array | Uint8Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
