import { describe, expect, it } from 'vitest';
import { type Dataset, stepsMarked } from '../../../src/data/dataset';
import { defaultSineConfig } from '../../../src/data/sine-config';
import { generateSineDataset } from '../../../src/data/sine-dataset';
import { chooseWatched } from '../../../src/data/watched';

const sines = generateSineDataset({ ...defaultSineConfig, num_points: 50, dataset_size: 80 }, 1);

function flats(dataset: Dataset, indices: Int32Array): number[] {
  return Array.from(indices).flatMap((index) => {
    return dataset.labels[index] === 1 ? [stepsMarked(dataset, index)] : [];
  });
}

describe('chooseWatched', () => {
  it('takes two anomalous sines for each normal one', () => {
    const labels = Array.from(chooseWatched(sines, 6), (index) => sines.labels[index]);
    expect(labels).toEqual([1, 1, 0, 1, 1, 0]);
    expect(chooseWatched(sines, 6)).toEqual(chooseWatched(sines, 6));
  });

  it('takes flats from the shortest to the longest', () => {
    const all = flats(
      sines,
      Int32Array.from({ length: 80 }, (_, i) => i),
    ).sort((a, b) => a - b);
    const chosen = flats(sines, chooseWatched(sines, 6));
    expect(chosen).toEqual(chosen.toSorted((a, b) => a - b));
    expect([chosen[0], chosen.at(-1)]).toEqual([all[0], all.at(-1)]);
    expect(new Set(chosen).size).toBe(4);
  });

  it('takes other classes in turn', () => {
    const { regions: _regions, ...rest } = sines;
    const data = { ...rest, classNames: ['a', 'b', 'c'], labels: sines.labels.map((_, i) => i % 3) };
    const labels = Array.from(chooseWatched(data, 5), (index) => data.labels[index]);
    expect(labels).toEqual([0, 1, 2, 0, 1]);
  });

  it('leaves out series without a label', () => {
    const data = { ...sines, labels: sines.labels.map((label, i) => (i < 3 ? label : -1)) };
    expect(Array.from(chooseWatched(data, 6)).sort()).toEqual([0, 1, 2]);
  });

  it('makes do with the series there are, each once', () => {
    const labels = sines.labels.map((_, i) => (i < 2 ? 1 : 0));
    const regions = sines.regions!.map((_, i) => (i < 2 ? [{ start: 0, end: 3, name: 'flat' }] : []));
    const few = { ...sines, labels, regions };
    expect(Array.from(chooseWatched(few, 6), (index) => labels[index])).toEqual([1, 1, 0, 0, 0, 0]);
    expect(new Set(chooseWatched(few, 6)).size).toBe(6);
    expect(chooseWatched(few, 1000)).toHaveLength(80);
    expect(chooseWatched(few, 0)).toHaveLength(0);
  });
});
