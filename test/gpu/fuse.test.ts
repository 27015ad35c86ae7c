import { describe, expect, it } from 'vitest';
import type { Held, TableResult } from '../pages/fuse';
import { pastFailures } from '../support/fuse-cases';
import { summary } from '../support/fuse-summary';
import { oneAdapter, openPage } from '../support/page';

const first = Number(process.env.GATEWAVE_TEST_SEED ?? 1);
const seeds = [...pastFailures, ...Array.from({ length: 15 }, (_, i) => first + i)];
/** The 10,000 steps of the CPU's test would take minutes in a software adapter. */
const steps = 100;

const adapter = oneAdapter();

describe(`on ${adapter}`, () => {
  const call = async (expression: string): Promise<unknown> => {
    await using opened = await openPage('test/pages/blank.html', { adapter });
    return await opened.page.evaluate(`import('/test/pages/fuse.ts').then((page) => page.${expression})`);
  };

  it(`the fused model is the stock one in ${seeds.length} random configurations from seed ${first}`, async () => {
    const { rows, wrong } = (await call(`fuseTable(${JSON.stringify(seeds)})`)) as TableResult;
    console.log(summary(rows));
    expect(wrong).toEqual([]);
  });

  it.each(['predict', 'fit'])(
    `holds no more tensors and buffers after ${2 * steps} steps of %s than after ${steps}`,
    async (kind) => {
      const [before, after] = (await call(`heldAfter('${kind}', ${steps})`)) as [Held, Held];
      expect(after.tensors).toBe(before.tensors);
      // The pool's size depends on when the device gives buffers back; a leak would be one a step at least.
      expect(after.buffers - before.buffers).toBeLessThan(steps / 10);
    },
  );
});
