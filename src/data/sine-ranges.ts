import type { SineConfig } from './sine-config';

/** Most numbers a data set may have: 1 GiB as float32, about as much as a browser tab can handle. */
const LARGEST_DATASET = 2 ** 28;

/** Values that numpy.arange gives: `first`, `first + step`, … below `max`, computed the way numpy does. */
export interface Range {
  count: number;
  at(index: number): number;
}

/**
 * numpy.arange(min, max, step), lazily: `ceil((max − min) / step)` values. Like numpy, it spaces them by the
 * rounded `(min + step) − min`.
 */
export function arange(min: number, max: number, step: number): Range {
  const delta = min + step - min;
  return {
    count: Math.max(0, Math.ceil((max - min) / step)),
    at: (index) => min + index * delta,
  };
}

/**
 * A range given as fractions of `points`, bounds and step truncated to whole numbers, the step at least 1.
 */
export function stepRange(min: number, max: number, step: number, points: number): Range {
  return arange(Math.trunc(min * points), Math.trunc(max * points), Math.max(1, Math.trunc(step * points)));
}

/** The four ranges that a series' parameters are drawn from. */
export function sineRanges(config: SineConfig): { amp: Range; freq: Range; loc: Range; length: Range } {
  const points = config.num_points;
  return {
    amp: arange(config.min_amp, config.max_amp, config.step_amp),
    freq: arange(config.min_freq, config.max_freq, config.step_freq),
    loc: stepRange(config.min_loc, config.max_loc, config.step_loc, points),
    length: stepRange(config.min_length, config.max_length, config.step_length, points),
  };
}

export interface ConfigProblem {
  /** The key at fault or, where several values conflict, the one to change first. */
  key: string;
  /** One sentence that names the key, the value it has and what is allowed. */
  message: string;
}

/** Names each range that is empty, and a data set that is too large. */
export function findRangeProblems(config: SineConfig): ConfigProblem[] {
  const points = config.num_points;
  const ranges = sineRanges(config);
  const problems: ConfigProblem[] = [];
  for (const name of ['loc', 'length', 'freq', 'amp'] as const) {
    const key = `max_${name}` as const;
    const min = config[`min_${name}`];
    const max = config[key];
    if (min >= max) {
      problems.push({
        key,
        message: `"min_${name}" is ${min} and "max_${name}" is ${max}: the first must be less than the second.`,
      });
    } else if (ranges[name].count === 0) {
      problems.push({
        key,
        message:
          `"min_${name}" ${min} and "max_${name}" ${max} are the same step of ${points} points ` +
          `(${Math.trunc(min * points)}): set them further apart, or raise "num_points".`,
      });
    }
  }
  if (points * config.dataset_size > LARGEST_DATASET) {
    problems.push({
      key: 'dataset_size',
      message:
        `"num_points" ${points} times "dataset_size" ${config.dataset_size} makes ` +
        `${points * config.dataset_size} values; at most ${LARGEST_DATASET} are possible.`,
    });
  }
  return problems;
}
