import { describe, expect, it } from 'vitest';
import type { TrainedBoth } from '../pages/program';
import type { Curves, StepCounts } from '../pages/training';
import { oneAdapter, openPage, testAdapters } from '../support/page';

async function inPage<Result>(
  adapter: ReturnType<typeof testAdapters>[number],
  call: string,
  page: 'training' | 'program' = 'training',
): Promise<Result> {
  await using opened = await openPage('test/pages/blank.html', { adapter });
  return (await opened.page.evaluate(`import('/test/pages/${page}.ts').then((m) => m.${call})`)) as Result;
}

describe('a training step', () => {
  it('takes at most 21 dispatches in one submit, as many at 500 time steps as at 100, and as planned', async () => {
    const adapter = oneAdapter();
    for (const time of [100, 500]) {
      const counts = await inPage<StepCounts>(adapter, `countDispatches(${time})`);
      console.log(
        `${counts.counted} dispatches, ${counts.submits} submits in a step of ${time} time steps on ${adapter}`,
      );
      expect(counts.counted).toBe(counts.planned);
      expect(counts.counted).toBeLessThanOrEqual(21);
      expect(counts.submits).toBe(1);
    }
  });
});

// The browsers are processes of their own, so one compiles while another computes.
describe.each(testAdapters())('training on %s', { concurrent: true }, (adapter) => {
  it('has the same bits for the same seed, goes on after a stop, and leaves nothing behind', async () => {
    const { first, second, resumed, leaked } = await inPage<Curves>(adapter, 'trainRepeatedly()');
    expect(first).toHaveLength(21);
    expect(first.every(Number.isFinite)).toBe(true);
    expect(second).toEqual(first);
    expect(resumed).toEqual(first);
    expect(leaked).toEqual({ tensors: 0, bytes: 0 });
  });

  it('gives the same bits by a program as by the tape', async () => {
    for (const { name, program, tape } of await inPage<TrainedBoth[]>(adapter, 'trainBoth()', 'program')) {
      expect(program.numbers.loss.every(Number.isFinite), name).toBe(true);
      expect(program, name).toEqual(tape);
    }
  });
});
