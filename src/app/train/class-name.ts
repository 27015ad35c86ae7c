import type { Dataset } from '../../data/dataset';

/** What to call a class: the generator's classes have words, those of a file its own names. */
export function className(
  { classNames, truths }: Pick<Dataset, 'classNames' | 'truths'>,
  label: number,
): string {
  return truths ? (label === 1 ? 'flattened' : 'normal') : (classNames[label] as string);
}
