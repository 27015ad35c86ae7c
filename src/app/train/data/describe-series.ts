import type { SineTruth } from '../../../data/sine';
import { flatOf } from '../series/series-parts';

/** What a generated series was made from, in words. */
export function describeTruth(truth: SineTruth, time: number): string[] {
  const flat = flatOf(truth, time);
  const parts = [`${short(truth.freq)} periods`, `amplitude ${short(truth.amp)}`];
  if (flat) parts.push(`flat ${flat.end - flat.start} of ${time} steps`);
  return parts;
}

/** Three digits, without zeros at the end. */
function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
