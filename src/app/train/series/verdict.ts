import { indexOfLargest } from '../../../data/largest';
import type { Predictions } from '../../../model/network/evaluation';
import { formatPercent } from '../../shared/format';

/** The model's opinion of one series. */
export interface Verdict {
  /** Name of the likeliest class. */
  name: string;
  /** Index of the likeliest class. */
  label: number;
  /** Probability of that class, 0 to 1. */
  probability: number;
  /** [classes] */
  shares: { name: string; probability: number }[];
}

/** [classes] of [outputs]: a single output is the probability of class 1 of two. */
function classProbabilities(outputs: ArrayLike<number>): number[] {
  const [first = 0] = Array.from(outputs);
  return outputs.length === 1 ? [1 - first, first] : Array.from(outputs);
}

/** The probability of a class of one of many series. */
export function probabilityOf(
  { outputs, probabilities }: Pick<Predictions, 'outputs' | 'probabilities'>,
  row: number,
  label: number,
): number {
  if (outputs > 1) return probabilities[row * outputs + label] as number;
  const ofClass1 = probabilities[row] as number;
  return label === 1 ? ofClass1 : 1 - ofClass1;
}

/** @param probabilities [outputs]: one for two classes, that of class 1; else one for each class. */
export function verdictOf(probabilities: ArrayLike<number>, names: readonly string[]): Verdict {
  const all = classProbabilities(probabilities);
  const label = indexOfLargest(all);
  const probability = all[label] ?? 0;
  const shares = all.map((share, index) => ({ name: names[index] ?? `class ${index}`, probability: share }));
  return { name: shares[label]?.name ?? '', label, probability, shares };
}

/** `flattened, 97 %`; never `100 %`, for no model is certain. */
export function sayVerdict({ name, probability }: Verdict): string {
  return `${name}, ${sayShare(probability)}`;
}

/** A probability in whole percent, `> 99 %` and `< 1 %` at the ends. */
export function sayShare(probability: number): string {
  if (probability > 0.995) return '> 99 %';
  if (probability < 0.005) return '< 1 %';
  return formatPercent(probability, 0);
}
