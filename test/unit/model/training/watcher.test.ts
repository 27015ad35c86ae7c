import { describe, expect, it } from 'vitest';
import { defaultSineConfig } from '../../../../src/data/sine-config';
import { generateSineDataset } from '../../../../src/data/sine-dataset';
import { Classifier } from '../../../../src/model/network/classifier';
import { Watcher } from '../../../../src/model/training/watcher';
import { useCpu } from '../setup';

useCpu();

const sizes = { channels: 1, units: 2, score: 'dot', attentionUnits: 0, classes: 2 } as const;
const data = generateSineDataset({ ...defaultSineConfig, num_points: 10, dataset_size: 2 }, 0);

/** A watcher whose snapshots take these milliseconds, and its clock. */
function create(took: number[]) {
  const clock = { now: 0 };
  let readings = 0;
  const now = () => {
    // Each snapshot reads the clock when it begins and when it ends.
    if (looking && readings++ % 2 === 1) clock.now += took.shift()!;
    return clock.now;
  };
  let looking = false;
  const watcher = new Watcher(Classifier.create(sizes, 'torch', 0), data, () => {}, now);
  const look = async () => {
    looking = true;
    await watcher.look({ epoch: 0, globalStep: 0 });
    looking = false;
  };
  const dueAfter = (milliseconds: number) => {
    clock.now += milliseconds;
    const { due } = watcher;
    clock.now -= milliseconds;
    return due;
  };
  return { look, dueAfter };
}

describe('Watcher', () => {
  it('looks at most four times a second', async () => {
    const { look, dueAfter } = create([1, 1]);
    await look();
    await look();
    expect([dueAfter(249), dueAfter(250)]).toEqual([false, true]);
  });

  it('takes at most about a twentieth of the time', async () => {
    const { look, dueAfter } = create([1, 100]);
    await look();
    await look();
    expect([dueAfter(1999), dueAfter(2000)]).toEqual([false, true]);
  });

  it('does not count the compilation of kernels in the first look', async () => {
    const { look, dueAfter } = create([5000]);
    await look();
    expect([dueAfter(249), dueAfter(250)]).toEqual([false, true]);
  });
});
