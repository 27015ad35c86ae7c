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
  it.each([20, 700])('dispatches in a step what the plans of %i time steps say', async (time) => {
    const { planned, counted } = await inPage<{ planned: number; counted: number }>(
      adapter,
      `countDispatches(${time})`,
    );
    console.log(`${counted} dispatches in a training step of ${time} time steps on ${adapter}`);
    expect(counted).toBe(planned);
    expect(counted).toBeLessThanOrEqual(60);
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
