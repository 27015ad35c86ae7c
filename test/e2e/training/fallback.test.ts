import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchWith } from '../../support/chromium';
import { openTraining, smallRun, text, train, waitForDevice } from '../../support/training-page';

describe('a browser without WebGPU', () => {
  let browser: Browser;
  beforeAll(async () => {
    // No WebGPU flags, and no GPU even if the machine has one.
    browser = await launchWith([
      '--disable-gpu',
      '--disable-features=WebGPUService',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ]);
  });
  afterAll(() => browser.close());

  it('is told so, and what to do, and trains on the processor', async () => {
    await using opened = await openTraining(smallRun, { browser });
    const { page } = opened;
    await waitForDevice(page);
    expect(await text(page, '#device')).toMatch(/No WebGPU here, so the processor does the work/);
    expect(await text(page, '#device details')).toMatch(/chrome:\/\//);
    await train(page);
    expect(await text(page, '#results')).toMatch(/test series right/);
    // Chromium says that it has no adapter, which is what this is about.
    opened.errors.splice(
      0,
      opened.errors.length,
      ...opened.errors.filter((error) => !/adapter|Context Provider/i.test(error)),
    );
  });
});
