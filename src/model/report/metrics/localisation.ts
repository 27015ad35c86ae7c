import { indexOfLargest } from '../../../data/largest';
import type { SineTruth } from '../../../data/sine';

/** Whether attention lies where the anomaly is. Means over the anomalous series; shares are from 0 to 1. */
export interface Localisation {
  /** Anomalous series that were counted; those whose flat has no steps are left out. */
  series: number;
  /** Steps by which 'near' widens the flat on both sides. */
  tolerance: number;
  /** Share of the attention that lies inside the flat, and the share that evenly spread attention would have there. */
  inside: number;
  chanceInside: number;
  /** Likewise within `tolerance` steps of the flat. */
  near: number;
  chanceNear: number;
  /** How often the step of the highest attention (the first, if several) is inside the flat. */
  peakInside: number;
  /** The same within `tolerance` steps of the flat. */
  peakNear: number;
}

/** 2 % of the series, at least one step. */
export function defaultTolerance(time: number): number {
  return Math.max(1, Math.round(0.02 * time));
}

/**
 * Compares attention with the true places of the flats: steps [loc, min(loc + length, time)) of each anomalous
 * series.
 * @param attention [count, time], each row summing to that series' whole attention.
 * @param truths [count] what each series was made from; normal ones (label 0) are skipped.
 * @returns null when there is no anomalous series.
 * @throws RangeError when the sizes do not match.
 */
export function localisation(
  attention: Float32Array,
  truths: readonly SineTruth[],
  time: number,
  tolerance = defaultTolerance(time),
): Localisation | null {
  if (attention.length !== truths.length * time) {
    throw new RangeError(
      `There are ${attention.length} attention weights; ${truths.length} series of ${time} steps have ` +
        `${truths.length * time}.`,
    );
  }
  const totals = { inside: 0, chanceInside: 0, near: 0, chanceNear: 0, peakInside: 0, peakNear: 0 };
  let series = 0;
  truths.forEach(({ label, loc, length }, row) => {
    const end = Math.min(loc + length, time);
    if (label !== 1 || end <= loc) return;
    const weights = attention.subarray(row * time, (row + 1) * time);
    const nearStart = Math.max(0, loc - tolerance);
    const nearEnd = Math.min(time, end + tolerance);
    const peak = indexOfLargest(weights);
    const all = sumOf(weights);
    series += 1;
    totals.inside += sumOf(weights.subarray(loc, end)) / all;
    totals.chanceInside += (end - loc) / time;
    totals.near += sumOf(weights.subarray(nearStart, nearEnd)) / all;
    totals.chanceNear += (nearEnd - nearStart) / time;
    totals.peakInside += peak >= loc && peak < end ? 1 : 0;
    totals.peakNear += peak >= nearStart && peak < nearEnd ? 1 : 0;
  });
  if (series === 0) return null;
  return {
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

/** The localisation as readable text. */
export function formatLocalisation(result: Localisation): string {
  const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
  const line = (share: number, chance: number, peak: number): string =>
    `${percent(share)} of the attention (by chance ${percent(chance)}), its peak in ${percent(peak)} of them`;
  return [
    `Attention of ${result.series} anomalous series:`,
    `  inside the flat: ${line(result.inside, result.chanceInside, result.peakInside)}`,
    `  within ${result.tolerance} steps of it: ${line(result.near, result.chanceNear, result.peakNear)}`,
  ].join('\n');
}

function sumOf(values: Float32Array): number {
  return values.reduce((total, value) => total + value, 0);
}
