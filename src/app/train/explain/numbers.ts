import { indexOfLargest } from '../../../data/largest';
import type { Inspection } from '../../../model/network/inspection';

/** The numbers of one step, and of all steps together, that the explanation puts into its equations. */
export interface StepNumbers {
  step: number;
  /** e_t */
  score: number;
  largestScore: number;
  largestScoreStep: number;
  /** exp(e_t − largest e) */
  exponential: number;
  /** Σ_s exp(e_s − largest e) */
  exponentialSum: number;
  /** α_t */
  attention: number;
  /** 1 ⁄ time: what evenly spread attention would give. */
  evenAttention: number;
  /** Strongest output of each direction at this step, with its index within the direction. */
  forward: { unit: number; value: number };
  backward: { unit: number; value: number };
}

export function stepNumbers(inspection: Inspection, step: number): StepNumbers {
  const { time, features, hidden, scores, attention } = inspection;
  const largestScoreStep = indexOfLargest(scores);
  const largestScore = scores[largestScoreStep] as number;
  let exponentialSum = 0;
  for (let t = 0; t < time; t++) exponentialSum += Math.exp((scores[t] as number) - largestScore);
  const units = features / 2;
  const strongest = (offset: number) => {
    const part = hidden.subarray(step * features + offset, step * features + offset + units);
    const unit = indexOfLargest(part.map(Math.abs));
    return { unit, value: part[unit] as number };
  };
  return {
    step,
    score: scores[step] as number,
    largestScore,
    largestScoreStep,
    exponential: Math.exp((scores[step] as number) - largestScore),
    exponentialSum,
    attention: attention[step] as number,
    evenAttention: 1 / time,
    forward: strongest(0),
    backward: strongest(units),
  };
}

/** How the contributions make up the logit. */
export interface LogitNumbers {
  /** Sum of the contributions above 0. */
  towards: number;
  /** Sum of those below 0. */
  away: number;
  bias: number;
  logit: number;
  /** Number of contributions above 0, and below. */
  countTowards: number;
  countAway: number;
}

export function logitNumbers({
  contributions,
  bias,
}: Pick<Inspection, 'contributions' | 'bias'>): LogitNumbers {
  let towards = 0;
  let away = 0;
  let countTowards = 0;
  let countAway = 0;
  for (const value of contributions) {
    if (value > 0) {
      towards += value;
      countTowards += 1;
    } else if (value < 0) {
      away += value;
      countAway += 1;
    }
  }
  return { towards, away, bias, logit: towards + away + bias, countTowards, countAway };
}

/** The fewest steps that have at least `share` of the attention. */
export function stepsWith(attention: ArrayLike<number>, share: number): number {
  const sorted = Array.from(attention).sort((a, b) => b - a);
  let sum = 0;
  let count = 0;
  while (count < sorted.length && sum < share) {
    sum += sorted[count] as number;
    count += 1;
  }
  return count;
}

/** Three significant digits, but at most three decimals; with a real minus sign: `0.031`, `−12.4`, `3,210`. */
export function formatNumber(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 0.001) return value < 0 ? '−0.000' : '0.000';
  const digits = Math.max(0, 2 - Math.floor(Math.log10(size)));
  const text = size.toLocaleString('en', {
    minimumFractionDigits: Math.min(3, digits),
    maximumFractionDigits: Math.min(3, digits),
  });
  return value < 0 ? `−${text}` : text;
}

/** In a formula: a negative number in parentheses. */
export function bracketed(value: number): string {
  const text = formatNumber(value);
  return value < 0 ? `(${text})` : text;
}
