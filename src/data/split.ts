import { RandomStream } from '../random';
import { type Dataset, subset } from './dataset';
import { DataError } from './errors';

/** The parts that a data set is split into. */
export type PartName = 'train' | 'validation' | 'test';

/** A part of a data set, with the index that each of its series has in the whole, ascending. */
export interface Part {
  dataset: Dataset;
  indices: Int32Array;
}

export interface Split {
  train: Part;
  validation: Part;
  test: Part;
}

/** The article's split: 70 % for training, 10 % for validation, 20 % for testing. */
export const defaultFractions = { validation: 0.1, test: 0.2 };

/**
 * Splits a data set at random, but with each class in proportion in each part (as far as whole series allow).
 * The parts are disjoint and hold every series; the sizes of validation and test are the fractions rounded,
 * at least one series each.
 * @throws DataError when there are too few series for three parts.
 */
export function splitDataset(dataset: Dataset, seed: number, fractions = defaultFractions): Split {
  const { count } = dataset;
  const validation = Math.max(1, Math.round(count * fractions.validation));
  const test = Math.max(1, Math.round(count * fractions.test));
  const train = count - validation - test;
  if (train < 1) {
    throw new DataError(
      `${count} series cannot be split into three parts (to train, validate and test): add more series.`,
    );
  }
  const order = stratifiedOrder(dataset, seed);
  const part = (start: number, end: number): Part => {
    const indices = order.slice(start, end).sort();
    return { dataset: subset(dataset, indices), indices };
  };
  return {
    train: part(0, train),
    validation: part(train, train + validation),
    test: part(train + validation, count),
  };
}

/**
 * A random order of all series in which every stretch holds the classes in proportion: the j-th of n series
 * of a class stands at (j + ½) / n of the way.
 */
function stratifiedOrder(dataset: Dataset, seed: number): Int32Array {
  const { count, labels } = dataset;
  const shuffled = new RandomStream(seed, 'split').shuffle(Int32Array.from({ length: count }, (_, i) => i));
  const members = dataset.classNames.map((): number[] => []);
  for (const index of shuffled) members[labels[index] as number]?.push(index);
  const position = new Float64Array(count);
  for (const indices of members) {
    indices.forEach((index, j) => {
      position[index] = (j + 0.5) / indices.length;
    });
  }
  return shuffled.sort((a, b) => (position[a] as number) - (position[b] as number));
}
