import { withChannelsOf } from './channels';
import { classCounts, type Dataset, type DatasetSummary, subset, summariseDataset } from './dataset';
import { divide } from './divide';
import { DataError } from './errors';
import { unpackTexts } from './packed-texts';

/** The parts that a data set is split into. */
export type PartName = 'train' | 'validation' | 'test';

/** A part, with the index that each of its series has in the data set that it was taken from, ascending. */
export interface Part {
  dataset: Dataset;
  indices: Int32Array;
}

export interface Split {
  train: Part;
  validation: Part;
  test: Part;
}

/** Parts that come from elsewhere, beside the series to train on. */
export interface GivenParts {
  validation?: Dataset;
  test?: Dataset;
}

/** Each part as a share of all series, or as a data set of its own. */
export interface SplitOptions {
  /** 'none': no series are held back; all that train are the validation part, too. */
  validation?: number | Dataset | 'none';
  test?: number | Dataset;
}

/** The article's split: 70 % for training, 10 % for validation, 20 % for testing. */
export const defaultFractions = { validation: 0.1, test: 0.2 };

/** Share of the series that validate where the test part is given; published training parts are often small. */
const validationBesideTest = 0.2;

/**
 * Splits a data set at random, but with each class in proportion in each part (as far as whole series allow). Parts
 * that are not given are disjoint and hold every series; their sizes are the fractions rounded, at least one series
 * each. Series of one group are all in one of these parts. With validation 'none', `validation` is `train` itself.
 * @throws DataError when there are too few series or groups.
 */
export function splitDataset(
  dataset: Dataset,
  seed: number,
  {
    test = defaultFractions.test,
    validation = typeof test === 'number' ? defaultFractions.validation : validationBesideTest,
  }: SplitOptions = {},
): Split {
  const { count } = dataset;
  const taken = [validation, test].filter((part) => typeof part === 'number');
  const sizes = taken.map((fraction) => Math.max(1, Math.round(count * fraction)));
  const train = sizes.reduce((left, size) => left - size, count);
  if (train < 1) {
    throw new DataError(
      `${count} series cannot be split into ${sizes.length === 2 ? 'three parts (to train, validate and test)' : 'two parts'}: ` +
        'add more series.',
    );
  }
  const heaps = divide(dataset, seed, [train, ...sizes]);
  const next = (): Part => {
    const indices = heaps.shift() as Int32Array;
    return { dataset: subset(dataset, indices), indices };
  };
  const part = (share: number | Dataset): Part => {
    if (typeof share === 'number') return next();
    return { dataset: share, indices: Int32Array.from({ length: share.count }, (_, i) => i) };
  };
  const training = next();
  return {
    train: training,
    validation: validation === 'none' ? training : part(validation),
    test: part(test),
  };
}

/** With fewer validation series, one more or less that is right moves the loss further than the choice of an epoch does. */
export const fewestToValidate = 40;

/**
 * How to hold back series for validation from those of a file, where they have no validation part of their own. None are
 * where so few would be held back that they could not tell epochs apart: they would be missed more than they would tell.
 * @param hasTest whether the test part is given.
 */
export function validationOf({ count }: Dataset, hasTest: boolean): 'none' | undefined {
  const share = hasTest ? validationBesideTest : defaultFractions.validation;
  return Math.round(count * share) < fewestToValidate ? 'none' : undefined;
}

/**
 * The parts as they go with the series to train on: with their channels in the same order.
 * @throws DataError when a part has other channels or classes, or a group that is in another part, too.
 */
export function fitParts(dataset: Dataset, given: GivenParts): GivenParts {
  const parts = Object.entries(given).map(([name, part]: [string, Dataset]) => {
    if (part.classNames.join('\n') !== dataset.classNames.join('\n')) {
      throw new DataError(
        `The ${name} part has the classes ${part.classNames.join(', ')}, but the series to train on have ${dataset.classNames.join(', ')}.`,
      );
    }
    const names = { other: `The ${name} part`, like: 'the part to train on' };
    return [name, withChannelsOf(part, dataset, names)] as const;
  });
  refuseTornGroups([['train', dataset], ...parts]);
  return Object.fromEntries(parts);
}

/** A test on series of a person whom the model knows would tell nothing of others. */
function refuseTornGroups(parts: readonly (readonly [name: string, dataset: Dataset])[]): void {
  const seen = new Map<string, string>();
  for (const [name, dataset] of parts) {
    const groups = new Set(dataset.groups && unpackTexts(dataset.groups));
    const torn = [...groups].filter((group) => seen.has(group));
    const [first] = torn;
    if (first !== undefined) {
      const others = torn.length > 1 ? ` and ${torn.length - 1} more` : '';
      throw new DataError(
        `The group ${JSON.stringify(first)}${others} stands in the ${seen.get(first)} part and in the ${name} part, though groups ` +
          'are to stay together. Take its series out of one of them, or do without --group.',
      );
    }
    for (const group of groups) seen.set(group, name);
  }
}

/**
 * Cuts a data set into folds of nearly one size, each class in proportion, groups whole, and gives each fold beside all
 * other series.
 * @throws DataError when there are fewer series or groups than folds.
 */
export function splitIntoFolds(dataset: Dataset, seed: number, folds: number): { rest: Part; fold: Part }[] {
  const { count } = dataset;
  if (count < folds) {
    throw new DataError(`${count} series cannot be split into ${folds} folds: add more series.`);
  }
  const bound = (fold: number): number => Math.round((count * fold) / folds);
  const sizes = Array.from({ length: folds }, (_, fold) => bound(fold + 1) - bound(fold));
  const part = (indices: Int32Array): Part => ({ dataset: subset(dataset, indices), indices });
  const heaps = divide(dataset, seed, sizes);
  return heaps.map((heap) => ({
    rest: part(
      Int32Array.from(heaps.filter((other) => other !== heap).flatMap((other) => [...other])).sort(),
    ),
    fold: part(heap),
  }));
}

/** The series of a part; none for validation where none are held back. */
export function seriesOfPart(split: Split, name: PartName): Dataset {
  const { dataset } = split[name];
  return name === 'validation' && split.validation === split.train
    ? subset(dataset, new Int32Array())
    : dataset;
}

/** What is known of a split without its series. */
export interface SplitSummary extends Record<PartName, DatasetSummary> {
  /** What to know before training on it, a sentence each, with advice; none of it prevents training. */
  warnings: string[];
}

/** Sizes and classes of the parts, and a warning for each part that lacks a class. */
export function summariseSplit(split: Split): SplitSummary {
  const { train, validation, test } = split;
  const warnings: [Part, (names: string) => string][] = [
    [train, (names) => `There is no series of ${names} to train on, so the model cannot learn it. Add some.`],
    [
      validation,
      (names) =>
        `There is no series of ${names} in the validation part, so nothing tells when it is learned well. Add some.`,
    ],
    [
      test,
      (names) =>
        `There is no series of ${names} in the test part, so the results say nothing about it. Add some, or leave it out.`,
    ],
  ];
  return {
    train: summariseDataset(train.dataset),
    validation: summariseDataset(seriesOfPart(split, 'validation')),
    test: summariseDataset(test.dataset),
    warnings: warnings.flatMap(([part, sentence]) => {
      const names = missingClasses(part.dataset);
      return names === '' ? [] : [sentence(names)];
    }),
  };
}

/** The classes of which there is no series, as text; empty if there are none. */
function missingClasses(dataset: Dataset): string {
  const counts = classCounts(dataset);
  const names = dataset.classNames.filter((_, label) => counts[label] === 0);
  const quoted = names.slice(0, 5).map((name) => JSON.stringify(name));
  const rest = names.length - quoted.length;
  return `${quoted.join(', ')}${rest > 0 ? ` and ${rest} more classes` : ''}`;
}
