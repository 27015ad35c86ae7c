import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumArgs } from '../../../src/browser/chromium';
import { violations } from '../../support/accessibility';
import { launchWith } from '../../support/chromium';
import { openTraining, press, smallRun, text, train } from '../../support/training-page';

/** Moves the mouse over the field as `shape` says, from −1 to 1, five times with a pause after each. */
async function draw(page: Page, shape: (turn: number) => readonly [x: number, y: number]): Promise<void> {
  const pad = await page.waitForSelector('.record-pad');
  await pad?.scrollIntoView();
  const box = await pad?.boundingBox();
  if (!box) throw new Error('There is no field to draw in.');
  for (let i = 0; i < 5; i++) {
    for (let turn = 0; turn <= 1; turn += 0.05) {
      const [x, y] = shape(2 * Math.PI * turn);
      await page.mouse.move(box.x + box.width * (0.5 + 0.4 * x), box.y + box.height * (0.5 + 0.4 * y));
      await wait(15);
    }
    await wait(300);
  }
}

it('three shapes drawn with the mouse become series to train on', async () => {
  await using opened = await openTraining({ ...smallRun, recipe: 'general', steps: 20, epochs: 2 });
  const { page } = opened;
  await page.locator('#record > summary').click();
  await page.waitForSelector('[name=window-length]');
  await page.$eval('[name=window-length]', (range) => {
    (range as HTMLInputElement).value = '20';
    range.dispatchEvent(new Event('input', { bubbles: true }));
  });
  const shapes: [name: string, shape: Parameters<typeof draw>[1]][] = [
    ['circle', (t) => [Math.cos(t), Math.sin(t)]],
    ['level', (t) => [Math.cos(t), 0]],
    ['upright', (t) => [0, Math.cos(t)]],
  ];
  for (const [index, [name, shape]] of shapes.entries()) {
    const row = `.record-class[data-class="${index}"]`;
    await page.locator(`${row} [name=class-name]`).fill(name);
    await press(page, `record-${index}`);
    await draw(page, shape);
    await press(page, `record-${index}`);
    await page.waitForSelector(`${row} .window`);
  }
  expect(await violations(page)).toEqual([]);
  // The handle of a window moves it.
  const start = () => page.$eval('.window', (handle) => Number(handle.getAttribute('aria-valuenow')));
  const before = await start();
  await page.focus('.window');
  await page.keyboard.press(before > 0 ? 'ArrowLeft' : 'ArrowRight');
  expect(Math.abs((await start()) - before)).toBe(1);
  await press(page, 'use-recorded');
  await page.waitForSelector('[name=remove-file]');
  expect(await text(page, '#file-details')).toMatch(/recorded\.csv.*circle.*level.*upright/s);
  // What is tried begins with one of these series, and what is done to it suits them.
  expect(await text(page, '.stage-tools')).toMatch(/Erase.*Swap.*Stretch.*Draw/s);
  await train(page);
  await press(page, 'let-go');
  expect(await text(page, '.stage-plot figcaption')).toContain('erased');
  expect(await text(page, '.answer')).toMatch(/circle|level|upright/);
});

it('a sensor that is missing is named, with what to do', async () => {
  await using opened = await openTraining(smallRun);
  const { page } = opened;
  await page.locator('#record > summary').click();
  await page.locator('[name=record-sensor][value=motion] + span').click();
  await press(page, 'record-0');
  await page.waitForSelector('.record [role=alert]');
  expect(await text(page, '.record [role=alert]')).toMatch(
    /tells nothing about its motion. Open the page on a phone/,
  );
});

describe('a browser with a microphone that beeps once a second', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchWith([
      ...chromiumArgs('swiftshader'),
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ]);
  });
  afterAll(() => browser.close());

  it('has its loudness recorded', async () => {
    await using opened = await openTraining(smallRun, { browser });
    const { page } = opened;
    await page.locator('#record > summary').click();
    await page.locator('[name=record-sensor][value=microphone] + span').click();
    await press(page, 'record-0');
    await page.waitForFunction(() =>
      /^([5-9]|\d\d) s/.test(document.querySelector('.record-class [role=status]')?.textContent ?? ''),
    );
    await press(page, 'record-0');
    await page.waitForSelector('.record-class .window');
    expect(await page.$('.record [role=alert]')).toBeNull();
    const line = await page.$eval('.take .signal', (path) => path.getAttribute('d') ?? '');
    const heights = [...line.matchAll(/,(-?[\d.]+)(?=[ML]|$)/g)].map(([, height]) => Number(height));
    expect(new Set(heights).size).toBeGreaterThan(3);
  });
});
