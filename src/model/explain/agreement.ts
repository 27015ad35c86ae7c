/** Whether attention and occlusion point at the same stretches. */
import { quantile } from '../../data/preparation/statistics';
import type { Occlusion } from './occlusion';

/** Quantiles of the rank correlation over several series. */
export interface CorrelationSummary {
  /** Series that have one. */
  series: number;
  lowerQuartile: number;
  median: number;
  upperQuartile: number;
}

/** Falls that differ by less, in log-odds, are alike: it moves no probability by more than 0.03 %, and may be rounding. */
const faintest = 1e-3;

/**
 * Spearman's rank correlation of what a series' stretches have of the attention with how far the answer falls when they
 * are hidden. Stretches, not steps, since attention may rest on a single step and occlusion can't be finer than what it
 * hides.
 * @param attention [steps or more], one weight for each step.
 * @returns from −1 to 1; undefined where there are fewer than three stretches, or all are alike in one of both.
 */
export function attentionAgreement(attention: ArrayLike<number>, { hidden }: Occlusion): number | undefined {
  if (hidden.length < 3) return undefined;
  const weights = hidden.map(({ start, end }) => {
    let sum = 0;
    for (let step = start; step < end; step++) sum += attention[step] as number;
    return sum;
  });
  return rankCorrelation(
    weights,
    hidden.map(({ fall }) => Math.round(fall / faintest)),
  );
}

/**
 * Spearman's rank correlation: Pearson's of the ranks, where equal values share the mean of theirs.
 * @returns undefined where all values of one side are equal.
 * @throws RangeError when the sides differ in length.
 */
export function rankCorrelation(first: readonly number[], second: readonly number[]): number | undefined {
  if (first.length !== second.length) {
    throw new RangeError(`There are ${first.length} values on one side and ${second.length} on the other.`);
  }
  const mean = (first.length + 1) / 2;
  const [a, b] = [meanRanks(first), meanRanks(second)];
  let [product, squaresA, squaresB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [(a[i] as number) - mean, (b[i] as number) - mean];
    product += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  return squaresA === 0 || squaresB === 0 ? undefined : product / Math.sqrt(squaresA * squaresB);
}

/** Median and quartiles of the series whose correlation is defined; null where none is. */
export function summariseCorrelations(
  correlations: readonly (number | undefined)[],
): CorrelationSummary | null {
  const defined = correlations.filter((value) => value !== undefined);
  if (defined.length === 0) return null;
  return {
    series: defined.length,
    lowerQuartile: quantile(defined, 0.25),
    median: quantile(defined, 0.5),
    upperQuartile: quantile(defined, 0.75),
  };
}

/** Ranks from 1; equal values get the mean of the ranks they take together. */
function meanRanks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] as number) - (values[b] as number));
  const ranks = new Array<number>(values.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end] as number] === values[order[start] as number]) end += 1;
    for (let i = start; i < end; i++) ranks[order[i] as number] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}
