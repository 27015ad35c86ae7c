import type { Dataset } from '../../../data/dataset';
import type { Predictions } from '../../../model/network/evaluation';

/** Steps of one series. */
export function stepsOf({ time, lengths }: Pick<Dataset, 'time' | 'lengths'>, row: number): number {
  return lengths?.[row] ?? time;
}

/** [steps, channels]: one series of a data set without its padding, as a view on its values. */
export function rowOf(
  dataset: Pick<Dataset, 'series' | 'time' | 'channels' | 'lengths'>,
  row: number,
): Float32Array {
  const { series, time, channels } = dataset;
  const start = row * time * channels;
  return series.subarray(start, start + stepsOf(dataset, row) * channels);
}

/** [steps]: what a model gave each step of one series. */
export function attentionOf(
  dataset: Pick<Dataset, 'time' | 'lengths'>,
  attention: Predictions['attention'],
  row: number,
): Float32Array {
  const start = row * dataset.time;
  return attention.subarray(start, start + stepsOf(dataset, row));
}
