/** Dividing series at random, each class in proportion, and without tearing groups apart. */
import { RandomStream } from '../random';
import { classCounts, type Dataset } from './dataset';
import { DataError } from './errors';
import { type PackedTexts, textAt } from './packed-texts';

/**
 * Deals all series out to heaps of about these sizes, which add up to the number of series. Each heap has its share of
 * each class, as far as whole series allow. Where the series belong to groups, a group stays together: then sizes and
 * shares are met as far as whole groups allow, and no heap is empty.
 * @param sizes at least 1 each.
 * @returns the indices of each heap's series, ascending.
 * @throws DataError when there are fewer groups than heaps.
 */
export function divide(dataset: Dataset, seed: number, sizes: readonly number[]): Int32Array[] {
  const shuffled = new RandomStream(seed, 'split').shuffle(
    Int32Array.from({ length: dataset.count }, (_, i) => i),
  );
  const heaps = dataset.groups
    ? dealGroups(dataset, groupsOf(dataset.groups, shuffled), sizes)
    : cut(inProportion(dataset, shuffled), sizes);
  return heaps.map((heap) => heap.sort());
}

function cut(order: Int32Array, sizes: readonly number[]): Int32Array[] {
  let start = 0;
  return sizes.map((size) => {
    start += size;
    return order.slice(start - size, start);
  });
}

/**
 * The same series in an order of which every stretch holds the classes in proportion: the j-th of n series of a class
 * stands at (j + ½) / n of the way.
 */
function inProportion({ count, labels, classNames }: Dataset, shuffled: Int32Array): Int32Array {
  const members = classNames.map((): number[] => []);
  for (const index of shuffled) members[labels[index] as number]?.push(index);
  const position = new Float64Array(count);
  for (const indices of members) {
    indices.forEach((index, j) => {
      position[index] = (j + 0.5) / indices.length;
    });
  }
  return shuffled.sort((a, b) => (position[a] as number) - (position[b] as number));
}

/** The series of each group, the largest groups first; groups of one size are in the order of `shuffled`. */
function groupsOf(names: PackedTexts, shuffled: Int32Array): number[][] {
  const groups = new Map<string, number[]>();
  for (const index of shuffled) {
    const name = textAt(names, index) as string;
    const members = groups.get(name);
    if (members) members.push(index);
    else groups.set(name, [index]);
  }
  return [...groups.values()].sort((a, b) => b.length - a.length);
}

/** Gives each group to the heap that lacks the most of the group's classes, each class weighed by its rarity. */
function dealGroups(dataset: Dataset, groups: readonly number[][], sizes: readonly number[]): Int32Array[] {
  if (groups.length < sizes.length) {
    throw new DataError(
      `The series belong to ${groups.length === 1 ? 'one group' : `${groups.length} groups`}, which cannot be divided into ` +
        `${sizes.length} parts without tearing one apart. Name a column with more different values with --group, or leave it out.`,
    );
  }
  const { labels } = dataset;
  const counts = classCounts(dataset);
  const lack = sizes.map((size) => counts.map((count) => (count * size) / dataset.count));
  const heaps = sizes.map((): number[][] => []);
  for (const group of groups) {
    const needs = lack.map((each) =>
      group.reduce((sum, index) => sum + each[labels[index]!]! / counts[labels[index]!]!, 0),
    );
    const heap = needs.indexOf(Math.max(...needs));
    heaps[heap]!.push(group);
    for (const index of group) lack[heap]![labels[index]!]! -= 1;
  }
  for (const heap of heaps) {
    if (heap.length > 0) continue;
    const fullest = heaps.reduce((most, other) => (other.length > most.length ? other : most));
    heap.push(fullest.pop()!);
  }
  return heaps.map((heap) => Int32Array.from(heap.flat()));
}
