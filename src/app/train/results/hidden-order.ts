import type { Region } from '../../../data/dataset';
import type { Inspection } from '../../../model/network/inspection';

/** Units of one direction, highest first. */
export interface UnitOrder {
  forward: number[];
  backward: number[];
}

/**
 * The order in which to draw the units: in a series with regions by how much higher a unit is inside them than outside,
 * else by how much higher it is where the attention lies than on average.
 */
export function orderUnits(inspection: Inspection, regions: readonly Region[]): UnitOrder {
  const { time, features, hidden, attention } = inspection;
  const inside = new Float32Array(time);
  for (const { start, end } of regions) inside.fill(1, start, end);
  const isMarked = inside.includes(1);
  const weights = isMarked ? inside : attention;
  const rest = isMarked ? weights.map((weight) => 1 - weight) : new Float32Array(time).fill(1);
  const contrast = new Float64Array(features);
  const total = sumOf(weights) || 1;
  const restTotal = sumOf(rest) || 1;
  for (let step = 0; step < time; step++) {
    const factor = (weights[step] as number) / total - (rest[step] as number) / restTotal;
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

function sumOf(values: Float32Array): number {
  return values.reduce((total, value) => total + value, 0);
}
