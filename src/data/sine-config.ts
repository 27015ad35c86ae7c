import { z } from 'zod';

/** A whole number from `min` to `max`; error messages use the description to say what is allowed. */
export function whole(min: number, max: number): z.ZodInt {
  return z.int().min(min).max(max).describe(`a whole number from ${min} to ${max}`);
}

/** A number from `min` to `max`; error messages use the description to say what is allowed. */
export function between(min: number, max: number): z.ZodNumber {
  return z.number().min(min).max(max).describe(`a number from ${min} to ${max}`);
}

const fraction = between(0, 1);
const smallestStep = 1e-4;
const fractionStep = between(smallestStep, 1);
const frequency = between(0, 10_000);
const frequencyStep = between(smallestStep, 10_000);
const amplitude = between(0, 100_000);
const amplitudeStep = between(smallestStep, 100_000);

/**
 * The article's data task: sines, some of which are held flat for a while. Fractions (`loc`, `length`) are of
 * `num_points`; `freq` counts periods in [0, 2π]; ranges are `min`, `min + step`, … below `max`.
 */
export interface SineConfig {
  /** Values of a series. */
  num_points: number;
  /** Number of series. */
  dataset_size: number;
  /** Probability that a series is normal. */
  normal_anomalous_ratio: number;
  min_loc: number;
  max_loc: number;
  step_loc: number;
  min_length: number;
  max_length: number;
  step_length: number;
  min_freq: number;
  max_freq: number;
  step_freq: number;
  min_amp: number;
  max_amp: number;
  step_amp: number;
}

/** The keys of the sine data with the article's values as defaults. */
export const sineShape = {
  num_points: whole(2, 100_000).default(500),
  dataset_size: whole(1, 1_000_000).default(10_000),
  normal_anomalous_ratio: fraction.default(0.5),
  min_loc: fraction.default(0),
  max_loc: fraction.default(0.9),
  step_loc: fractionStep.default(0.01),
  min_length: fraction.default(0.1),
  max_length: fraction.default(0.5),
  step_length: fractionStep.default(0.01),
  min_freq: frequency.default(1),
  max_freq: frequency.default(4),
  step_freq: frequencyStep.default(0.01),
  min_amp: amplitude.default(1),
  max_amp: amplitude.default(10),
  step_amp: amplitudeStep.default(0.01),
} satisfies Record<keyof SineConfig, z.ZodType<number>>;

/** The article's data task at full size. */
export const defaultSineConfig: SineConfig = z.object(sineShape).parse({});

/** The part of a configuration that says how series are generated. */
export function pickSine(config: SineConfig): SineConfig {
  return z.object(sineShape).parse(config);
}
