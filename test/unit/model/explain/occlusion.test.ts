import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fills, hideStretch } from '../../../../src/model/explain/fill';
import {
  type LogitsOf,
  occlude,
  occlusionPasses,
  type SeriesBatch,
} from '../../../../src/model/explain/occlusion';
import { occlusionWindows } from '../../../../src/model/explain/windows';
import { forRandomCases } from '../../../support/random-cases';

/** One logit: the weighted sum of the valid steps of all channels. */
function linear(weights: readonly number[]): LogitsOf {
  return ({ count, time, channels, series, lengths }) =>
    Float32Array.from({ length: count }, (_, row) => {
      let sum = 0;
      for (let i = 0; i < (lengths?.[row] ?? time) * channels; i++) {
        sum += (series[row * time * channels + i] as number) * (weights[i % weights.length] as number);
      }
      return sum;
    });
}

const one = (values: number[]): SeriesBatch => ({
  count: 1,
  time: values.length,
  channels: 1,
  series: Float32Array.from(values),
});

describe('occlude', () => {
  it('tells how far the log-odds of the answer fall, and what the probability would be', async () => {
    // The mean is 1, so a hidden step becomes 1.
    const [found] = await occlude(one([3, 1, 0, 0]), linear([1, 1, 1, 1]), {
      width: 1,
      fill: 'mean',
    });
    expect(found?.answer).toBe(1);
    expect(found?.probability).toBeCloseTo(1 / (1 + Math.exp(-4)), 6);
    expect(found?.hidden.map(({ fall }) => fall)).toEqual([2, 0, -1, -1]);
    expect(found?.hidden[0]?.probability).toBeCloseTo(1 / (1 + Math.exp(-2)), 6);
    expect([...(found?.effect ?? [])]).toEqual([2, 0, -1, -1]);
  });

  it('counts a fall of the other class the other way round', async () => {
    const [found] = await occlude(one([-3, -1, 0, 0]), linear([1, 1, 1, 1]), { width: 1, fill: 'mean' });
    expect(found?.answer).toBe(0);
    expect(found?.hidden.map(({ fall }) => fall)).toEqual([2, 0, -1, -1]);
  });

  it('gives a step the mean of the stretches that it is in', async () => {
    const [found] = await occlude(one([4, 0, 0]), linear([1, 0, 0]), {
      width: 2,
      stride: 1,
      fill: 'interpolate',
    });
    // Hidden [0, 2): 0 0 0. Hidden [1, 3): 4 4 4, which the logit does not see.
    expect(found?.hidden.map(({ fall }) => fall)).toEqual([4, 0]);
    expect([...(found?.effect ?? [])]).toEqual([4, 2, 0]);
  });

  it('has the log-odds of one of several classes, where its probability rounds to 1', async () => {
    const logitsOf: LogitsOf = ({ count, series, time }) =>
      Float32Array.from({ length: 3 * count }, (_, i) => {
        const first = series[Math.floor(i / 3) * time] as number;
        return [first, 1, 1][i % 3] as number;
      });
    const [found] = await occlude(one([40, 30, 30]), logitsOf, { width: 1, fill: 'interpolate' });
    expect(found?.answer).toBe(0);
    expect(found?.probability).toBe(1);
    expect(found?.hidden[0]?.fall).toBeCloseTo(10, 5);
  });

  it('is what hiding each stretch by itself gives, for series of any lengths and channels', async () => {
    const cases = fc.record({
      lengths: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
      channels: fc.integer({ min: 1, max: 3 }),
      width: fc.integer({ min: 1, max: 6 }),
      fill: fc.constantFrom(...fills),
      values: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 7, maxLength: 7 }),
    });
    await forRandomCases(cases, 100, async ({ lengths, channels, width, fill, values }) => {
      const time = Math.max(...lengths);
      const value = (i: number) => (values[i % values.length] as number) * Math.cos(i);
      const series = Float32Array.from({ length: lengths.length * time * channels }, (_, i) =>
        Math.floor(i / channels) % time < (lengths[Math.floor(i / (time * channels))] as number)
          ? value(i)
          : 0,
      );
      const batch: SeriesBatch = {
        count: lengths.length,
        time,
        channels,
        series,
        lengths: Int32Array.from(lengths),
      };
      const logitsOf = linear(values);
      const found = await occlude(batch, logitsOf, { width, fill });
      for (const [row, length] of lengths.entries()) {
        const size = time * channels;
        const own = series.slice(row * size, row * size + length * channels);
        const logitOf = async (changed: Float32Array) =>
          (await logitsOf({ count: 1, time: length, channels, series: changed }))[0] as number;
        const whole = await logitOf(own);
        const sign = whole > 0 ? 1 : -1;
        const windows = occlusionWindows(length, { width });
        const falls = await Promise.all(
          windows.map(async (stretch) => {
            const changed = own.slice();
            hideStretch(changed, own, channels, stretch, fill);
            return sign * (whole - (await logitOf(changed)));
          }),
        );
        expectNear(
          found[row]?.hidden.map(({ fall }) => fall),
          falls,
        );
        const effect = Array.from({ length }, (_, step) => {
          const own = falls.filter((_, i) => inside(step, windows[i]));
          return own.reduce((sum, fall) => sum + fall, 0) / own.length;
        });
        expectNear(found[row]?.effect, effect);
      }
    });
  });

  it('asks for as many forward passes as it says, in batches that memory bounds', async () => {
    const batch = {
      ...one(new Array(300_000).fill(1)),
      lengths: Int32Array.of(300_000),
    };
    const asked: number[] = [];
    const logitsOf: LogitsOf = ({ count }) => {
      asked.push(count);
      return new Float32Array(count);
    };
    await occlude(batch, logitsOf, { fill: 'mean' });
    expect(asked).toEqual([13, 7]);
    expect(occlusionPasses(batch)).toBe(20);
  });

  it('refuses a predictor that returns something else than logits of each series', async () => {
    await expect(occlude(one([1, 2, 3]), () => new Float32Array(5))).rejects.toThrow(/5 logits for 4 series/);
  });
});

function expectNear(actual: ArrayLike<number> | undefined, expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(actual?.[i]).toBeCloseTo(value, 4);
  });
}

function inside(step: number, window?: { start: number; end: number }): boolean {
  return window !== undefined && step >= window.start && step < window.end;
}
