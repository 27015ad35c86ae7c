import { type Dataset, stepsMarked } from './dataset';

/**
 * Chooses series to watch during training: from each class in turn. Of a class whose series have regions, such as
 * the generator's anomalous one, two for each one of another, with regions from the shortest to the longest. The same
 * data always give the same choice. Where a class has too few series, other classes fill in.
 * @returns at most `count` indices.
 */
export function chooseWatched(dataset: Dataset, count: number): Int32Array {
  const { labels, classNames } = dataset;
  const marked = (index: number): number => stepsMarked(dataset, index);
  const members = classNames.map((_, label) => indicesOf(labels, label));
  const isMarked = members.map((indices) => indices.some((index) => marked(index) > 0));
  const turns = [
    ...isMarked.flatMap((is, label) => (is ? [label, label] : [])),
    ...isMarked.flatMap((is, label) => (is ? [] : [label])),
  ];
  const wanted = classNames.map(() => 0);
  const order: number[] = [];
  const most = Math.min(count, sum(members.map(({ length }) => length)));
  for (let turn = 0; order.length < most; turn++) {
    const label = turns[turn % turns.length]!;
    if (wanted[label]! >= members[label]!.length) continue;
    wanted[label]! += 1;
    order.push(label);
  }
  const chosen = members.map((indices, label) => {
    if (!isMarked[label]) return indices.slice(0, wanted[label]);
    return spread(
      indices.toSorted((a, b) => marked(a) - marked(b)),
      wanted[label]!,
    );
  });
  return Int32Array.from(order, (label) => chosen[label]!.shift()!);
}

function indicesOf(labels: Int32Array, label: number): number[] {
  return Array.from(labels.keys()).filter((index) => labels[index] === label);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** `count` of the items, evenly from the first to the last; a single one is that in the middle. */
function spread<Item>(items: Item[], count: number): Item[] {
  if (count === 1) return [items[Math.floor(items.length / 2)]!];
  return Array.from({ length: count }, (_, i) => items[Math.round((i * (items.length - 1)) / (count - 1))]!);
}
