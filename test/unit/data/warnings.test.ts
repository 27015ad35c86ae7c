import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../src/data/dataset';
import { defaultSineConfig } from '../../../src/data/sine-config';
import { generateSineDataset } from '../../../src/data/sine-dataset';
import { datasetWarnings } from '../../../src/data/warnings';

/** Flawless series of noise, `sizes[i]` of class i. */
function dataset(sizes: number[], time = 20): Dataset {
  const count = sizes.reduce((sum, size) => sum + size, 0);
  const series = Float32Array.from({ length: count * time }, (_, i) => Math.sin(i * i * 0.37 + i));
  const labels = Int32Array.from(sizes.flatMap((size, label) => Array(size).fill(label)));
  return {
    count,
    time,
    channels: 1,
    series,
    labels,
    classNames: sizes.map((_, label) => 'abcdefgh'[label] as string),
  };
}

function changed(base: Dataset, change: (series: Float32Array, labels: Int32Array) => void): Dataset {
  const [series, labels] = [base.series.slice(), base.labels.slice()];
  change(series, labels);
  return { ...base, series, labels };
}

describe('datasetWarnings', () => {
  it('tells classes that differ only in capitals or spaces, and one that may mean no label', () => {
    const names = ['Walk', 'walk', 'sit down', 'sit_down', 'NA', 'none'];
    const told = datasetWarnings({ ...dataset([30, 30, 30, 30, 30, 30]), classNames: names });
    expect(told).toHaveLength(3);
    expect(told[0]).toContain('"Walk" and "walk" differ only in capitals');
    expect(told[1]).toContain('"sit down" and "sit_down"');
    expect(told[2]).toContain('The class "NA" is taken for one like the others');
  });

  it('has nothing to say about good data', () => {
    expect(datasetWarnings(dataset([60, 60]))).toEqual([]);
    expect(datasetWarnings(generateSineDataset({ ...defaultSineConfig, dataset_size: 300 }, 1))).toEqual([]);
  });

  it('warns of classes of different size', () => {
    expect(datasetWarnings(dataset([100, 20]))).toEqual([
      expect.stringContaining(
        '"a" has 100 series, "b" has 20. Always answering "a" would be right 83 % of the time',
      ),
    ]);
    expect(datasetWarnings(dataset([100, 21]))).toEqual([]);
  });

  it('warns of small classes', () => {
    expect(datasetWarnings(dataset([40, 60, 9]))[0]).toContain(
      'One class has fewer than 10 series ("c" has 9)',
    );
    expect(datasetWarnings(dataset([60, 3, 40, 4, 5, 6]))[0]).toContain(
      '4 classes have fewer than 10 series ("b" has 3, "d" has 4, "e" has 5, and so on)',
    );
    expect(datasetWarnings(dataset([45, 45, 10]))).toEqual([]);
  });

  it('ignores classes that a file does not have', () => {
    expect(datasetWarnings({ ...dataset([60, 60]), classNames: ['a', 'b', 'c'] })).toEqual([]);
  });

  it('warns of a column that is not a label', () => {
    const base = dataset([120]);
    const names = Array.from({ length: 120 }, (_, i) => `${i}`);
    const wrong = { ...base, labels: Int32Array.from(names, Number), classNames: names };
    expect(datasetWarnings(wrong)).toEqual([expect.stringContaining('120 classes among 120 series: check')]);
  });

  it('warns of few series', () => {
    expect(datasetWarnings(dataset([50, 49]))).toEqual([expect.stringContaining('There are only 99 series')]);
  });

  it('warns of series that never change', () => {
    const one = changed(dataset([60, 60]), (series) => series.fill(0.5, 40, 60));
    expect(datasetWarnings(one)).toEqual([
      expect.stringContaining('One series never changes (number 3): check'),
    ]);
    const two = changed(one, (series) => series.fill(0.25, 100, 120));
    expect(datasetWarnings(two)[0]).toContain('2 series never change (numbers 3 and 6)');
  });

  it('names series of zeros and series without a value', () => {
    const base = changed(dataset([60, 60]), (series) => {
      series.fill(5, 0, 20);
      series.fill(0, 20, 40);
      series.fill(Number.NaN, 40, 60);
      series.fill(Number.NaN, 61, 80);
    });
    const [empty, constant] = datasetWarnings(base);
    expect(empty).toContain('One series has no values at all (number 3)');
    expect(constant).toContain('3 series never change (numbers 1, 2 and 4; all values of number 2 are 0)');
  });

  it('looks at the valid steps, each channel by itself', () => {
    const base = dataset([60, 60]);
    const wide = { ...base, time: 10, channels: 2 };
    const held = changed(wide, (series) => {
      for (let i = 0; i < 20; i++) series[i] = i % 2;
      series.fill(0, 30, 40);
      series.copyWithin(60, 20, 30);
      series.fill(0, 70, 80);
    });
    const lengths = Int32Array.from({ length: 120 }, (_, i) => (i === 1 || i === 3 ? 5 : 10));
    const [constant, copies, ...rest] = datasetWarnings({ ...held, lengths });
    expect(constant).toContain('One series never changes (number 1)');
    expect(copies).toContain('One series is a copy of an earlier one (number 4)');
    expect(rest).toEqual([]);
    lengths[3] = 6;
    expect(datasetWarnings({ ...held, lengths })).toEqual([constant]);
  });

  it('says that one series of a class cannot be in all parts', () => {
    expect(datasetWarnings(dataset([60, 60, 1]))[0]).toContain(
      'The class "c" has one series only, which cannot be in all of the parts',
    );
    expect(datasetWarnings(dataset([60, 1, 1]))[0]).toContain('2 classes ("b", "c") have one series only');
  });

  it('warns of copies, and of those with another label', () => {
    const base = dataset([60, 60]);
    const copy = changed(base, (series) => series.copyWithin(100, 20, 40));
    expect(datasetWarnings(copy)).toEqual([
      expect.stringContaining('One series is a copy of an earlier one (number 6): remove it'),
    ]);
    const contradiction = changed(base, (series) => series.copyWithin(119 * 20, 20, 40));
    expect(datasetWarnings(contradiction)).toEqual([
      expect.stringContaining('with a different label (for example series 2 and 120): correct'),
    ]);
  });

  it('warns of long series', () => {
    expect(datasetWarnings(dataset([50, 50], 2001))).toEqual([
      expect.stringContaining(
        'Each series has 2,001 steps, which makes training slow. If they keep their shape, use only every 5th',
      ),
    ]);
    expect(datasetWarnings(dataset([50, 50], 2000))).toEqual([]);
  });

  it('warns of series of very different size', () => {
    const base = dataset([60, 60]);
    const grown = changed(base, (series) =>
      series.subarray(0, 20 * 30).forEach((value, i) => {
        series[i] = 1000 * value;
      }),
    );
    expect(datasetWarnings(grown)).toEqual([
      expect.stringContaining('the scaling "zscore" or "max" makes them equally large'),
    ]);
  });

  it('warns of values far from zero', () => {
    const base = dataset([60, 60]);
    const far = changed(base, (series) =>
      series.forEach((value, i) => {
        series[i] = 500 + value;
      }),
    );
    expect(datasetWarnings(far)).toEqual([
      expect.stringContaining('scaling by "zscore" or "standardise" subtracts that'),
    ]);
  });
});
