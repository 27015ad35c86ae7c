import { aboutRow, type Dataset, stepsMarked } from '../../../data/dataset';
import { isSineDataset } from '../../../data/sine-dataset';
import { regionWord } from './class-name';

/** The most columns of a side table that there is room for. */
const mostColumns = 4;

/** What is known of a series beside its class, in words: its side table, and how long its regions are. */
export function describeSeries(dataset: Dataset, row: number): string[] {
  const about = Object.entries(aboutRow(dataset, row) ?? {});
  const sides = isSineDataset(dataset)
    ? describeSine(Object.fromEntries(about))
    : about.slice(0, mostColumns).map(([name, value]) => `${name} ${short(value)}`);
  const names = new Set(dataset.regions?.[row]?.map(({ name }) => regionWord(name)));
  const steps = stepsMarked(dataset, row);
  if (steps === 0) return sides;
  const time = dataset.lengths?.[row] ?? dataset.time;
  return [...sides, `${[...names].join(', ')} ${steps} of ${time} steps`];
}

function describeSine({ freq, amp }: Record<string, number | string>): string[] {
  return [`${short(freq ?? '')} periods`, `amplitude ${short(amp ?? '')}`];
}

/** Three digits, without zeros at the end. */
function short(value: number | string): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(3))) : value;
}
