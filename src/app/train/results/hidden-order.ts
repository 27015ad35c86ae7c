import type { Region } from '../../../data/dataset';
import type { Inspection } from '../../../model/network/inspection';

/** Units of one direction, highest first. */
export interface UnitOrder {
  forward: number[];
  backward: number[];
}

/**
 * The order in which to draw the units: by how much higher a unit is inside the regions than on average or, in a series
 * without any, where the attention lies.
 */
export function orderUnits(inspection: Inspection, regions: readonly Region[]): UnitOrder {
  const { time, features, hidden, attention } = inspection;
  const inside = new Float32Array(time);
  for (const { start, end } of regions) inside.fill(1, start, end);
  const weights = inside.includes(1) ? inside : attention;
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const contrast = new Float64Array(features);
  for (let step = 0; step < time; step++) {
    const factor = (weights[step] as number) / total - 1 / time;
    for (let unit = 0; unit < features; unit++) {
      contrast[unit] = (contrast[unit] as number) + factor * (hidden[step * features + unit] as number);
    }
  }
  const half = features / 2;
  const ordered = (first: number) =>
    Array.from({ length: half }, (_, i) => first + i).sort(
      (a, b) => (contrast[b] as number) - (contrast[a] as number) || a - b,
    );
  return { forward: ordered(0), backward: ordered(half) };
}
