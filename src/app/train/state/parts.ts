import type { PartName } from '../../../data/split';

/** A file that was chosen or dropped. */
export interface NamedFile {
  /** With the folders below the one that was chosen, as in `walking/001.csv`. */
  name: string;
  file: File;
}

/** A file, and the part that its series are for. */
export interface ChosenFile extends NamedFile {
  part: PartName;
}

/** Words of a path that say which part a file is for: `GunPoint_TRAIN.tsv`, `test/1.csv`. */
const words: [part: PartName, word: RegExp][] = [
  ['test', /(?:^|[^a-z])test(?:ing)?(?![a-z])/i],
  ['validation', /(?:^|[^a-z])val(?:id|idation)?(?![a-z])/i],
  ['train', /(?:^|[^a-z])train(?:ing)?(?![a-z])/i],
];

/** Which part each file is for by its name; where none is to train on, all are. */
export function partsByName(names: readonly string[]): PartName[] {
  const parts = names.map((name): PartName => words.find(([, word]) => word.test(name))?.[0] ?? 'train');
  return parts.includes('train') ? parts : names.map(() => 'train');
}

/** What several files are called together. */
export function nameOfFiles(names: readonly string[]): string {
  const [first = '', second = ''] = names;
  if (names.length < 2) return first;
  return names.length === 2 ? `${first} and ${second}` : `${first} and ${names.length - 1} more files`;
}
