/** The training page in Firefox: another engine for the page, another WebGPU. */
import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BrowserError } from '../../../src/browser/errors';
import { startBrowser } from '../../../src/browser/process';
import { resolveBrowser } from '../../../src/browser/resolve';
import { openPage } from '../../support/page';
import { openTraining, smallRun, stepsDone, text, train, waitForDevice } from '../../support/training-page';

/** Null where there is none: only the CI script insists on it. */
async function findFirefox() {
  try {
    return (await resolveBrowser({ adapter: 'firefox', install: false })).executable;
  } catch (error) {
    if (!(error instanceof BrowserError)) throw error;
    console.log(error.message);
    return null;
  }
}

const firefox = await findFirefox();

describe.runIf(firefox)('in Firefox', () => {
  const executable = firefox as NonNullable<typeof firefox>;

  it('the training page trains on WebGPU, and says how fast', async () => {
    const running = await startBrowser(executable, 'firefox');
    try {
      await using opened = await openTraining(smallRun, { browser: running.browser });
      const { page } = opened;
      await waitForDevice(page);
      expect(await text(page, '#device')).toMatch(/^Runs on WebGPU/);
      const start = performance.now();
      await train(page);
      const seconds = (performance.now() - start) / 1000;
      expect(await text(page, '#results')).toMatch(/test series right/);
      const stepsPerSecond = Number(await text(page, '[data-standing="Steps a second"]'));
      console.log(`${stepsPerSecond} steps a second, ${await stepsDone(page)} in ${seconds.toFixed(1)} s`);
      // The run also compiled; but groups of steps that ended at once have shown a hundred times as many.
      expect(stepsPerSecond).toBeGreaterThan((await stepsDone(page)) / seconds / 2);
      expect(stepsPerSecond).toBeLessThan(50 * ((await stepsDone(page)) / seconds));
    } finally {
      await running.close();
    }
  });

  describe('without its switches', () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await puppeteer.launch({
        browser: 'firefox',
        executablePath: executable.executablePath,
        headless: true,
        extraPrefsFirefox: { 'dom.webgpu.enabled': false },
      });
    });
    afterAll(() => browser.close());

    const switches = /about:config.*dom\.webgpu\.enabled and dom\.webgpu\.workers\.enabled.*ignore-blocklist/;

    it('the training page says which they are', async () => {
      await using opened = await openTraining(smallRun, { browser });
      await waitForDevice(opened.page);
      expect(await text(opened.page, '#device details')).toMatch(switches);
    });

    it('the benchmark page says so, too', async () => {
      await using opened = await openPage('benchmark.html', { built: true, browser });
      await opened.page.waitForSelector('.device details');
      expect(await text(opened.page, '.device details')).toMatch(switches);
    });
  });
});
