import type { Inspection } from '../../../model/network/inspection';

/** The attention of a step as the softmax makes it: exp(e_t − largest e), and the sum of these over all steps. */
export function softmaxNumbers({ scores }: Pick<Inspection, 'scores'>, step: number) {
  const largest = scores.reduce((most, score) => Math.max(most, score));
  const exponentials = Array.from(scores, (score) => Math.exp(score - largest));
  return {
    exponential: exponentials[step] as number,
    sum: exponentials.reduce((total, value) => total + value),
  };
}

/** What speaks for a class and what against it: how many of the contributions, and their sums. */
export function logitNumbers(contributions: Float32Array) {
  const part = (sign: number) => {
    const values = contributions.filter((value) => Math.sign(value) === sign);
    return { count: values.length, sum: values.reduce((total, value) => total + value, 0) };
  };
  return { towards: part(1), away: part(-1) };
}

/** Three significant digits, but at most three decimals; with a real minus sign: `0.031`, `−12.4`, `3,210`. */
export function formatNumber(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  const decimals = Math.min(3, Math.max(0, 2 - Math.floor(Math.log10(size))));
  const text = size.toLocaleString('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return value < 0 ? `−${text}` : text;
}

/** In a formula: a negative number in parentheses. */
export function bracketed(value: number): string {
  return value < 0 ? `(${formatNumber(value)})` : formatNumber(value);
}
