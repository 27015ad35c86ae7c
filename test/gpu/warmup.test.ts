import { describe, expect, it } from 'vitest';
import type { Compiled } from '../pages/warmup';
import { openPage, testAdapters } from '../support/page';

// One adapter: which pipelines an op takes is decided before the adapter sees them.
describe.each(testAdapters().slice(0, 1))('a warm-up on %s', (adapter) => {
  it('compiles all that the op runs with its default options, forward and backward', async () => {
    await using opened = await openPage('test/pages/blank.html', { adapter });
    const call = "import('/test/pages/warmup.ts').then((m) => m.compiledAfterWarmup())";
    const results = (await opened.page.evaluate(call)) as Compiled[];
    expect(results).toHaveLength(4);
    for (const { name, warming, calling } of results) {
      expect(warming, name).not.toEqual([]);
      expect(calling, name).toEqual([]);
    }
  });
});
