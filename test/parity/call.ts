import type { Page } from 'puppeteer-core';
import type { CaseReport, ParityCase } from './definition';

/** Runs a case in a page of the test server. Anything the page throws is listed among the faults. */
export async function runInPage(page: Page, parityCase: ParityCase): Promise<CaseReport> {
  const call = `import('/test/pages/parity.ts').then((module) => module.run(${JSON.stringify(parityCase)}))`;
  try {
    return (await page.evaluate(call)) as CaseReport;
  } catch (error) {
    return { comparisons: [], faults: [error instanceof Error ? error.message : String(error)] };
  }
}
