import { describe, expect, it } from 'vitest';
import { type SineWave, sineSeries } from '../../../src/data/sine';
import { defaultSineConfig } from '../../../src/data/sine-config';
import { generateSineDataset, sinesOf } from '../../../src/data/sine-dataset';
import { sineRanges } from '../../../src/data/sine-ranges';

const small = { ...defaultSineConfig, num_points: 50, dataset_size: 400 };
const values = (range: { count: number; at(index: number): number }): number[] =>
  Array.from({ length: range.count }, (_, i) => range.at(i));

describe('the ranges that parameters are drawn from', () => {
  it('are those of numpy.arange, to the last bit', () => {
    const { amp, freq } = sineRanges(defaultSineConfig);
    expect([amp.count, amp.at(1), amp.at(2), amp.at(450), amp.at(899)]).toEqual([
      900, 1.01, 1.02, 5.5000000000000036, 9.990000000000007,
    ]);
    expect([freq.count, freq.at(0), freq.at(150), freq.at(299)]).toEqual([
      300, 1, 2.5000000000000013, 3.990000000000003,
    ]);
    // numpy's own surprise: the last value is not below the maximum.
    const surprise = sineRanges({ ...defaultSineConfig, min_amp: 1, max_amp: 1.3, step_amp: 0.1 }).amp;
    expect(values(surprise)).toEqual([1, 1.1, 1.2000000000000002, 1.3000000000000003]);
  });

  it.each([
    // Counts, first and last values as numpy gives them for int(bound * points) and max(1, int(step * points)).
    { points: 500, loc: [90, 0, 445], length: [40, 50, 245], odd: [145, 215, 285] },
    { points: 100, loc: [90, 0, 89], length: [40, 10, 49], odd: [28, 42, 56] },
    { points: 97, loc: [87, 0, 86], length: [39, 9, 47], odd: [28, 41, 54] },
    { points: 29, loc: [26, 0, 25], length: [12, 2, 13], odd: [8, 12] },
    { points: 7, loc: [6, 0, 5], length: [3, 0, 2], odd: [2, 3] },
  ])('are whole steps of a series of $points points', ({ points, loc, length, odd }) => {
    const ranges = sineRanges({ ...defaultSineConfig, num_points: points });
    const ends = (all: number[]) => [all.length, all[0], all.at(-1)];
    expect(ends(values(ranges.loc))).toEqual(loc);
    expect(ends(values(ranges.length))).toEqual(length);
    // 0.29 · 100 is 28.999999999999996, so it is 28 steps, as in Python.
    const oddRange = sineRanges({
      ...defaultSineConfig,
      num_points: points,
      min_loc: 0.29,
      max_loc: 0.58,
      step_loc: 0.14,
    });
    expect(values(oddRange.loc)).toEqual(odd);
  });
});

describe('sineSeries', () => {
  const wave: SineWave = { amp: 2.5, freq: 1.7, loc: 2, length: 3, label: 0 };

  it('is amp·sin(freq·t) from 0 to 2π inclusive', () => {
    // numpy: np.float32(2.5 * np.sin(1.7 * np.linspace(0, 2 * np.pi, 7)))
    expect(Array.from(sineSeries(wave, 7))).toEqual([
      0, 2.445369005203247, -1.0168416500091553, -2.0225424766540527, 1.857862114906311, 1.25,
      -2.377641201019287,
    ]);
  });

  it('is held at x[loc] over [loc, loc + length) when anomalous', () => {
    const normal = sineSeries(wave, 7);
    const flat = sineSeries({ ...wave, label: 1 }, 7);
    const held = normal[2];
    expect(Array.from(flat)).toEqual([normal[0], normal[1], held, held, held, normal[5], normal[6]]);
  });

  it('cuts the flat at the end of the series', () => {
    const normal = sineSeries(wave, 7);
    const flat = sineSeries({ ...wave, loc: 5, length: 4, label: 1 }, 7);
    expect(Array.from(flat)).toEqual([...normal.slice(0, 6), normal[5]]);
  });
});

describe('generateSineDataset', () => {
  const dataset = generateSineDataset(small, 0);
  const waves = sinesOf(dataset) as SineWave[];

  it('has the configured size and tells what every series was made from', () => {
    expect(dataset).toMatchObject({ count: 400, time: 50, channels: 1, classNames: ['0', '1'] });
    expect(dataset.series.length).toBe(400 * 50);
    expect(waves.length).toBe(400);
    waves.forEach((wave, row) => {
      expect(dataset.labels[row]).toBe(wave.label);
      expect(dataset.series.subarray(row * 50, (row + 1) * 50)).toEqual(sineSeries(wave, 50));
    });
  });

  it('marks what is held flat, cut at the end of the series, and nothing in normal ones', () => {
    waves.forEach(({ label, loc, length }, row) => {
      const end = Math.min(50, loc + length);
      const flat = label === 1 && end > loc ? [{ start: loc, end, name: 'flat' }] : [];
      expect(dataset.regions?.[row]).toEqual(flat);
      for (const { start, end } of flat) {
        expect(new Set(dataset.series.subarray(row * 50 + start, row * 50 + end)).size).toBe(1);
      }
    });
  });

  it('tells its series from others', () => {
    const { about: _about, ...rest } = dataset;
    expect(sinesOf(rest)).toBeUndefined();
    expect(sinesOf({ ...dataset, about: { amp: [1] } })).toBeUndefined();
    expect(sinesOf({ ...dataset, classNames: ['a', 'b'] })).toBeUndefined();
  });

  it('draws every parameter from its whole range', () => {
    const ranges = sineRanges(small);
    for (const name of ['amp', 'freq', 'loc', 'length'] as const) {
      const possible = values(ranges[name]);
      const drawn = waves.map((wave) => wave[name]);
      expect(drawn.every((value) => possible.includes(value))).toBe(true);
      expect(Math.min(...drawn)).toBeLessThanOrEqual(possible[Math.ceil(possible.length / 20)] as number);
      expect(Math.max(...drawn)).toBeGreaterThanOrEqual(
        possible[Math.floor(possible.length * 0.95) - 1] as number,
      );
    }
  });

  it('keeps a place of the flat for normal series too', () => {
    const normal = waves.filter(({ label }) => label === 0);
    expect(new Set(normal.map(({ loc }) => loc)).size).toBeGreaterThan(10);
  });

  it('makes the share 1 − normal_anomalous_ratio anomalous', () => {
    const share = (ratio: number) => {
      const { labels } = generateSineDataset(
        { ...small, dataset_size: 2000, normal_anomalous_ratio: ratio },
        1,
      );
      return labels.reduce((sum, label) => sum + label, 0) / 2000;
    };
    expect(share(0)).toBe(1);
    expect(share(1)).toBe(0);
    expect(Math.abs(share(0.8) - 0.2)).toBeLessThan(0.04);
  });

  it('gives the same data for the same seed, other data for another', () => {
    expect(generateSineDataset(small, 0)).toEqual(dataset);
    expect(generateSineDataset(small, 1).series).not.toEqual(dataset.series);
  });

  it('gives these series forever: a published seed must keep its meaning', () => {
    // From a second implementation, in Python with numpy.
    expect(waves.slice(0, 3)).toEqual([
      { amp: 7.8600000000000065, freq: 1.8900000000000008, loc: 35, length: 7, label: 0 },
      { amp: 6.300000000000004, freq: 2.7300000000000013, loc: 16, length: 12, label: 0 },
      { amp: 9.350000000000007, freq: 2.120000000000001, loc: 34, length: 11, label: 1 },
    ]);
    expect(sinesOf(generateSineDataset(defaultSineConfig, 0))?.at(-1)).toEqual({
      amp: 6.160000000000005,
      freq: 1.5000000000000004,
      loc: 95,
      length: 155,
      label: 0,
    });
  });
});
