import { describe, expect, it } from 'vitest';
import { chunkSteps } from '../../src/kernels/lstm/variants';
import type { Curves } from '../pages/training';
import { deviceProfile } from '../support/device-profile';
import { openPage, testAdapters } from '../support/page';

async function inPage<Result>(
  adapter: ReturnType<typeof testAdapters>[number],
  call: string,
): Promise<Result> {
  await using opened = await openPage('test/pages/blank.html', { adapter });
  return (await opened.page.evaluate(`import('/test/pages/training.ts').then((m) => m.${call})`)) as Result;
}

/** Dispatches that walk the article's network over `time` steps, forward and backward. */
function walks(time: number, adapter: string): number {
  const shape = {
    batch: 32,
    time,
    inputDim: 1,
    units: 32,
    directions: 2,
    goBackwards: false,
    recurrentActivation: 'sigmoid',
    family: 'auto',
    hasState: false,
    hasLengths: false,
  } as const;
  // llvmpipe's loop limit cuts walks short.
  const device =
    adapter === 'lavapipe' ? deviceProfile({ lanes: 'rows', maxLoopTurns: 65535 }) : deviceProfile();
  return 2 * Math.ceil(time / chunkSteps(shape, device.lanes, device));
}

describe.each(testAdapters())('training on %s', (adapter) => {
  it('dispatches at most 60 times in a step, as often at 400 time steps as at 100 but for the cap, and as planned', async () => {
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
    expect(at400 - at100).toBe(walks(400, adapter) - walks(100, adapter));
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
