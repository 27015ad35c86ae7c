import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../../src/data/dataset';
import { checkPreparation } from '../../../../src/data/preparation/check';
import { fitPreparation, type PreparationOptions } from '../../../../src/data/preparation/fit';
import { prepareDataset } from '../../../../src/data/preparation/prepare';
import { explainedByClass } from '../../../../src/data/preparation/statistics';
import { RandomStream } from '../../../../src/random';

const auto: PreparationOptions = {
  scaling: 'auto',
  missing: 'auto',
  difference: 'auto',
  decimate: 'auto',
  longest: 1000,
};

/** 40 series of two classes, of one channel. */
function datasetOf(value: (step: number, label: number, random: RandomStream) => number, time = 50): Dataset {
  const random = new RandomStream(1, 'data');
  const labels = Int32Array.from({ length: 40 }, (_, i) => i % 2);
  const series = Float32Array.from({ length: 40 * time }, (_, i) =>
    value(i % time, labels[Math.floor(i / time)]!, random),
  );
  return { count: 40, time, channels: 1, series, labels, classNames: ['a', 'b'] };
}

const noisy = datasetOf((step, label, random) => Math.sin(step * (1 + label)) + 2 * random.next() - 1);
const changed = (dataset: Dataset, change: (value: number, i: number) => number): Dataset => ({
  ...dataset,
  series: dataset.series.map(change),
});

describe('fitPreparation', () => {
  it('scales each series by itself where level and spread tell nothing', () => {
    const { preparation, reasons } = fitPreparation(noisy, auto);
    expect(preparation).toEqual({ scaling: 'zscore', missing: 'linear' });
    expect(reasons).toEqual([expect.stringContaining('tell little about their class')]);
  });

  it('keeps level and spread where they tell the classes apart', () => {
    const level = changed(noisy, (value, i) => value + 3 * (Math.floor(i / 50) % 2));
    const spread = changed(noisy, (value, i) => value * (1 + 3 * (Math.floor(i / 50) % 2)));
    for (const dataset of [level, spread]) {
      const { preparation, reasons } = fitPreparation(dataset, auto);
      expect(preparation.scaling).toBe('standardise');
      expect(reasons[0]).toContain('tell the classes apart');
    }
  });

  it('scales each series by itself where some are a hundred times as large', () => {
    const grown = changed(noisy, (value, i) => value * (i < 200 ? 1000 : 1));
    expect(fitPreparation(grown, auto).reasons[0]).toMatch(/Some series are \d+ times as large/);
    expect(fitPreparation(grown, auto).preparation.scaling).toBe('zscore');
  });

  it.each(['zscore', 'standardise'] as const)('is not moved by an offset with %s', (scaling) => {
    const options = { ...auto, scaling, difference: 'on' as const };
    const moved = changed(noisy, (value) => value + 300);
    const [here, there] = [noisy, moved].map(
      (dataset) => prepareDataset(dataset, fitPreparation(dataset, options).preparation).series,
    );
    const apart = here!.reduce((most, value, i) => Math.max(most, Math.abs(value - there![i]!)), 0);
    expect(apart).toBeLessThan(1e-3);
  });

  it('shows the slope of smooth series', () => {
    const smooth = datasetOf((step, label) => Math.sin(step / 10 + label));
    const { preparation, reasons } = fitPreparation(smooth, auto);
    expect(preparation.differences).toHaveLength(1);
    expect(reasons.at(-1)).toContain('The series are smooth');
    const { series } = prepareDataset(smooth, preparation);
    const slopes = series.filter((_, i) => i % 2 === 1 && i % 100 !== 1);
    const size = Math.sqrt(slopes.reduce((sum, value) => sum + value ** 2, 0) / slopes.length);
    expect(size).toBeCloseTo(1, 4);
  });

  it('fills a few missing values, and marks many', () => {
    const few = changed(noisy, (value, i) => (i % 50 === 7 ? Number.NaN : value));
    expect(fitPreparation(few, auto).reasons[0]).toMatch(/^2 % of the values are missing: a line/);
    const many = changed(noisy, (value, i) => (i % 2 === 0 ? Number.NaN : value));
    expect(fitPreparation(many, auto).preparation.missing).toBe('zero+mask');
  });

  it('shortens smooth series to 128 steps, others as little as it must', () => {
    const slow = datasetOf((step, label) => Math.sin(step / 30 + label), 250);
    const shortened = fitPreparation(slow, auto);
    expect(shortened.preparation.decimation).toEqual({ every: 2, keep: 'mean' });
    expect(shortened.reasons[0]).toMatch(
      /250 steps: every 2 steps become one, their mean, which keeps 100 %/,
    );
    const quick = (time: number) => datasetOf((step, label) => Math.sin(step / 3 + label), time);
    expect(fitPreparation(quick(1000), auto).preparation.decimation).toBeUndefined();
    expect(fitPreparation(quick(2500), auto).preparation.decimation).toEqual({ every: 3, keep: 'mean' });
  });

  it('looks at each channel by itself, whatever their levels', () => {
    const { series, ...one } = datasetOf((step) => Math.sin(step / 3), 600);
    const two = Float32Array.from({ length: 2 * series.length }, (_, i) =>
      i % 2 === 0 ? series[i / 2]! : 1000 + series[(i - 1) / 2]!,
    );
    expect(fitPreparation({ ...one, channels: 2, series: two }, auto).preparation.decimation).toBeUndefined();
  });

  it('keeps peaks that means would lose', () => {
    const spikes = datasetOf((step) => (step % 97 === 0 ? 5 : 0), 2500);
    const { preparation, reasons } = fitPreparation(spikes, auto);
    expect(preparation.decimation).toEqual({ every: 3, keep: 'peak' });
    expect(reasons[0]).toMatch(/2500 steps: every 3 steps become one, with their peaks, since means/);
  });

  it('does as it is told, and then has no reasons', () => {
    const told = {
      scaling: 'max',
      missing: 'last',
      difference: 'off',
      decimate: 'none',
      longest: 2,
    } as const;
    expect(fitPreparation(noisy, told)).toEqual({
      preparation: { scaling: 'max', missing: 'last' },
      reasons: [],
    });
  });

  it('survives JSON', () => {
    const { preparation } = fitPreparation(noisy, { ...auto, scaling: 'standardise', difference: 'on' });
    expect(checkPreparation(JSON.parse(JSON.stringify(preparation)), 2)).toEqual(preparation);
  });
});

describe('checkPreparation', () => {
  it.each([
    [{ scaling: 'log', missing: 'linear' }, /scaling is "log"/],
    [{ scaling: 'max' }, /missing is undefined/],
    [{ scaling: 'max', missing: 'linear', spline: 3 }, /spline/],
    [{ scaling: 'standardise', missing: 'linear' }, /no "standards"/],
    [{ scaling: 'max', missing: 'linear', differences: [1] }, /makes 2 channels of one.*the model sees 1/],
    [{ scaling: 'standardise', missing: 'linear', standards: { means: [1], deviations: [0] } }, /deviations/],
    ['max', /it is "max"/],
  ])('refuses %j', (value, message) => {
    expect(() => checkPreparation(value, 1)).toThrow(message);
  });
});

describe('explainedByClass', () => {
  it('is near 1 where classes tell all, and 0 where they tell no more than chance', () => {
    const labels = [0, 1, 0, 1, 0, 1, 0, 1];
    expect(explainedByClass([1, 9, 1.1, 9.1, 0.9, 8.9, 1, 9], labels)).toBeGreaterThan(0.99);
    expect(explainedByClass([1, 1, 2, 2, 3, 3, 4, 4], labels)).toBe(0);
    expect(explainedByClass([5, 5, 5, 5], [0, 1, 0, 1])).toBe(0);
  });
});
