import { describe, expect, it } from 'vitest';
import { choiceKey } from '../../../../src/kernels/webgpu/choices';
import type { DeviceProfile } from '../../../../src/kernels/webgpu/plan';
import { recipes } from '../../../../src/model/training/recipes';
import {
  dispatchesPerStep,
  planRun,
  trainingStepOps,
  tunableOps,
  variantsOf,
} from '../../../../src/model/training/run-plan';
import { deviceProfile } from '../../../support/device-profile';

const article = { channels: 1, units: 32, score: 'additive', attentionUnits: 64, classes: 2 } as const;

const device = (lanes: DeviceProfile['lanes']) => deviceProfile({ lanes });

describe.each([
  ['rows', 'recurrent_rows'],
  ['units', 'recurrent_resident'],
] as const)('a training step of the article on a device that prefers %s', (lanes, walk) => {
  const dispatches = (time: number) => dispatchesPerStep(article, { batch: 32, time }, device(lanes));

  it('takes at most 20 dispatches at 500 time steps', () => {
    console.log(`${dispatches(500)} dispatches in a training step of 500 time steps (${lanes})`);
    expect(dispatches(500)).toBeLessThanOrEqual(20);
  });

  it('takes as many at 100 as at 400 time steps, and more only for the passes of long series', () => {
    expect(dispatches(400)).toBe(dispatches(100));
    expect(dispatches(500)).toBe(dispatches(100));
    const passes = (time: number) =>
      trainingStepOps(article, { batch: 32, time }, device(lanes))
        .flatMap(({ plan }) => plan.passes)
        .filter((pass) => pass.kind === 'dispatch' && pass.shader.startsWith(walk)).length;
    expect(passes(500)).toBe(2);
    expect(passes(10_000)).toBeGreaterThan(2);
    expect(dispatches(10_000) - dispatches(500)).toBe(passes(10_000) - 2);
  });
});

describe('the variants of a run', () => {
  const shape = { count: 10_000, batch: 32, time: 100 };

  it('are those of the rule, or those that were chosen, and dispatches are counted accordingly', () => {
    const rule = device('units');
    expect(variantsOf(article, shape, rule)).toEqual({
      'lstm training': 'resident-4',
      'attention training': 'units',
      'attention gradient': 'units',
      'lstm gradient': 'resident-4',
      lstm: 'resident-4',
      attention: 'units',
    });
    const key = (wanted: string) =>
      choiceKey(tunableOps(article, shape).find(({ name }) => name === wanted)!);
    const tuned = {
      ...rule,
      choices: { [key('lstm training')]: 'units', [key('lstm gradient')]: 'alternating' },
    };
    expect(variantsOf(article, shape, tuned)).toMatchObject({
      'lstm training': 'units',
      'lstm gradient': 'alternating',
    });
    // A dispatch for each step, one more, and a product, instead of one for all.
    expect(dispatchesPerStep(article, shape, tuned)).toBe(dispatchesPerStep(article, shape, rule) + 101);
  });
});

/** A run of 7000 series of 500 steps, and 1000 to validate. */
function planOf(batchSize: number) {
  const part = (count: number) => ({ count, time: 500, channels: 1 });
  const recipe = { ...recipes.article, batchSize };
  return planRun(article, recipe, { train: part(7000), validation: part(1000) }, device('units'), true);
}

describe('planRun', () => {
  it('fits the article, and says how much it takes', () => {
    const plan = planOf(32);
    expect(plan).toMatchObject({ fits: true, parameters: 12_993 });
    expect(plan.dispatchesPerStep).toBe(
      dispatchesPerStep(article, { batch: 32, time: 500 }, device('units')),
    );
    // At least the four gates and the cell state of both directions.
    expect(plan.largestBuffer).toBeGreaterThanOrEqual(32 * 500 * 2 * 32 * 5 * 4);
    expect(plan.bytes).toBeGreaterThan(plan.largestBuffer);
    expect(plan.message).toMatch(/^A batch of 32 series of 500 steps with 32 units needs about [\d.]+ MiB/);
  });

  it('grows with the batch', () => {
    expect(planOf(256).bytes / planOf(128).bytes).toBeGreaterThan(1.5);
  });

  it('says what the device cannot hold, and what to make smaller', () => {
    const plan = planOf(512);
    expect(plan.fits).toBe(false);
    expect(plan.largestBufferName).toBe('lstm: reserve');
    expect(plan.message).toMatch(
      /in one buffer, where this device allows at most 128\.0 MiB\. Use a smaller batch, fewer time steps or fewer units\.$/,
    );
  });
});
