import { describe, expect, it } from 'vitest';
import type { Curves } from '../pages/training';
import { openPage, testAdapters } from '../support/page';

async function inPage<Result>(
  adapter: ReturnType<typeof testAdapters>[number],
  call: string,
): Promise<Result> {
  await using opened = await openPage('test/pages/blank.html', { adapter });
  return (await opened.page.evaluate(`import('/test/pages/training.ts').then((m) => m.${call})`)) as Result;
}

describe.each(testAdapters())('training on %s', (adapter) => {
  it('dispatches at most 60 times in a step, as often at 400 time steps as at 100, and as the plans say', async () => {
    const counts: number[] = [];
    for (const time of [100, 400, 500]) {
      const { planned, counted } = await inPage<{ planned: number; counted: number }>(
        adapter,
        `countDispatches(${time})`,
      );
      console.log(`${counted} dispatches in a training step of ${time} time steps on ${adapter}`);
      expect(counted).toBe(planned);
      counts.push(counted);
    }
    const [at100, at400, at500] = counts as [number, number, number];
    expect(at500).toBeLessThanOrEqual(60);
    expect(at400).toBe(at100);
  });

  it('has the same bits for the same seed, goes on after a stop, and leaves nothing behind', async () => {
    const { first, second, resumed, leaked } = await inPage<Curves>(adapter, 'trainRepeatedly()');
    expect(first).toHaveLength(21);
    expect(first.every(Number.isFinite)).toBe(true);
    expect(second).toEqual(first);
    expect(resumed).toEqual(first);
    expect(leaked).toEqual({ tensors: 0, bytes: 0 });
  });
});
