import type { Dataset } from './dataset';

/**
 * Chooses series to watch during training: from each class in turn, but of generated sines two anomalous ones for
 * each normal one, with flats from the shortest to the longest. The same data always give the same choice. Where a
 * class has too few series, other classes fill in.
 * @returns at most `count` indices.
 */
export function chooseWatched(dataset: Dataset, count: number): Int32Array {
  const { labels, classNames } = dataset;
  const truths = classNames.length === 2 ? dataset.truths : undefined;
  const members = classNames.map((_, label) => indicesOf(labels, label));
  const turns = truths ? [1, 1, 0] : classNames.map((_, label) => label);
  const wanted = classNames.map(() => 0);
  const order: number[] = [];
  for (let turn = 0; order.length < Math.min(count, dataset.count); turn++) {
    const label = turns[turn % turns.length]!;
    if (wanted[label]! >= members[label]!.length) continue;
    wanted[label]! += 1;
    order.push(label);
  }
  const flat = (index: number): number => {
    const { loc, length } = truths![index]!;
    return Math.min(length, dataset.time - loc);
  };
  const chosen = members.map((indices, label) => {
    if (!truths || label !== 1) return indices.slice(0, wanted[label]);
    return spread(
      indices.toSorted((a, b) => flat(a) - flat(b)),
      wanted[label]!,
    );
  });
  return Int32Array.from(order, (label) => chosen[label]!.shift()!);
}

function indicesOf(labels: Int32Array, label: number): number[] {
  return Array.from(labels.keys()).filter((index) => labels[index] === label);
}

/** `count` of the items, evenly from the first to the last; a single one is that in the middle. */
function spread<Item>(items: Item[], count: number): Item[] {
  if (count === 1) return [items[Math.floor(items.length / 2)]!];
  return Array.from({ length: count }, (_, i) => items[Math.round((i * (items.length - 1)) / (count - 1))]!);
}
