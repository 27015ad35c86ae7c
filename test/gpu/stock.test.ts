import { describe, expect, it } from 'vitest';
import type { Difference, Settings } from '../pages/stock';
import { oneAdapter, openPage } from '../support/page';

const settings: Settings[] = [
  { bidirectional: false, returnSequences: true },
  { bidirectional: false, returnSequences: false, goBackwards: true, recurrentActivation: 'sigmoid' },
  { bidirectional: true, returnSequences: true, recurrentActivation: 'sigmoid' },
];

const adapter = oneAdapter();

describe(`on ${adapter}`, () => {
  it.each(settings)('our layer is tf.js’s own, forward and backward: %o', async (args) => {
    await using opened = await openPage('test/pages/blank.html', { adapter });
    const call = `import('/test/pages/stock.ts').then((page) => page.compareWithStock(${JSON.stringify(args)}))`;
    const differences = (await opened.page.evaluate(call)) as Difference[];
    expect(differences).toHaveLength(args.bidirectional ? 8 : 5);
    for (const { name, isGradient, error, largest } of differences) {
      const found = `${isGradient ? 'gradient of ' : ''}${name}: relative error ${error}, largest ${largest}`;
      expect(error !== null && error <= (isGradient ? 1e-4 : 1e-5), found).toBe(true);
    }
  });
});
