import { describe, expect, it } from 'vitest';
import {
  aboutRow,
  classCounts,
  type Dataset,
  describeDataset,
  stepsMarked,
  subset,
  summariseDataset,
} from '../../../src/data/dataset';
import { splitDataset } from '../../../src/data/split';
import { validateForTraining } from '../../../src/data/validate';

/** Series i holds 10·i, 10·i + 1, …; its class is `labels[i]`. */
function numbered(labels: number[], time = 3, channels = 1, classNames = ['0', '1']): Dataset {
  const series = labels.flatMap((_, i) => Array.from({ length: time * channels }, (_, j) => 10 * i + j));
  return {
    count: labels.length,
    time,
    channels,
    series: Float32Array.from(series),
    labels: Int32Array.from(labels),
    classNames,
  };
}

describe('subset', () => {
  it('picks series with all that belongs to them', () => {
    const about = { age: [3, 4, 5], place: ['a', 'b', 'c'] };
    const regions = [[], [{ start: 0, end: 1, name: 'peak' }], []];
    const dataset = { ...numbered([0, 1, 0], 2, 2), lengths: Int32Array.of(2, 1, 2), about, regions };
    const picked = subset(dataset, [2, 1]);
    expect(Array.from(picked.series)).toEqual([20, 21, 22, 23, 10, 11, 12, 13]);
    expect(Array.from(picked.labels)).toEqual([0, 1]);
    expect(Array.from(picked.lengths ?? [])).toEqual([2, 1]);
    expect(picked.about).toEqual({ age: [5, 4], place: ['c', 'b'] });
    expect(picked.regions).toEqual([[], regions[1]]);
    expect(aboutRow(picked, 1)).toEqual({ age: 4, place: 'b' });
    expect(picked).toMatchObject({ count: 2, time: 2, channels: 2, classNames: ['0', '1'] });
  });

  it('counts the steps of regions once', () => {
    const region = (start: number, end: number) => ({ start, end, name: '' });
    const regions = [
      [region(4, 6), region(1, 3), region(2, 5), region(9, 9)],
      [region(0, 2), region(0, 1)],
      [],
    ];
    expect([0, 1, 2].map((row) => stepsMarked({ regions }, row))).toEqual([5, 2, 0]);
    expect(stepsMarked({}, 0)).toBe(0);
  });

  it('refuses a series that is not there', () => {
    expect(() => subset(numbered([0, 1]), [2])).toThrow('There is no series 2 in a data set of 2 series.');
    expect(() => subset(numbered([0, 1]), [-1])).toThrow('There is no series -1');
  });
});

describe('describeDataset', () => {
  it('counts series, steps and classes', () => {
    expect(describeDataset(summariseDataset(numbered([0, 1, 1])))).toBe('3 series of 3 steps (0: 1, 1: 2)');
    expect(describeDataset(summariseDataset(numbered([0, 0], 4, 2, ['idle', 'walk'])))).toBe(
      '2 series of 4 steps with 2 channels (idle: 2, walk: 0)',
    );
  });

  it('says from which length to which, and names no more classes than can be read', () => {
    const uneven = { ...numbered([0, 1, 1]), lengths: Int32Array.of(2, 3, 1) };
    expect(describeDataset(summariseDataset(uneven))).toBe('3 series of 1 to 3 steps (0: 1, 1: 2)');
    const many = Array.from({ length: 40 }, (_, i) => i % 30);
    const names = Array.from({ length: 30 }, (_, i) => `c${i}`);
    expect(describeDataset(summariseDataset(numbered(many, 3, 1, names)))).toBe(
      '40 series of 3 steps (30 classes of 1 to 2 series)',
    );
  });
});

describe('splitDataset', () => {
  const dataset = numbered(Array.from({ length: 200 }, (_, i) => (i % 4 === 0 ? 1 : 0)));
  const split = splitDataset(dataset, 0);

  it('gives 70, 10 and 20 % that are disjoint and complete', () => {
    expect([split.train, split.validation, split.test].map((part) => part.dataset.count)).toEqual([
      140, 20, 40,
    ]);
    const all = [split.train, split.validation, split.test].flatMap((part) => Array.from(part.indices));
    expect(all.sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, i) => i));
  });

  it('keeps indices and series together', () => {
    for (const { dataset: part, indices } of [split.train, split.validation, split.test]) {
      expect(part).toEqual(subset(dataset, indices));
      expect(indices).toEqual(indices.toSorted());
    }
  });

  it('holds each class in proportion in each part', () => {
    expect(classCounts(split.train.dataset)).toEqual([105, 35]);
    expect(classCounts(split.validation.dataset)).toEqual([15, 5]);
    expect(classCounts(split.test.dataset)).toEqual([30, 10]);
  });

  it('depends on the seed alone, and mixes', () => {
    expect(splitDataset(dataset, 0)).toEqual(split);
    expect(splitDataset(dataset, 1).test.indices).not.toEqual(split.test.indices);
    const middle = split.test.indices.reduce((sum, index) => sum + index, 0) / 40;
    expect(Math.abs(middle - 99.5)).toBeLessThan(30);
  });

  it('keeps every part non-empty down to three series, and refuses two', () => {
    const { train, validation, test } = splitDataset(numbered([0, 1, 0]), 0);
    expect([train, validation, test].map((part) => part.dataset.count)).toEqual([1, 1, 1]);
    expect(() => splitDataset(numbered([0, 1]), 0)).toThrow('2 series cannot be split into three parts');
  });
});

describe('validateForTraining', () => {
  const alternating = (count: number) => numbered(Array.from({ length: count }, (_, i) => i % 2));

  it('accepts ten series of two classes', () => {
    expect(() => validateForTraining(alternating(10))).not.toThrow();
  });

  it('refuses too few series', () => {
    expect(() => validateForTraining(alternating(9), 'few.csv')).toThrow(
      'few.csv has only 9 series; training needs at least 10',
    );
  });

  it('refuses one class only', () => {
    const normal = numbered(Array.from({ length: 12 }, () => 0));
    expect(() => validateForTraining(normal, 'calm.csv')).toThrow(
      'calm.csv has one class only: all 12 series have the label "0". A classifier needs series of at least two classes.',
    );
  });
});
