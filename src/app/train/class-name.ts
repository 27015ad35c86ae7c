import type { Dataset } from '../../data/dataset';

/** What the page calls a class: generated series are 'normal' or 'flattened', those of a file what the file says. */
export function className(
  { classNames, truths }: Pick<Dataset, 'classNames' | 'truths'>,
  label: number,
): string {
  return truths ? (label === 1 ? 'flattened' : 'normal') : (classNames[label] as string);
}
