import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdapterName } from '../../src/browser/adapters';
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

// The browsers are processes of their own, so one compiles while another computes.
describe.each(testAdapters())('on %s the kernels agree with', { concurrent: true }, (adapter) => {
  let opened: TestPage;
  const reports: CaseReport[] = [];
  beforeAll(async () => {
    opened = await openPage('test/pages/blank.html', { adapter });
  });
  afterAll(async () => {
    const all = groups.flatMap(([, cases]) => cases).length;
    console.log(
      `${adapter}, ${reports.length} of ${all}: ${summary(reports)}; random cases from seed ${seed}`,
    );
    await opened.close();
  });

  describe.each(groups)('%s', { concurrent: false }, (_, cases) => {
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

/** Of how many cases an adapter runs one, beside others; alone it runs all. */
const oneOf: Partial<Record<AdapterName, number>> = { swiftshader: 3, firefox: 6 };

/**
 * Of how many resident and streamed cases lavapipe runs one: their kernels are for GPUs, and llvmpipe compiles for a quarter of a
 * minute what keeps that many values in registers. SwiftShader takes others.
 */
const forGPUsOneOf = 10;

/** Cases that SwiftShader compiles for about ten seconds each; beside other adapters it leaves them to those. */
const leftOut: Partial<Record<AdapterName, string[]>> = { swiftshader: ['widest', 'long'] };

/**
 * The adapters share the cases, since each compiles slowly: SwiftShader and Firefox take some, lavapipe all that SwiftShader leaves,
 * and those with the variant that users get. Which are whose depends on the seed. All of them run the one that found what
 * llvmpipe does to long loops where no browser mentions it. `npm run parity -- --adapter NAME` runs all cases.
 */
function shareOf(adapter: AdapterName, cases: ParityCase[]): ParityCase[] {
  if (testAdapters().length === 1) return cases;
  return cases.filter((each, i) => {
    if (each.name === 'long and wide') return true;
    if (adapter !== 'lavapipe') return isTakenBy(adapter, each, i);
    if (isForGPUs(each)) return (i + seed) % forGPUsOneOf === 1;
    return isUsual(each) || !isTakenBy('swiftshader', each, i);
  });
}

function isTakenBy(adapter: AdapterName, { name }: ParityCase, index: number): boolean {
  return (index + seed) % (oneOf[adapter] ?? 1) === 0 && !leftOut[adapter]?.includes(name);
}

function isUsual(parityCase: ParityCase): boolean {
  return !('layout' in parityCase) || parityCase.layout === 'auto';
}

function isForGPUs(parityCase: ParityCase): boolean {
  return 'layout' in parityCase && /^(resident|streamed)/.test(parityCase.layout);
}

function title(parityCase: ParityCase): string {
  const layout = 'layout' in parityCase ? `, ${parityCase.layout}` : '';
  return `${parityCase.op}, ${parityCase.name}${layout}`;
}
