import type { Dataset } from './dataset';

/** How each series is scaled before the model sees it; see {@link scaleSeries}. */
export const scalings = ['none', 'max'] as const;
export type Scaling = (typeof scalings)[number];

/**
 * Scales each series by itself, so that a prediction needs no statistics of other series. 'none': as it is.
 * 'max': divided by its largest magnitude over all its steps and channels, which puts it in [−1, 1]; a series
 * of zeros stays as it is.
 * @param series [count, size] where size = time · channels.
 * @returns a new array of the same layout ('none': the same array).
 */
export function scaleSeries(series: Float32Array, size: number, scaling: Scaling): Float32Array {
  if (scaling === 'none') return series;
  const scaled = new Float32Array(series.length);
  for (let start = 0; start < series.length; start += size) {
    let largest = 0;
    for (let i = start; i < start + size; i++) largest = Math.max(largest, Math.abs(series[i] as number));
    if (largest === 0) continue;
    for (let i = start; i < start + size; i++) scaled[i] = (series[i] as number) / largest;
  }
  return scaled;
}

/** The data set with each series scaled by {@link scaleSeries}; the given one is left as it is. */
export function scaleDataset(dataset: Dataset, scaling: Scaling): Dataset {
  return { ...dataset, series: scaleSeries(dataset.series, dataset.time * dataset.channels, scaling) };
}
