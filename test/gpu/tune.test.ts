import { describe, expect, it } from 'vitest';
import type { Tuned } from '../pages/tune';
import { oneAdapter, openPage } from '../support/page';

const adapter = oneAdapter();

/** The labels of the dispatches of the LSTM's variants; the resident ones have the same. */
const labelOf = (variant: string) => `lstm_${variant.replace(/-\d$/, '')}`;

describe(`tuning on ${adapter}`, () => {
  async function inPage<Result>(call: string): Promise<Result> {
    await using opened = await openPage('test/pages/blank.html', { adapter });
    return (await opened.page.evaluate(`import('/test/pages/tune.ts').then((m) => m.${call})`)) as Result;
  }

  it('times every variant, runs the chosen one, and remembers it', async () => {
    const { variants, tuned, ran, recalled, ranAgain, ranUntuned } = await inPage<Tuned>('tuneAndRecall()');
    expect(tuned.map(({ op }) => op)).toEqual(['lstm', 'attention training', 'attention gradient']);
    for (const { variants, chosen } of tuned) {
      for (const { milliseconds } of variants) expect(milliseconds).toBeGreaterThan(0);
      expect(variants.map(({ name }) => name)).toContain(chosen);
    }
    const [{ chosen, variants: timed }] = tuned as [Tuned['tuned'][number]];
    console.log(`${adapter}: ${JSON.stringify(timed)}`);
    expect(timed.map(({ name }) => name)).toEqual(variants);
    expect(ran).toContain(labelOf(chosen!));
    expect(recalled).toBe(chosen);
    expect(ranAgain).toEqual(ran);
    expect(ranUntuned).toContain(labelOf(variants[0]!));
  });

  it('runs what is remembered, and the rule where that does not exist any more', async () => {
    const alternating = await inPage<string[]>("runRemembered('alternating')");
    expect(alternating.filter((label) => label === 'lstm_alternating')).toHaveLength(12);
    const unknown = await inPage<string[]>("runRemembered('of last year')");
    expect(unknown).not.toContain('lstm_alternating');
    expect(unknown.filter((label) => /^lstm_(rows|units|resident)$/.test(label))).toHaveLength(1);
  });

  it('is what a warm-up does on request', async () => {
    expect(await inPage<string>('warmupTunes()')).toMatch(/^[\w-]+$/);
  });
});
