import type { Dataset } from '../../../data/dataset';

/** [time, channels]: one series of a data set, as a view on its values. */
export function rowOf(
  { series, time, channels }: Pick<Dataset, 'series' | 'time' | 'channels'>,
  row: number,
) {
  return series.subarray(row * time * channels, (row + 1) * time * channels);
}

/** [time] of [time, channels]. */
export function channelOf(series: Float32Array, channels: number, channel: number): Float32Array {
  return channels === 1 ? series : series.filter((_, index) => index % channels === channel);
}

/** [time]: the channel that is drawn where there is room for one line. */
export function firstChannel(series: Float32Array, channels: number): Float32Array {
  return channelOf(series, channels, 0);
}
