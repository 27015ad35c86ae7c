import type { Preparation, Scaling } from './preparation';

/** A deviation this small beside the largest value is the rounding of float32, and the values are constant. */
export const ROUNDING = 2 ** -23;

/** Mean, standard deviation and largest magnitude of the values that are there; zeros where none are. */
export interface Moments {
  count: number;
  mean: number;
  deviation: number;
  largest: number;
}

/** Of every `stride`th value from `first` on. */
export function momentsOf(values: ArrayLike<number>, first = 0, stride = 1): Moments {
  let [count, sum, largest] = [0, 0, 0];
  for (let i = first; i < values.length; i += stride) {
    const value = values[i] as number;
    if (Number.isNaN(value)) continue;
    count += 1;
    sum += value;
    largest = Math.max(largest, Math.abs(value));
  }
  if (count === 0) return { count, mean: 0, deviation: 0, largest };
  const mean = sum / count;
  let squares = 0;
  for (let i = first; i < values.length; i += stride) {
    const value = values[i] as number;
    if (!Number.isNaN(value)) squares += (value - mean) ** 2;
  }
  return { count, mean, deviation: Math.sqrt(squares / count), largest };
}

/** What to divide by: the deviation, but 1 where the values are constant. */
export function divisor({ deviation, largest }: Pick<Moments, 'deviation' | 'largest'>): number {
  return deviation > ROUNDING * largest ? deviation : 1;
}

/**
 * Scales a series in place; missing values stay missing.
 * @param values [steps, channels]
 */
export function scale(values: Float32Array, channels: number, preparation: Preparation): void {
  const { scaling } = preparation;
  if (scaling === 'none') return;
  if (scaling === 'max') {
    const { largest } = momentsOf(values);
    if (largest === 0) return;
    for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) / largest;
    return;
  }
  for (let channel = 0; channel < channels; channel++) {
    const [mean, size] = standardOf(values, channels, channel, scaling, preparation);
    for (let i = channel; i < values.length; i += channels) {
      values[i] = ((values[i] as number) - mean) / size;
    }
  }
}

function standardOf(
  values: Float32Array,
  channels: number,
  channel: number,
  scaling: Scaling,
  { standards }: Preparation,
): [mean: number, size: number] {
  if (scaling === 'standardise') {
    return [standards?.means[channel] ?? 0, standards?.deviations[channel] ?? 1];
  }
  const moments = momentsOf(values, channel, channels);
  return [moments.mean, divisor(moments)];
}
