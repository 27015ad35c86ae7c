import type { Dataset } from '../../../data/dataset';
import type { SineTruth } from '../../../data/sine';
import type { Stretch } from '../../shared/series-plot';

/** The part that was held flat, as far as the series goes; undefined for a normal series. */
export function flatStretch({ label, loc, length }: SineTruth, time: number): Stretch | undefined {
  const end = Math.min(loc + length, time);
  return label === 1 && end > loc ? { start: loc, end } : undefined;
}

/** What a generated series was made from, in words. */
export function describeTruth(truth: SineTruth, time: number): string[] {
  const flat = flatStretch(truth, time);
  const parts = [`${short(truth.freq)} periods`, `amplitude ${short(truth.amp)}`];
  if (flat) parts.push(`flat ${flat.end - flat.start} of ${time} steps`);
  return parts;
}

/** Three digits, without zeros at the end. */
function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** [time]: what is drawn of a series. */
export function firstChannel({ series, time, channels }: Dataset, row: number): Float32Array {
  const values = series.subarray(row * time * channels, (row + 1) * time * channels);
  return channels === 1 ? values : values.filter((_, index) => index % channels === 0);
}
