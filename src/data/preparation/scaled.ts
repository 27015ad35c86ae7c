import type { Dataset } from '../dataset';
import { decimate } from './decimate';
import { noPreparation, type Preparation, preparedLength } from './preparation';
import { scale } from './scale';
import { seriesOf } from './statistics';

/**
 * The first half of `prepareDataset`: series that are shortened and scaled, with missing values still missing. What is
 * changed in them changes nothing elsewhere, whereas a change before scaling moves the scale of the whole series.
 * @returns `rest`: the preparation that is still to be done to them.
 */
export function scaleSeries<
  Series extends Pick<Dataset, 'count' | 'time' | 'channels' | 'series' | 'lengths'>,
>(dataset: Series, preparation: Preparation): { scaled: Series; rest: Preparation } {
  const { count, channels, lengths } = dataset;
  const { decimation, standards: _standards, ...left } = preparation;
  const time = preparedLength(dataset.time, preparation);
  const series = new Float32Array(count * time * channels);
  for (let row = 0; row < count; row++) {
    const values = seriesOf(dataset, row);
    const own = decimation ? decimate(values, channels, decimation) : values.slice();
    scale(own, channels, preparation);
    series.set(own, row * time * channels);
  }
  return {
    scaled: {
      ...dataset,
      time,
      series,
      ...(lengths && { lengths: lengths.map((length) => preparedLength(length, preparation)) }),
    },
    rest: { ...left, scaling: noPreparation.scaling },
  };
}
