/** How series are prepared before a model sees them: a plain value, saved with the model. */

/** How values are scaled. */
export const scalings = ['none', 'max', 'zscore', 'standardise'] as const;
export type Scaling = (typeof scalings)[number];

/** How missing values are filled. */
export const missingPolicies = ['linear', 'last', 'zero+mask'] as const;
export type MissingPolicy = (typeof missingPolicies)[number];

/**
 * What is done to every series, in this order: decimation, scaling, filling, differences.
 *
 * Scaling, over the values that are there:
 * 'none'         leaves them as they are
 * 'max'          divides each series by its largest magnitude over all steps and channels
 * 'zscore'       brings each channel of each series to mean 0 and standard deviation 1 by itself
 * 'standardise'  brings each channel to mean 0 and standard deviation 1 over all series that were trained on
 *
 * Missing values, after scaling: 'linear' draws a line between the neighbours, and holds the nearest value at the ends;
 * 'last' repeats the value before, at the beginning the one after; 'zero+mask' writes 0 and adds a channel for each
 * channel that is 1 where a value is missing, else 0. A channel without any value is 0.
 */
export interface Preparation {
  scaling: Scaling;
  missing: MissingPolicy;
  /** `[channels]` each: of 'standardise', what is subtracted, then what is divided by. */
  standards?: { means: number[]; deviations: number[] };
  /**
   * `[channels]`: what the first difference of each channel is divided by. If present, the differences of the scaled
   * values follow the channels as channels of their own; that of the first step is 0.
   */
  differences?: number[];
  /** Series are shortened to one step of every `every`: see `decimate`. */
  decimation?: Decimation;
}

export interface Decimation {
  every: number;
  /** 'mean': the mean of these steps. 'peak': of twice as many steps, the least and the largest value in their order. */
  keep: 'mean' | 'peak';
}

/** Leaves complete series as they are. */
export const noPreparation: Preparation = { scaling: 'none', missing: 'linear' };

/** Channels that a model sees for each channel of the series. */
export function channelFactor({ differences, missing }: Preparation): number {
  return 1 + (differences ? 1 : 0) + (missing === 'zero+mask' ? 1 : 0);
}

/** Steps that a model sees of a series; one of zeros where the series has none. */
export function preparedLength(length: number, { decimation }: Preparation): number {
  return Math.max(1, Math.ceil(length / (decimation?.every ?? 1)));
}

/** In a few words, for example `zscore, with differences, every 4 steps as one (mean)`. */
export function describePreparation({ scaling, missing, differences, decimation }: Preparation): string {
  return [
    scaling === 'none' ? 'no scaling' : scaling,
    differences && 'with differences',
    missing !== 'linear' && `missing values by ${missing}`,
    decimation && `every ${decimation.every} steps as one (${decimation.keep})`,
  ]
    .filter(Boolean)
    .join(', ');
}
