import type { ReadOptions } from '../format';
import type { Profile } from './profile';

/** What is being decided: what the user said, what the sample shows, and the columns that have a role already. */
export interface Draft {
  fileName: string;
  options: ReadOptions;
  separator: string;
  hasHeader: boolean;
  profiles: Profile[];
  /** The sample's rows, those of the head first. */
  body: string[][];
  /** How many of the rows follow one another in the file. */
  contiguous: number;
  label: number;
  id: number;
  time: number;
  group: number;
  guesses: string[];
}

/** A column in words, for the middle of a sentence. */
export function columnOf(
  { hasHeader, profiles }: Pick<Draft, 'hasHeader' | 'profiles'>,
  index: number,
): string {
  return hasHeader && profiles[index]?.name
    ? `the column ${quoted(profiles[index].name)}`
    : `column ${index + 1}`;
}

export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function quoted(text: string): string {
  return JSON.stringify(text);
}

const mostListed = 8;

export function listed(names: readonly string[]): string {
  const more = names.length > mostListed ? `, and ${names.length - mostListed} more` : '';
  return names.slice(0, mostListed).join(', ') + more;
}

export function namesOf(profiles: readonly Profile[]): string[] {
  return profiles.map(({ name }) => name);
}
