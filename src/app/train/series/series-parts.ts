import type { SineTruth } from '../../../data/sine';
import { flatLength } from '../../../model/metrics/breakdown';
import type { Stretch } from '../../shared/series-plot';

/** [time] of [time, channels]. */
export function channelOf(series: Float32Array, channels: number, channel: number): Float32Array {
  if (channels === 1) return series;
  return Float32Array.from(
    { length: series.length / channels },
    (_, step) => series[step * channels + channel] as number,
  );
}

/** [time] of the first channel. */
export function firstChannel(series: Float32Array, channels: number): Float32Array {
  return channelOf(series, channels, 0);
}

/** The steps that were held flat; undefined where none were. */
export function flatOf(truth: SineTruth | null, time: number): Stretch | undefined {
  if (truth?.label !== 1) return undefined;
  return { start: truth.loc, end: truth.loc + flatLength(truth, time) };
}
