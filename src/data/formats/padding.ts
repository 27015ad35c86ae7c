import type { DatasetBuilder } from './dataset-builder';

/**
 * Missing values at the ends of series. They are the padding of shorter ones, as in the UCR archive, where the series
 * are of one length with them and no value is missing within a series; else they are missing values.
 */
export class Padding {
  private readonly ends: { index: number; steps: number; kept: number }[] = [];
  private isWithin = false;

  /**
   * Looks at a series with missing values.
   * @param index of the series in the builder.
   * @param series [steps, channels].
   */
  add(index: number, series: Float32Array, channels: number): void {
    const steps = series.length / channels;
    const last = series.findLastIndex((value) => !Number.isNaN(value));
    const valid = Math.floor(last / channels) + 1;
    if (series.subarray(0, valid * channels).some(Number.isNaN)) this.isWithin = true;
    // A series needs a step, even if nothing is known of it.
    if (valid < steps) this.ends.push({ index, steps, kept: Math.max(1, valid) });
  }

  /**
   * Cuts the padding off.
   * @returns how many of the missing values were padding.
   */
  cut(builder: DatasetBuilder): number {
    if (this.isWithin || !builder.hasOneLength) return 0;
    let padded = 0;
    for (const { index, steps, kept } of this.ends) {
      builder.shorten(index, kept);
      padded += (steps - kept) * builder.channels;
    }
    return padded;
  }
}
