import type { Dataset } from '../dataset';
import { decimate } from './decimate';
import { fillMissing } from './missing';
import { channelFactor, type Preparation, preparedLength } from './preparation';
import { scale } from './scale';

/**
 * The data set as a model sees it; the given one is left as it is. Padding stays 0, and no value is missing.
 * @returns channels: those of the series, then their differences, then the masks of missing values, as far as the
 * preparation has them. lengths: only where some series are shorter than others.
 */
export function prepareDataset(dataset: Dataset, preparation: Preparation): Dataset {
  const { count, channels, lengths } = dataset;
  const time = preparedLength(dataset.time, preparation);
  const prepared = channels * channelFactor(preparation);
  const series = new Float32Array(count * time * prepared);
  for (let row = 0; row < count; row++) {
    const start = row * dataset.time * channels;
    const steps = lengths?.[row] ?? dataset.time;
    const values = prepareSeries(
      dataset.series.subarray(start, start + steps * channels),
      channels,
      preparation,
    );
    series.set(values, row * time * prepared);
  }
  const { channelNames: _names, lengths: _lengths, ...rest } = dataset;
  const shortened = lengths?.map((length) => preparedLength(length, preparation));
  const isUneven = shortened?.some((length) => length < time);
  return {
    ...rest,
    time,
    channels: prepared,
    series,
    ...(isUneven && shortened && { lengths: shortened }),
  };
}

/**
 * One series as a model sees it.
 * @param values [steps, channels], without padding.
 * @returns [prepared steps, prepared channels]
 */
export function prepareSeries(
  values: Float32Array,
  channels: number,
  preparation: Preparation,
): Float32Array<ArrayBuffer> {
  const { decimation, differences, missing } = preparation;
  const own = decimation ? decimate(values, channels, decimation) : Float32Array.from(values);
  scale(own, channels, preparation);
  const steps = own.length / channels;
  const factor = channelFactor(preparation);
  const width = channels * factor;
  const prepared = new Float32Array(Math.max(1, steps) * width);
  for (let channel = 0; channel < channels; channel++) {
    if (missing === 'zero+mask') {
      const mask = channels * (factor - 1) + channel;
      for (let step = 0; step < steps; step++) {
        if (Number.isNaN(own[step * channels + channel])) prepared[step * width + mask] = 1;
      }
    }
    fillMissing(own, channels, channel, missing);
    for (let step = 0; step < steps; step++) {
      prepared[step * width + channel] = own[step * channels + channel] as number;
    }
    if (!differences) continue;
    const size = differences[channel] ?? 1;
    for (let step = 1; step < steps; step++) {
      const i = step * channels + channel;
      const difference = (own[i] as number) - (own[i - channels] as number);
      prepared[step * width + channels + channel] = difference / size;
    }
  }
  return prepared;
}

/**
 * Spreads weights of prepared steps, such as attention, over the steps of the series they stand for; sums stay.
 * @param weights [count, prepared time]
 * @param lengths `[count]`: steps of each series; those behind get 0.
 * @returns [count, time]
 */
export function spreadSteps(
  weights: Float32Array,
  time: number,
  lengths: Int32Array,
  { decimation }: Preparation,
): Float32Array {
  if (!decimation) return weights;
  const { every } = decimation;
  const width = Math.max(1, Math.ceil(time / every));
  const spread = new Float32Array(lengths.length * time);
  lengths.forEach((length, row) => {
    for (let step = 0; step < length; step++) {
      const window = Math.floor(step / every);
      const steps = Math.min(length, (window + 1) * every) - window * every;
      spread[row * time + step] = (weights[row * width + window] as number) / steps;
    }
  });
  return spread;
}
