import type { Dataset } from './dataset';
import { RandomStream } from './random';
import type { SineConfig } from './sine-config';

export type { SineConfig } from './sine-config';

/** What a series was made from. `loc` and `length` are in steps, and are kept for normal series too. */
export interface SineTruth {
  amp: number;
  freq: number;
  /** First step of the flat. */
  loc: number;
  /** Steps the flat was to last; the end of the series may cut it. */
  length: number;
  /** 1: the flat was applied, 0: it was not. */
  label: 0 | 1;
}

/** Values that numpy.arange gives: `first`, `first + step`, … below `max`, made in numpy's way. */
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

/**
 * One series, [numPoints]: amp·sin(freq·t) at `numPoints` values of t from 0 to 2π inclusive; with label 1
 * the values at [loc, loc + length) are held at the value at `loc`, cut at the end of the series.
 */
export function sineSeries(truth: SineTruth, numPoints: number): Float32Array {
  const { amp, freq, loc, length, label } = truth;
  const series = new Float32Array(numPoints);
  const step = (2 * Math.PI) / (numPoints - 1);
  for (let i = 0; i < numPoints; i++) {
    const t = i === numPoints - 1 ? 2 * Math.PI : i * step;
    series[i] = amp * Math.sin(freq * t);
  }
  if (label === 1) series.fill(series[loc] ?? 0, loc, loc + length);
  return series;
}

/**
 * The article's data set: class '0' is normal, class '1' anomalous (probability 1 − normal_anomalous_ratio).
 * The same configuration and seed give the same series, in Node as in the browser.
 * @param first the series before this one are left out, which takes next to no time; the others are the same.
 */
export function generateSineDataset(config: SineConfig, seed: number, first = 0): Dataset {
  const random = new RandomStream(seed, 'data');
  const ranges = sineRanges(config);
  const draw = (range: Range): number => range.at(random.integer(range.count));
  const count = config.dataset_size - first;
  const time = config.num_points;
  const series = new Float32Array(count * time);
  const truths: SineTruth[] = [];
  for (let row = -first; row < count; row++) {
    const label = random.next() < config.normal_anomalous_ratio ? 0 : 1;
    const truth: SineTruth = {
      amp: draw(ranges.amp),
      freq: draw(ranges.freq),
      loc: draw(ranges.loc),
      length: draw(ranges.length),
      label,
    };
    if (row < 0) continue;
    series.set(sineSeries(truth, time), row * time);
    truths.push(truth);
  }
  const labels = Int32Array.from(truths, (truth) => truth.label);
  return { count, time, channels: 1, series, labels, classNames: ['0', '1'], truths };
}
