import type { AllowedNumber } from './allowed';

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

/** What a key may be, and its value in the article. */
interface SineParameter extends AllowedNumber {
  usual: number;
}

const smallestStep = 1e-4;

function whole(least: number, most: number, usual: number): SineParameter {
  return { kind: 'number', isWhole: true, range: [least, most], usual };
}

function between(least: number, most: number, usual: number): SineParameter {
  return { kind: 'number', isWhole: false, range: [least, most], usual };
}

const fraction = (usual: number) => between(0, 1, usual);
const fractionStep = (usual: number) => between(smallestStep, 1, usual);
const frequency = (usual: number) => between(0, 10_000, usual);
const frequencyStep = (usual: number) => between(smallestStep, 10_000, usual);
const amplitude = (usual: number) => between(0, 100_000, usual);
const amplitudeStep = (usual: number) => between(smallestStep, 100_000, usual);

/** The keys of the sine data. */
export const sineParameters: Readonly<Record<keyof SineConfig, SineParameter>> = {
  num_points: whole(2, 100_000, 500),
  dataset_size: whole(1, 1_000_000, 10_000),
  normal_anomalous_ratio: fraction(0.5),
  min_loc: fraction(0),
  max_loc: fraction(0.9),
  step_loc: fractionStep(0.01),
  min_length: fraction(0.1),
  max_length: fraction(0.5),
  step_length: fractionStep(0.01),
  min_freq: frequency(1),
  max_freq: frequency(4),
  step_freq: frequencyStep(0.01),
  min_amp: amplitude(1),
  max_amp: amplitude(10),
  step_amp: amplitudeStep(0.01),
};

const sineKeys = Object.keys(sineParameters) as (keyof SineConfig)[];

/** The part of a configuration that says how series are generated; keys left out have the article's values. */
export function pickSine(config: Partial<SineConfig>): SineConfig {
  return Object.fromEntries(
    sineKeys.map((key) => [key, config[key] ?? sineParameters[key].usual]),
  ) as unknown as SineConfig;
}

/** The article's data task at full size. */
export const defaultSineConfig: SineConfig = pickSine({});
