import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runInPage } from '../parity/call';
import type { CaseReport, ParityCase } from '../parity/definition';
import { goldenParityCases } from '../parity/golden-cases';
import { namedCases } from '../parity/named-cases';
import { randomCases } from '../parity/random-cases';
import { passed, summary, tableLines } from '../parity/report';
import { openPage, type TestPage, testAdapters } from '../support/page';

/** The seed of the random cases; another one gives other shapes. */
const seed = Number(process.env.GATEWAVE_TEST_SEED ?? 1);
const golden = ['torch_float64.json', 'gru_float64.json'].flatMap((name) =>
  goldenParityCases(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8'), name, ['auto']),
);

const groups: [string, ParityCase[]][] = [
  ['the float64 reference', namedCases()],
  [`the float64 reference on random cases from seed ${seed}`, randomCases(seed, 6)],
  ['torch', golden],
];

describe.each(testAdapters())('on %s the kernels agree with', (adapter) => {
  let opened: TestPage;
  const reports: CaseReport[] = [];
  beforeAll(async () => {
    opened = await openPage('test/pages/blank.html', { adapter });
  });
  afterAll(async () => {
    console.log(`${adapter}: ${summary(reports)}; random cases from seed ${seed}`);
    await opened.close();
  });

  describe.each(groups)('%s', (_, cases) => {
    const titled = shareOf(adapter, cases).map((each) => [title(each), each] as const);
    it.each(titled)('%s', async (_, parityCase) => {
      const report = await runInPage(opened.page, parityCase);
      report.faults.push(...opened.errors.splice(0));
      reports.push(report);
      // The software adapters can do all that there is.
      if (adapter !== 'hardware') expect(report.skipped).toBeUndefined();
      expect(passed(report), tableLines(adapter, parityCase, report).join('\n')).toBe(true);
    });
  });
});

/**
 * Beside other adapters Firefox, which takes longest, runs every third case, and the one that found what llvmpipe does to long
 * loops where no browser tells. `npm run parity -- --adapter firefox` runs all.
 */
function shareOf(adapter: string, cases: ParityCase[]): ParityCase[] {
  if (adapter !== 'firefox' || testAdapters().length === 1) return cases;
  return cases.filter(({ name }, i) => (i + seed) % 3 === 0 || name === 'long and wide');
}

function title(parityCase: ParityCase): string {
  const layout = 'layout' in parityCase ? `, ${parityCase.layout}` : '';
  return `${parityCase.op}, ${parityCase.name}${layout}`;
}
