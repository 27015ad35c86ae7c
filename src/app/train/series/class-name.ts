import type { Dataset, Region } from '../../../data/dataset';
import { isSineDataset } from '../../../data/sine-dataset';

/** The display name of a class; the generator's classes `0` and `1` get names that say what they are. */
export function className(dataset: Pick<Dataset, 'classNames' | 'about'>, label: number): string {
  if (isSineDataset(dataset)) return label === 1 ? 'flattened' : 'normal';
  return shortName(dataset.classNames[label] as string);
}

/** The same for all classes of a model. @param isGenerated whether it learned from the generator's series. */
export function classNamesOfModel(classNames: readonly string[], isGenerated: boolean): string[] {
  return isGenerated && classNames.join() === '0,1' ? ['normal', 'flattened'] : classNames.map(shortName);
}

/** What the regions of a data set are called: their common name, or `marked part` where they have several. */
export function regionName(regions: readonly (readonly Region[])[]): string {
  const names = new Set(regions.flatMap((marked) => marked.map(({ name }) => name)));
  const [name] = names;
  return name && names.size === 1 ? regionWord(name) : 'marked part';
}

/** The display name of regions with this name; the generator's get one that says what they are. */
export function regionWord(name: string): string {
  return name === 'flat' ? 'frozen stretch' : shortName(name);
}

/** Longest name that sentences, tables and the axes of charts are laid out for. */
const longestName = 28;

/** Keeps both ends of a long name, because names in one file often differ only in their last letters. */
export function shortName(name: string): string {
  const letters = Array.from(name);
  if (letters.length <= longestName) return name;
  return `${letters.slice(0, longestName / 2).join('')}…${letters.slice(1 - longestName / 2).join('')}`;
}
