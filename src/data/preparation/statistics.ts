/** What the rules of `fitPreparation` and the warnings look at. */
import type { Dataset } from '../dataset';

/** The values of one series, [steps, channels], without its padding: a view. */
export function seriesOf(
  { series, time, channels, lengths }: Pick<Dataset, 'series' | 'time' | 'channels' | 'lengths'>,
  row: number,
): Float32Array {
  const start = row * time * channels;
  return series.subarray(start, start + (lengths?.[row] ?? time) * channels);
}

/** The middle one of the values, NaN where there are none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which this share of the values is, NaN where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
}

/**
 * How much of a quantity's variance the classes explain: ω², η² without the share that any labels would explain by
 * chance (Hays 1963). 0 where the classes explain nothing, near 1 where they tell all.
 */
export function explainedByClass(values: readonly number[], labels: ArrayLike<number>): number {
  const classes = new Map<number, { count: number; sum: number }>();
  let sum = 0;
  values.forEach((value, i) => {
    const label = labels[i] as number;
    const group = classes.get(label) ?? { count: 0, sum: 0 };
    classes.set(label, { count: group.count + 1, sum: group.sum + value });
    sum += value;
  });
  const count = values.length;
  if (classes.size < 2 || count <= classes.size) return 0;
  const mean = sum / count;
  const total = values.reduce((squares, value) => squares + (value - mean) ** 2, 0);
  const between = [...classes.values()].reduce(
    (squares, group) => squares + group.count * (group.sum / group.count - mean) ** 2,
    0,
  );
  const within = (total - between) / (count - classes.size);
  const explained = (between - (classes.size - 1) * within) / (total + within);
  return Number.isFinite(explained) ? Math.max(0, explained) : 0;
}
