import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { openPage } from '../support/page';

async function fill(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = `form [name=${name}]`;
    if (name === 'recipe') {
      await page.select(field, value);
    } else {
      // Replaces what is there, as selecting all and typing does.
      await page.click(field, { count: 3 });
      await page.type(field, value);
    }
  }
}

const text = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (element) => element.textContent ?? '');

async function train(page: Page, values: Record<string, string>): Promise<void> {
  await page.waitForSelector('button[type=submit]:not([disabled])');
  await fill(page, values);
  await page.click('button[type=submit]');
}

describe('the training page', () => {
  it.each([
    ['WebGPU', 'index.html', /^Runs on WebGPU: ./],
    ['the CPU', 'index.html?backend=cpu', /^Runs on the CPU, which is slower/],
  ])('trains on %s, draws the loss and reports on the test part', async (_backend, path, device) => {
    await using opened = await openPage(path);
    const { page } = opened;
    await train(page, { points: '20', series: '200', recipe: 'robust', seed: '1' });
    await page.waitForSelector('#report', { timeout: 0 });
    expect(await text(page, '#device')).toMatch(device);
    const report = await text(page, '#report');
    expect(report).toMatch(/Training ended \((finished|early-stopping)\)/);
    expect(report).toMatch(/On the 40 series of the test part/);
    expect(report).toMatch(/accuracy +0\.\d{4} +40/);
    expect(report).toMatch(/Attention of \d+ anomalous series/);
    // Blue ink of the loss curve, which a chart without data does not have.
    const inked = await page.$eval('.chart canvas', (element) => {
      const canvas = element as HTMLCanvasElement;
      const pixels = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data;
      let count = 0;
      for (let i = 0; i < pixels.length; i += 4) {
        if (pixels[i + 2]! > pixels[i]! + 50 && pixels[i + 3]! > 128) count += 1;
      }
      return count;
    });
    expect(inked).toBeGreaterThan(100);
  });

  it('stops when asked to, reports on the weights so far, and trains again', async () => {
    await using opened = await openPage('index.html');
    const { page } = opened;
    await train(page, { points: '100', series: '4000', recipe: 'article', seed: '1' });
    await page.waitForFunction(() => document.querySelector('#status')?.textContent?.includes('step '));
    const stop = 'form button[type=button]';
    await page.click(stop);
    await page.waitForSelector('#report', { timeout: 0 });
    expect(await text(page, '#report')).toMatch(/Training ended \(stopped\).*best epoch 0/);
    await train(page, { points: '20', series: '40' });
    await page.waitForFunction(
      () => document.querySelector('#report')?.textContent?.includes('On the 8 series'),
      {
        timeout: 0,
      },
    );
  });

  it('does not start with sizes out of range', async () => {
    await using opened = await openPage('index.html?backend=cpu');
    const { page } = opened;
    await train(page, { points: '1' });
    expect(
      await page.$eval('[name=points]', (field) => (field as HTMLInputElement).validity.rangeUnderflow),
    ).toBe(true);
    expect(await page.$('#status')).toBeNull();
  });
});
