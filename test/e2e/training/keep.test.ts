import { readFileSync } from 'node:fs';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drop } from '../../support/drop';
import { openPage, type TestPage } from '../../support/page';
import {
  catchDownloads,
  longRun,
  openFold,
  openTraining,
  press,
  smallRun,
  stepsDone,
  text,
  train,
  waitForDevice,
  waitForResults,
  waitForStatus,
} from '../../support/training-page';

const predictions = async (page: Page): Promise<string> => {
  using downloads = await catchDownloads(page);
  await press(page, 'save-predictions');
  return readFileSync(await downloads.wait('predictions.json'), 'utf8');
};

describe('what can be kept', () => {
  let opened: TestPage;
  beforeAll(async () => {
    opened = await openTraining(smallRun);
    await train(opened.page);
    await openFold(opened.page, 'keep');
  }, 400_000);
  afterAll(() => opened.close());

  it('is a report, a history and plots', async () => {
    const { page } = opened;
    using downloads = await catchDownloads(page);
    const files = {
      'save-report': 'report.json',
      'save-history': 'history.csv',
      'save-plot-svg': 'attention.svg',
      'save-plot-png': 'attention.png',
      'save-curves-svg': 'curves.svg',
    };
    const contents: Record<string, Buffer> = {};
    for (const [name, ending] of Object.entries(files)) {
      await press(page, name);
      contents[name] = readFileSync(await downloads.wait(ending));
    }
    const report = JSON.parse(String(contents['save-report']));
    expect(report.test.count).toBe(60);
    expect(String(contents['save-history'])).toMatch(/^epoch,train_loss/);
    expect(String(contents['save-plot-svg'])).toMatch(/^<svg/);
    expect(contents['save-plot-png']?.subarray(1, 4).toString()).toBe('PNG');
    // Whatever opens it has no style sheet of ours.
    expect(String(contents['save-curves-svg'])).toMatch(/^<svg(?!.*var\(--(?!plot)).*training.*validation/s);
  });

  it('is a report on two pages', async () => {
    const { page } = opened;
    await page.evaluate(() => {
      window.print = () => document.body.classList.add('printed-now');
    });
    await press(page, 'print-report');
    await page.waitForSelector('.printed-now');
    const printed = Buffer.from(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
    expect(printed.toString('latin1').match(/\/Type \/Page\b/g)?.length).toBe(2);
    await page.emulateMediaType('print');
    const isSeen = (selector: string) =>
      page.$eval(selector, (element) => (element as HTMLElement).checkVisibility());
    for (const seen of ['.stage-plot', '.figures', '.confusion', '.curve svg', '.printed'])
      expect(await isSeen(seen), seen).toBe(true);
    for (const left of ['.top', '.control-bar', '#keep summary', '[name=print-report]'])
      expect(await isSeen(left), left).toBe(false);
    expect(await text(page, '.printed')).toContain('seed=5');
    await page.emulateMediaType();
  });

  it('is a link, or a file, that brings the trained network with its figures to another page', async () => {
    const { page } = opened;
    const meter = (on: Page) => on.$eval('.stage meter', ({ value }) => value);
    const before = await meter(page);
    await press(page, 'share-link');
    await page.waitForFunction(() =>
      document.querySelector<HTMLInputElement>('input[name=link]')?.value.includes('#result='),
    );
    const link = await page.$eval('input[name=link]', ({ value }) => value);
    using downloads = await catchDownloads(page);
    await press(page, 'share-file');
    const file = await downloads.wait('.gatewave');
    const hash = new URL(link).hash;
    await using other = await openPage(`index.html${hash}`, { built: true });
    await other.page.waitForSelector('.shared-note');
    expect(Math.abs((await meter(other.page)) - before)).toBeLessThan(0.01);
    expect(await text(other.page, '.shared-note')).toMatch(/40 points, 8 units, seed 5, .* Of 60 series/);
    // The same by a file, and on the session's own device.
    await press(other.page, 'close-shared');
    await other.page.waitForSelector('.shared-note', { hidden: true });
    await waitForDevice(other.page);
    await openFold(other.page, 'keep');
    const input = (await other.page.$('input[name=load-model]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
    await other.page.waitForSelector('.shared-note');
    expect(Math.abs((await meter(other.page)) - before)).toBeLessThan(0.01);
    await press(other.page, 'test-shared');
    await waitForResults(other.page);
    // A damaged one is refused in words, and the page goes on.
    await using damaged = await openPage(`index.html${hash.slice(0, -50)}`, { built: true });
    await damaged.page.waitForSelector('[data-problem=shared]');
    expect(await text(damaged.page, '[data-problem=shared]')).toContain('It is cut off');
    expect(await meter(damaged.page)).toBeGreaterThan(0);
    // The file, dropped far below, is opened all the same, and what it says is in sight.
    await damaged.page.waitForSelector('#keep');
    await damaged.page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await drop(damaged.page, 'sent.gatewave', [...readFileSync(file)]);
    await damaged.page.waitForSelector('.shared-note');
    await damaged.page.waitForFunction(() => {
      const { top, bottom } = (document.querySelector('.shared-note') as Element).getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
  });

  it('is a model that predicts the same after a reload, in both formats', async () => {
    const { page } = opened;
    const before = await predictions(page);
    using downloads = await catchDownloads(page);
    await press(page, 'save-safetensors');
    await press(page, 'save-tfjs');
    await press(page, 'save-tfjs-weights');
    const safetensors = await downloads.wait('.safetensors');
    const layers = [await downloads.wait('model.json'), await downloads.wait('weights.bin')];
    for (const files of [[safetensors], layers]) {
      await page.reload();
      await waitForDevice(page);
      await openFold(page, 'keep');
      const input = (await page.$('input[name=load-model]')) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(...files);
      await waitForResults(page);
      expect(await predictions(page)).toBe(before);
    }
  });

  it('is a run that was interrupted by a reload', async () => {
    await using opened = await openTraining(longRun);
    const { page } = opened;
    await waitForDevice(page);
    await press(page, 'play');
    await waitForStatus(page, 'Epoch');
    await press(page, 'pause');
    await waitForStatus(page, 'Paused');
    const steps = await stepsDone(page);
    // Writing to the browser's storage takes a moment.
    await page.waitForFunction(() => document.querySelector('.control-bar[data-checkpoint=kept]'));
    await page.reload();
    await press(page, 'resume-run');
    await waitForStatus(page, 'Epoch');
    expect(await stepsDone(page)).toBeGreaterThanOrEqual(steps);
    await press(page, 'stop');
    await waitForResults(page);
    await openFold(page, 'keep');
    expect(await text(page, '.run-list')).toContain('seed 5');
    // It is forgotten, brought back, and still there on the next visit.
    await page.waitForSelector('[name=open-run]');
    const verdict = await text(page, '.stage .verdict');
    const isBack = () =>
      page.waitForFunction(
        (wanted) =>
          document.querySelector('.stage .verdict')?.textContent?.replace(/\s+/g, ' ').trim() === wanted,
        {},
        verdict,
      );
    await press(page, 'reset');
    await press(page, 'undo-reset');
    await waitForResults(page);
    await isBack();
    await page.reload();
    await openFold(page, 'keep');
    await press(page, 'delete-run');
    await page.waitForFunction(() => !document.querySelector('[name=open-run]'));
    await press(page, 'undo-delete');
    await press(page, 'open-run');
    await waitForResults(page);
    await isBack();
  });
});
