import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../../src/data/dataset';
import { decimate } from '../../../../src/data/preparation/decimate';
import { fitPreparation } from '../../../../src/data/preparation/fit';
import type { Preparation } from '../../../../src/data/preparation/preparation';
import { prepareDataset, prepareSeries, spreadSteps } from '../../../../src/data/preparation/prepare';
import { forRandomCases } from '../../../support/random-cases';

const { NaN: none } = Number;

/** One series a row; shorter ones are padded with 0. */
function datasetOf(rows: number[][], channels = 1, labels = rows.map((_, i) => i % 2)): Dataset {
  const time = Math.max(...rows.map((row) => row.length / channels));
  const series = new Float32Array(rows.length * time * channels);
  rows.forEach((row, i) => {
    series.set(row, i * time * channels);
  });
  return {
    count: rows.length,
    time,
    channels,
    series,
    labels: Int32Array.from(labels),
    classNames: ['a', 'b'],
    lengths: Int32Array.from(rows, (row) => row.length / channels),
  };
}

const prepared = (values: number[], preparation: Partial<Preparation>, channels = 1): number[] =>
  Array.from(
    prepareSeries(Float32Array.from(values), channels, {
      scaling: 'none',
      missing: 'linear',
      ...preparation,
    }),
  );

describe('scaling', () => {
  it('max: divides by the largest magnitude of all channels, and leaves zeros', () => {
    expect(prepared([1, -4, 2], { scaling: 'max' })).toEqual([0.25, -1, 0.5]);
    expect(prepared([1, 2, 4, 0], { scaling: 'max' }, 2)).toEqual([0.25, 0.5, 1, 0]);
    expect(prepared([0, 0], { scaling: 'max' })).toEqual([0, 0]);
  });

  it('zscore: brings each channel of a series to mean 0 and deviation 1, and constant ones to 0', () => {
    expect(prepared([1, 7, 3, 7], { scaling: 'zscore' }, 2)).toEqual([-1, 0, 1, 0]);
    // A float32 that is no short binary fraction: the mean is off by rounding.
    const constant = prepared(new Array<number>(7).fill(300.1), { scaling: 'zscore' });
    expect(Math.max(...constant.map(Math.abs))).toBeLessThan(1e-6);
  });

  it('standardise: takes the figures of the training part', () => {
    const { preparation } = fitPreparation(
      datasetOf([
        [1, 3],
        [3, 5, 3],
      ]),
      {
        scaling: 'standardise',
        missing: 'linear',
        difference: 'off',
        decimate: 'none',
        longest: 100,
      },
    );
    const deviation = Math.sqrt(8 / 5);
    expect(preparation.standards?.means).toEqual([3]);
    expect(preparation.standards?.deviations[0]).toBeCloseTo(deviation, 12);
    expect(prepared([3, 5], preparation)).toEqual([0, Math.fround(2 / deviation)]);
  });
});

describe('missing values', () => {
  it('linear: a line between the neighbours, the nearest value at the ends', () => {
    expect(prepared([none, 1, none, none, 4, none], {})).toEqual([1, 1, 2, 3, 4, 4]);
  });

  it('last: the value before, at the beginning the one after', () => {
    expect(prepared([none, 1, none, none, 4, none], { missing: 'last' })).toEqual([1, 1, 1, 1, 4, 4]);
  });

  it('zero+mask: 0, and a channel for each channel that says so', () => {
    expect(prepared([none, 1, 2, none], { missing: 'zero+mask' }, 2)).toEqual([0, 1, 1, 0, 2, 0, 0, 1]);
  });

  it('are left out of the scaling, and a channel without any value is 0', () => {
    expect(prepared([2, none, none, none, 4, none], { scaling: 'zscore' }, 2)).toEqual([-1, 0, 0, 0, 1, 0]);
  });
});

describe('differences', () => {
  it('follow the channels, scaled, from 0 on', () => {
    expect(prepared([1, 10, 3, 30, 7, 20], { differences: [2, 10] }, 2)).toEqual([
      1, 10, 0, 0, 3, 30, 1, 2, 7, 20, 2, -1,
    ]);
  });
});

describe('decimation', () => {
  const shorten = (values: number[], keep: 'mean' | 'peak', channels = 1): number[] =>
    Array.from(decimate(Float32Array.from(values), channels, { every: 2, keep }));

  it('mean: leaves out missing values; the last window may be shorter', () => {
    expect(shorten([1, 3, none, 5, none, none, 9], 'mean')).toEqual([2, 5, none, 9]);
  });

  it('peak: the least and the largest of twice as many steps, in their order', () => {
    expect(shorten([0, 9, 1, 2, 5, 4, 3, 4, 7], 'peak')).toEqual([0, 9, 5, 3, 7]);
    expect(shorten([0, 5, 9, 4, 1, 3, 2, 4], 'peak', 2)).toEqual([0, 5, 9, 3]);
  });

  it('spreads attention over the steps that a prepared one stands for', () => {
    const preparation: Preparation = {
      scaling: 'none',
      missing: 'linear',
      decimation: { every: 2, keep: 'mean' },
    };
    const attention = Float32Array.of(0.5, 0.25, 0.25, 0.5, 0.5, 0);
    expect(Array.from(spreadSteps(attention, 5, Int32Array.of(5, 3), preparation))).toEqual([
      0.25, 0.25, 0.125, 0.125, 0.25, 0.25, 0.25, 0.5, 0, 0,
    ]);
  });
});

describe('prepareDataset', () => {
  it('prepares each series by itself, leaves padding 0, and has no missing value left', async () => {
    const value = fc.oneof(
      fc.constant(none),
      fc.constant(0),
      fc.float({ min: -1000, max: 1000, noNaN: true }),
    );
    const cases = fc.record({
      channels: fc.integer({ min: 1, max: 3 }),
      lengths: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 }),
      values: fc.array(value, { minLength: 200, maxLength: 200 }),
      scaling: fc.constantFrom('auto', 'none', 'max', 'zscore', 'standardise'),
      missing: fc.constantFrom('auto', 'linear', 'last', 'zero+mask'),
      difference: fc.constantFrom('auto', 'on', 'off'),
      decimate: fc.constantFrom('auto', 'none', 'mean', 'peak'),
      longest: fc.integer({ min: 2, max: 9 }),
    });
    await forRandomCases(cases, 300, async ({ channels, lengths, values, ...options }) => {
      const rows = lengths.map((length, i) => values.slice(i * 27, i * 27 + length * channels));
      const dataset = { ...datasetOf(rows, channels), time: Math.max(1, ...lengths) };
      dataset.series = new Float32Array(rows.length * dataset.time * channels);
      rows.forEach((row, i) => {
        dataset.series.set(row, i * dataset.time * channels);
      });
      const { preparation } = fitPreparation(dataset, options as Parameters<typeof fitPreparation>[1]);
      const result = prepareDataset(dataset, preparation);
      expect(result.series.every(Number.isFinite)).toBe(true);
      rows.forEach((row, i) => {
        const alone = prepareSeries(Float32Array.from(row), channels, preparation);
        const size = result.time * result.channels;
        const padded = new Float32Array(size);
        padded.set(alone);
        expect(result.series.subarray(i * size, (i + 1) * size)).toEqual(padded);
        expect(result.lengths?.[i] ?? result.time).toBe(alone.length / result.channels);
      });
    });
  });

  it('leaves the given series as they are', () => {
    const dataset = datasetOf([[1, none, 4]]);
    prepareDataset(dataset, { scaling: 'max', missing: 'linear' });
    expect(Array.from(dataset.series)).toEqual([1, none, 4]);
  });
});
