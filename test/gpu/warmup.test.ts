import { describe, expect, it } from 'vitest';
import type { Compiled } from '../pages/warmup';
import { oneAdapter, openPage } from '../support/page';

const adapter = oneAdapter();

describe(`a warm-up on ${adapter}`, () => {
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
