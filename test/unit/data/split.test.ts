import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classCounts, type Dataset } from '../../../src/data/dataset';
import { packTexts, unpackTexts } from '../../../src/data/packed-texts';
import { fitParts, type Part, splitDataset, splitIntoFolds, summariseSplit } from '../../../src/data/split';
import { forRandomCases } from '../../support/random-cases';

function labelled(labels: number[], groups?: string[]): Dataset {
  const classes = Math.max(...labels) + 1;
  return {
    count: labels.length,
    time: 1,
    channels: 1,
    series: Float32Array.from(labels.keys()),
    labels: Int32Array.from(labels),
    classNames: Array.from({ length: classes }, (_, label) => String(label)),
    ...(groups && { groups: packTexts(groups) }),
  };
}

function groupsOf({ groups }: Dataset): string[] {
  return groups ? [...unpackTexts(groups)] : [];
}

function repeated(count: number, of: (index: number) => number): number[] {
  return Array.from({ length: count }, (_, index) => of(index));
}

function sizesOf(parts: Part[]): number[] {
  return parts.map(({ dataset }) => dataset.count);
}

/** Series and groups of one to six classes; each class and group has a series. */
const datasets = fc
  .record({ classes: fc.integer({ min: 1, max: 6 }), groups: fc.integer({ min: 5, max: 12 }) })
  .chain(({ classes, groups }) =>
    fc
      .array(fc.tuple(fc.nat(classes - 1), fc.nat(groups - 1)), { minLength: 12, maxLength: 80 })
      .map((rows) =>
        labelled(
          rows.map(([label]) => label),
          rows.map(([, group], i) => String(i < groups ? i : group)),
        ),
      ),
  );

describe('splitDataset', () => {
  it('splits what earlier versions split in the same way', () => {
    const { validation, test } = splitDataset(labelled(repeated(50, (i) => (i % 3 === 0 ? 1 : 0))), 7);
    expect(Array.from(validation.indices)).toEqual([6, 7, 20, 36, 38]);
    expect(Array.from(test.indices)).toEqual([12, 19, 23, 24, 28, 30, 32, 34, 40, 46]);
  });

  it('takes parts that are given as they are, and only the others from the series', () => {
    const dataset = labelled(repeated(100, (i) => i % 2));
    const test = labelled([0, 1, 1]);
    const split = splitDataset(dataset, 0, { test });
    expect(split.test.dataset).toBe(test);
    expect(sizesOf([split.train, split.validation])).toEqual([80, 20]);
    expect(classCounts(split.validation.dataset)).toEqual([10, 10]);
    const both = splitDataset(dataset, 0, { test, validation: test });
    expect(both.train.dataset.series).toEqual(dataset.series);
    expect(both.validation.dataset).toBe(test);
    expect(sizesOf([splitDataset(dataset, 0, { validation: test }).train])).toEqual([80]);
  });

  it('needs a series to train on', () => {
    expect(() => splitDataset(labelled([0]), 0, { test: labelled([0]) })).toThrow(
      /1 series cannot be split into two/,
    );
  });

  it('never tears a group apart', async () => {
    await forRandomCases(fc.tuple(datasets, fc.nat()), 200, ([dataset, seed]) => {
      const { train, validation, test } = splitDataset(dataset, seed);
      const seen = [train, validation, test].map((part) => new Set(groupsOf(part.dataset)));
      const all = seen.flatMap((groups) => [...groups]);
      expect(all.length).toBe(new Set(all).size);
      expect(all.length).toBe(new Set(groupsOf(dataset)).size);
      expect(Math.min(...seen.map((groups) => groups.size))).toBeGreaterThan(0);
    });
  });

  it('gives each part its share of each class where the groups allow it', () => {
    const dataset = labelled(
      repeated(200, (i) => (i % 4 === 0 ? 1 : 0)),
      Array.from({ length: 200 }, (_, i) => String(Math.floor(i / 10))),
    );
    const { train, validation, test } = splitDataset(dataset, 3);
    expect(sizesOf([train, validation, test])).toEqual([140, 20, 40]);
    expect(classCounts(train.dataset)[1]).toBeGreaterThan(30);
    expect(classCounts(train.dataset)[1]).toBeLessThan(40);
  });

  it('refuses fewer groups than parts', () => {
    const dataset = labelled(
      repeated(20, (i) => i % 2),
      Array.from({ length: 20 }, (_, i) => String(i % 2)),
    );
    expect(() => splitDataset(dataset, 0)).toThrow(/2 groups, which cannot be divided into 3 parts/);
    expect(() => splitDataset(dataset, 0, { test: dataset })).not.toThrow();
  });
});

describe('splitIntoFolds', () => {
  it('gives each series to one fold, each class in proportion', () => {
    const dataset = labelled(repeated(52, (i) => (i % 4 === 0 ? 1 : 0)));
    const folds = splitIntoFolds(dataset, 1, 5);
    expect(sizesOf(folds.map(({ fold }) => fold))).toEqual([10, 11, 10, 11, 10]);
    const all = folds.flatMap(({ fold }) => [...fold.indices]).sort((a, b) => a - b);
    expect(all).toEqual(repeated(52, (i) => i));
    for (const { fold, rest } of folds) {
      expect(fold.dataset.count + rest.dataset.count).toBe(52);
      expect([...rest.indices].filter((index) => fold.indices.includes(index))).toEqual([]);
      const [, ones] = classCounts(fold.dataset);
      expect(ones).toBeGreaterThanOrEqual(2);
      expect(ones).toBeLessThanOrEqual(3);
    }
  });

  it('keeps groups whole', async () => {
    await forRandomCases(fc.tuple(datasets, fc.nat()), 200, ([dataset, seed]) => {
      for (const { fold, rest } of splitIntoFolds(dataset, seed, 5)) {
        const held = new Set(groupsOf(fold.dataset));
        expect(held.size).toBeGreaterThan(0);
        expect(groupsOf(rest.dataset).filter((group) => held.has(group))).toEqual([]);
      }
    });
  });

  it('refuses more folds than series', () => {
    expect(() => splitIntoFolds(labelled([0, 1, 0]), 0, 5)).toThrow('3 series cannot be split into 5 folds');
  });
});

describe('summariseSplit', () => {
  it('names the parts that lack a class', () => {
    const labels = repeated(60, (i) => (i === 0 ? 2 : i % 2));
    const { train, warnings } = summariseSplit(splitDataset(labelled(labels), 0));
    expect(train.classCounts[2]).toBe(1);
    expect(warnings).toEqual([
      expect.stringMatching(/^There is no series of "2" in the validation part/),
      expect.stringMatching(/^There is no series of "2" in the test part/),
    ]);
  });
});

describe('fitParts', () => {
  it('refuses other channels and other classes', () => {
    const dataset = labelled([0, 1]);
    expect(() => fitParts(dataset, { test: { ...dataset, channels: 2 } })).toThrow(
      'The test part has 2 channels and the part to train on has one channel: both must have the same.',
    );
    expect(() => fitParts(dataset, { validation: labelled([0, 1, 2]) })).toThrow(
      'The validation part has the classes 0, 1, 2, but the series to train on have 0, 1.',
    );
  });

  it('puts channels into the order of those to train on, and refuses others', () => {
    const two = { ...labelled([0, 1]), channels: 2, series: Float32Array.of(1, 2, 3, 4) };
    const train = { ...two, channelNames: ['x', 'y'] };
    const { test } = fitParts(train, { test: { ...two, channelNames: ['y', 'x'] } });
    expect([...(test?.series ?? [])]).toEqual([2, 1, 4, 3]);
    expect(test?.channelNames).toEqual(['x', 'y']);
    expect(fitParts(train, { test: two })).toEqual({ test: two });
    expect(() => fitParts(train, { test: { ...two, channelNames: ['x', 'z'] } })).toThrow(
      'The test part has the channels x, z; the part to train on has x, y.',
    );
  });

  it('refuses a group that is in two parts', () => {
    const train = labelled([0, 1], ['p', 'q']);
    const [other, torn] = [labelled([0, 1], ['r', 's']), labelled([0, 1], ['s', 'q'])];
    expect(fitParts(train, { test: other })).toEqual({ test: other });
    expect(() => fitParts(train, { test: torn })).toThrow(
      'The group "q" stands in the train part and in the test part',
    );
    expect(() => fitParts(train, { validation: other, test: labelled([0, 1], ['s', 't']) })).toThrow(
      'The group "s" stands in the validation part and in the test part',
    );
  });
});
