import type { Dataset } from '../../data/dataset';

/** What a class is called: those of generated series have no telling names of their own. */
export function className(
  { classNames, truths }: Pick<Dataset, 'classNames' | 'truths'>,
  label: number,
): string {
  return truths ? (label === 1 ? 'flattened' : 'normal') : (classNames[label] as string);
}
