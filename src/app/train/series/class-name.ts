import type { Dataset } from '../../../data/dataset';

/** What a class is called on the page: the generator's classes `0` and `1` are called what they are. */
export function className(
  { classNames, truths }: Pick<Dataset, 'classNames' | 'truths'>,
  label: number,
): string {
  return truths ? (label === 1 ? 'flattened' : 'normal') : (classNames[label] as string);
}

/** The same for all classes of a model. @param isGenerated whether it learned from the generator's series. */
export function classNamesOfModel(classNames: readonly string[], isGenerated: boolean): string[] {
  return isGenerated && classNames.join() === '0,1' ? ['normal', 'flattened'] : [...classNames];
}
