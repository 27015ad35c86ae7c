import type { Dataset } from '../../../data/dataset';

/** What a class is called on the page: the generator's classes `0` and `1` are called what they are. */
export function className(
  { classNames, truths }: Pick<Dataset, 'classNames' | 'truths'>,
  label: number,
): string {
  return truths ? (label === 1 ? 'flattened' : 'normal') : (classNames[label] as string);
}
