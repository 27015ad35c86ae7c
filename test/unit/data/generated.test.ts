import { describe, expect, it } from 'vitest';
import { textFile } from '../../../src/data/formats/data-file';
import { readDataset } from '../../../src/data/formats/read-dataset';
import { type GeneratedTask, generatedTasks } from '../../../src/data/generated';
import { writeJsonLines } from '../../../src/data/write-json-lines';

const names = Object.keys(generatedTasks) as GeneratedTask[];

describe.each(names)('the generated %s', (name) => {
  const generate = generatedTasks[name];
  const dataset = generate(400, 0);
  const { count, time, series, labels } = dataset;
  const rowOf = (row: number) => series.subarray(row * time, (row + 1) * time);

  it('are the same for the same seed, and the first of a larger set', () => {
    const few = generate(10, 0);
    expect(generate(10, 0)).toEqual(few);
    expect(generate(10, 1).series).not.toEqual(few.series);
    expect(few.series).toEqual(series.subarray(0, 10 * time));
  });

  it('have both classes about as often, and finite values', () => {
    const ofClass1 = labels.reduce((sum, label) => sum + label, 0);
    expect(Math.abs(ofClass1 - count / 2)).toBeLessThan(3 * Math.sqrt(count / 4));
    expect(series.every(Number.isFinite)).toBe(true);
  });

  it('cannot be told apart by mean, deviation or range', () => {
    const statistics: ((row: Float32Array) => number)[] = [
      meanOf,
      deviationOf,
      (row) => Math.max(...row) - Math.min(...row),
    ];
    for (const statistic of statistics) {
      const found = Array.from({ length: count }, (_, row) => ({
        value: statistic(rowOf(row)),
        label: labels[row] as number,
      }));
      expect(bestThreshold(found)).toBeLessThan(0.75);
    }
  });

  it('are read back from lines of JSON with their regions', async () => {
    const few = generate(20, 3);
    const { dataset: read } = await readDataset([textFile('few.jsonl', writeJsonLines(few))]);
    expect(read.classNames).toEqual(few.classNames);
    expect(read.labels).toEqual(few.labels);
    expect(read.series).toEqual(few.series);
    expect(read.regions).toEqual(few.regions);
  });
});

describe('heartbeats', () => {
  const { count, time, series, labels, regions } = generatedTasks.heartbeats(300, 4);

  it('have a region in each irregular series and in no other, with a beat in it or none', () => {
    const kinds = { 'missing beat': 0, 'early beat': 0 };
    for (let row = 0; row < count; row++) {
      const marked = regions?.[row] ?? [];
      expect(marked).toHaveLength(labels[row] === 0 ? 1 : 0);
      for (const { start, end, name } of marked) {
        kinds[name as keyof typeof kinds] += 1;
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(time);
        const values = series.subarray(row * time, (row + 1) * time);
        // An R wave is 0.8 to 1.2 above the baseline, which wanders by at most 0.15 to either side.
        const rises =
          Math.max(...values.subarray(start + 8, end - 8)) - Math.min(...values.subarray(start, end));
        if (name === 'missing beat') expect(rises).toBeLessThan(0.6);
        else expect(rises).toBeGreaterThan(0.7);
      }
    }
    expect(Math.min(...Object.values(kinds))).toBeGreaterThan(40);
  });
});

describe('vibration', () => {
  it('has sharper peaks where the bearing is worn, which is how such faults are found', () => {
    const { count, time, series, labels } = generatedTasks.vibration(300, 2);
    const kurtoses = [0, 1].map((label) => {
      const rows = Array.from({ length: count }, (_, row) => row).filter((row) => labels[row] === label);
      return meanOf(rows.map((row) => kurtosisOf(series.subarray(row * time, (row + 1) * time))));
    }) as [number, number];
    expect(kurtoses[1]).toBeGreaterThan(kurtoses[0] + 0.3);
  });
});

function meanOf(values: ArrayLike<number>): number {
  return Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
}

function deviationOf(values: ArrayLike<number>): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(Array.from(values, (value) => (value - mean) ** 2)));
}

function kurtosisOf(values: ArrayLike<number>): number {
  const mean = meanOf(values);
  return meanOf(Array.from(values, (value) => (value - mean) ** 4)) / deviationOf(values) ** 4;
}

/** The accuracy of the best rule "above this value it is class 1", or class 0. */
function bestThreshold(found: { value: number; label: number }[]): number {
  const sorted = found.toSorted((a, b) => a.value - b.value);
  const ones = sorted.filter(({ label }) => label === 1).length;
  let [right, best] = [ones, 0];
  for (const { label } of sorted) {
    right += label === 1 ? -1 : 1;
    best = Math.max(best, right, sorted.length - right);
  }
  return best / sorted.length;
}
