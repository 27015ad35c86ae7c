import type { ReadOptions } from './format';

/**
 * A warning for files that say by themselves where their labels are, if the user says it nevertheless; empty if not.
 * @param where the labels are, as a sentence: `a .ts file has the label at the end of each series`.
 */
export function labelIgnored(fileName: string, { label }: ReadOptions, where: string): string[] {
  if (label === undefined || label === 'none') return [];
  return [`${fileName}: ${where}, so that --label ${label} says nothing here and was not used.`];
}
