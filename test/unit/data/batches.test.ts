import { describe, expect, it } from 'vitest';
import {
  addNoise,
  batchCount,
  batchIndices,
  bucketsByLength,
  gatherBatch,
  gatherLabels,
  orderedBatches,
  shuffledBatches,
} from '../../../src/data/batches';
import type { Dataset } from '../../../src/data/dataset';
import { RandomStream } from '../../../src/random';

/** Lengths as those of the public set Japanese Vowels: 270 series of 7 to 26 steps, most of them about 15. */
function vowelLengths(): Int32Array {
  const random = new RandomStream(1, 'lengths');
  return Int32Array.from({ length: 270 }, () =>
    Math.min(26, Math.max(7, Math.round(15 + 4 * random.normal()))),
  );
}

const uneven = (lengths: Int32Array) => ({ count: lengths.length, time: Math.max(...lengths), lengths });
const all = (epoch: { order: Int32Array }) => Array.from(epoch.order).sort((a, b) => a - b);
const numbers = (count: number) => Array.from({ length: count }, (_, i) => i);

/** Steps computed for each step that there is. */
function cost(lengths: Int32Array, epoch: { order: Int32Array; starts: Int32Array }): number {
  let computed = 0;
  for (let i = 0; i < epoch.starts.length; i++) {
    const batch = batchIndices(epoch, i);
    computed += batch.length * Math.max(...batch.map((index) => lengths[index]!));
  }
  return computed / lengths.reduce((sum, length) => sum + length, 0);
}

describe('series of one length', () => {
  const buckets = bucketsByLength({ count: 50, time: 9 });

  it('are one bucket, visited once an epoch, in another order each epoch', () => {
    expect(buckets).toEqual([{ length: 9, series: Int32Array.from(numbers(50)) }]);
    const random = new RandomStream(0, 'shuffle');
    const first = shuffledBatches(buckets, 8, random);
    const second = shuffledBatches(buckets, 8, random);
    expect(all(first)).toEqual(numbers(50));
    expect(second.order).not.toEqual(first.order);
    expect(shuffledBatches(buckets, 8, new RandomStream(0, 'shuffle'))).toEqual(first);
  });

  it('are cut into batches, the last one smaller', () => {
    const epoch = shuffledBatches(buckets, 8, new RandomStream(0, 'shuffle'));
    expect(batchCount(buckets, 8)).toBe(7);
    expect(numbers(7).map((i) => batchIndices(epoch, i).length)).toEqual([8, 8, 8, 8, 8, 8, 2]);
  });

  it('are in the order that a plain shuffle gives, on which earlier runs depend', () => {
    const plain = new RandomStream(3, 'shuffle').shuffle(Int32Array.from(numbers(50)));
    expect(shuffledBatches(buckets, 8, new RandomStream(3, 'shuffle')).order).toEqual(plain);
  });
});

describe('series of several lengths', () => {
  const lengths = vowelLengths();
  const buckets = bucketsByLength(uneven(lengths));
  const epochOf = (seed: number) => shuffledBatches(buckets, 16, new RandomStream(seed, 'shuffle'));

  it('cost at most a fifth more than without padding, where one bucket would cost two thirds more', () => {
    const whole = (lengths.length * Math.max(...lengths)) / lengths.reduce((sum, length) => sum + length, 0);
    for (const seed of [0, 1, 2]) {
      console.info(`padding: ${cost(lengths, epochOf(seed)).toFixed(3)}, in one bucket ${whole.toFixed(3)}`);
      expect(cost(lengths, epochOf(seed))).toBeLessThanOrEqual(1.2);
    }
    expect(whole).toBeGreaterThan(1.6);
  });

  it('need few buckets and hardly more batches', () => {
    expect(buckets.length).toBeLessThanOrEqual(5);
    expect(batchCount(buckets, 16)).toBeLessThanOrEqual(Math.ceil(270 / 16) + buckets.length);
  });

  it('are visited once, shuffled by the seed, in batches that mix buckets over time but not within', () => {
    const epoch = epochOf(0);
    expect(all(epoch)).toEqual(numbers(270));
    expect(epochOf(0)).toEqual(epoch);
    expect(epochOf(1).order).not.toEqual(epoch.order);
    const bucketOf = (index: number) => buckets.findIndex(({ series }) => series.includes(index));
    const visited = numbers(epoch.starts.length).map((i) => new Set(batchIndices(epoch, i).map(bucketOf)));
    expect(visited.every((set) => set.size === 1)).toBe(true);
    const turns = visited.filter((set, i) => i > 0 && [...set][0] !== [...visited[i - 1]!][0]);
    expect(turns.length).toBeGreaterThan(buckets.length);
  });

  it('keep the bound where one is far longer than all others', () => {
    const outlier = Int32Array.from({ length: 40 }, (_, i) => (i === 7 ? 5000 : 100 + (i % 5)));
    const found = bucketsByLength(uneven(outlier));
    expect(found[0]).toEqual({ length: 5000, series: Int32Array.of(7) });
    expect(cost(outlier, shuffledBatches(found, 16, new RandomStream(0)))).toBeLessThanOrEqual(1.2);
  });

  it('are evaluated in a fixed order, the longest first', () => {
    const epoch = orderedBatches(buckets, (length) => Math.floor(1000 / length));
    expect(all(epoch)).toEqual(numbers(270));
    const longest = numbers(epoch.starts.length).map((i) =>
      Math.max(...batchIndices(epoch, i).map((index) => lengths[index]!)),
    );
    expect(longest[0]).toBe(26);
    expect(cost(lengths, epoch)).toBeLessThanOrEqual(1.2);
  });
});

describe('a batch', () => {
  const dataset: Dataset = {
    count: 3,
    time: 3,
    channels: 1,
    series: Float32Array.of(1, 2, 3, 4, 0, 0, 5, 6, 0),
    lengths: Int32Array.of(3, 1, 2),
    labels: Int32Array.of(0, 1, 1),
    classNames: ['a', 'b'],
  };

  it('is as long as is asked for', () => {
    const indices = Int32Array.of(2, 1);
    expect(gatherBatch(dataset, indices, 2)).toEqual({
      series: Float32Array.of(5, 6, 4, 0),
      time: 2,
      lengths: Int32Array.of(2, 1),
    });
    expect(Array.from(gatherLabels(dataset, indices))).toEqual([1, 1]);
  });

  it('has no lengths where the data have none', () => {
    const { lengths: _lengths, ...whole } = dataset;
    expect(gatherBatch(whole, Int32Array.of(1))).toEqual({ series: Float32Array.of(4, 0, 0), time: 3 });
  });

  it('gets noise on its valid steps, and its padding stays 0', () => {
    const batch = gatherBatch({ ...dataset, series: new Float32Array(9) }, Int32Array.of(0, 1, 2));
    addNoise(batch, 1, 0.1, new RandomStream(0, 'noise'));
    expect(Array.from(batch.series, (value) => value === 0)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      false,
      false,
      true,
    ]);
    expect(batch.series.every((value) => Math.abs(value) < 0.5)).toBe(true);
  });
});
