/** A visit from the first look to a network of one's own that is sent to somebody else: try, doubt, learn, yours, share. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { defaultSineConfig } from '../../../src/data/sine-config';
import { generateSineDataset } from '../../../src/data/sine-dataset';
import { writeCsv } from '../../../src/data/write-csv';
import { violations } from '../../support/accessibility';
import { Workshop } from '../../support/command';
import { openPage } from '../../support/page';
import { openFold, openTraining, press, smallRun, text, waitForStatus } from '../../support/training-page';

const workshop = new Workshop();
const ownSeries = join(workshop.folder, 'doors.csv');
beforeAll(() => {
  const {
    about: _about,
    regions: _regions,
    ...rest
  } = generateSineDataset({ ...defaultSineConfig, num_points: 40, dataset_size: 300 }, 3);
  writeFileSync(ownSeries, writeCsv({ ...rest, classNames: ['shut', 'open'] }));
});
afterAll(() => workshop.remove());

const dueStep = (page: Page) => text(page, '.steps [aria-current=step]');
const attention = (page: Page) =>
  page.$eval('#try path.attention', (path) => path.getAttribute('d') as string);
const heldStart = (page: Page) =>
  page.$eval('[data-name=held-start]', (handle) => Number(handle.getAttribute('aria-valuenow')));

/** Screens that the page is high. */
const screens = (page: Page) => page.evaluate(() => document.documentElement.scrollHeight / innerHeight);

/** Whether an element is in sight without scrolling. */
const isInSight = (page: Page, selector: string) =>
  page.$eval(selector, (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });

/** The probability that the page says, in percent; `> 99 %` is 99.5. */
function percentOf(said: string): number {
  const [, sign, number] = /([<>])? ?([\d.]+) %/.exec(said) ?? [];
  return Number(number) + (sign === '>' ? 0.5 : sign === '<' ? -0.5 : 0);
}

/** Drags over the plot, with a mouse or a finger; from and to are shares of its width. */
async function drag(page: Page, from: number, to: number, isTouch: boolean): Promise<void> {
  const box = await (await page.$('#try .plane svg'))?.boundingBox();
  if (!box) throw new Error('There is no plot to drag over.');
  const x = (share: number) => box.x + share * box.width;
  const y = box.y + box.height / 2;
  if (isTouch) {
    await page.touchscreen.touchStart(x(from), y);
    for (let i = 1; i <= 6; i++) await page.touchscreen.touchMove(x(from + ((to - from) * i) / 6), y);
    await page.touchscreen.touchEnd();
  } else {
    await page.mouse.move(x(from), y);
    await page.mouse.down();
    await page.mouse.move(x(to), y, { steps: 6 });
    await page.mouse.up();
  }
}

declare global {
  interface Window {
    /** The sum of the layout shifts that no click or key caused. */
    shifts?: number;
  }
}

/** Runs in the page. */
function sumShifts(): void {
  window.shifts = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[]) {
      if (!entry.hadRecentInput) window.shifts = (window.shifts ?? 0) + entry.value;
    }
  }).observe({ type: 'layout-shift' });
}

const shifts = (page: Page) => page.evaluate(() => window.shifts as number);

it('the first screen is there without any script, with a network that has answered', async () => {
  await using opened = await openPage('favicon.ico', { built: true });
  const { page } = opened;
  opened.errors.length = 0;
  await page.setJavaScriptEnabled(false);
  await page.goto(new URL('index.html', inject('builtUrl')).href);
  expect(await text(page, '#try .verdict')).toMatch(/^flattened *(> )?9\d %$/);
  expect((await attention(page)).length).toBeGreaterThan(500);
  expect(await dueStep(page)).toBe('Try');
});

it('the page takes over what was there: nothing moves', async () => {
  await using opened = await openPage('favicon.ico', { built: true });
  const { page } = opened;
  opened.errors.length = 0;
  await page.evaluateOnNewDocument(sumShifts);
  await page.goto(new URL('index.html', inject('builtUrl')).href);
  const before = await attention(page);
  await page.waitForSelector('#details');
  await page.waitForFunction(() => document.querySelector<HTMLElement>('#device')?.dataset.backend);
  expect(await attention(page)).toBe(before);
  expect(await shifts(page)).toBeLessThanOrEqual(0.01);
});

describe.each([
  { width: 1440, height: 900, isTouch: false, most: 3 },
  { width: 390, height: 844, isTouch: true, most: 6 },
])('a visit at $width pixels', ({ width, height, isTouch, most }) => {
  it('goes from the first look to a network of the visitor’s own series, which somebody else opens', async () => {
    await using opened = await openTraining({ ...smallRun, epochs: 6 });
    const { page } = opened;
    await page.setViewport({ width, height, hasTouch: isTouch, isMobile: isTouch });
    await page.waitForSelector('#details');

    // Try: the answer and the attention follow the piece that is held.
    expect(await screens(page)).toBeLessThanOrEqual(most);
    expect(await text(page, '#try .verdict')).toMatch(/flattened/);
    const first = await attention(page);
    await drag(page, 0.1, 0.3, isTouch);
    expect(await heldStart(page)).toBeLessThan(15);
    expect(await attention(page)).not.toBe(first);
    const answeredIn = await page.$eval('.latency', (line) => (line as HTMLElement).dataset.milliseconds);
    console.log(`${width} pixels: answered in ${answeredIn} ms`);
    expect(await dueStep(page)).toBe('Learn');
    const dragged = await attention(page);
    await page.focus('[data-name=held-start]');
    await page.keyboard.press('PageUp');
    expect(await attention(page)).not.toBe(dragged);
    await press(page, 'let-go');
    await page.waitForFunction(() =>
      /normal/.test(document.querySelector('#try .verdict')?.textContent ?? ''),
    );
    await press(page, 'clear');

    // Doubt: what the answer needs, and what is left of it with that hidden.
    await press(page, 'doubt');
    await press(page, 'hide-strongest');
    const change = (await text(page, '[data-change]')).split('→');
    expect(percentOf(change[0] as string)).toBeGreaterThan(90);
    expect(percentOf(change[1] as string)).toBeLessThan(50);
    expect(await text(page, '[data-agreement]')).toMatch(/^(Yes|Not quite): its attention peaks/);
    expect(await violations(page)).toEqual([]);
    await press(page, 'unhide');
    expect(await page.$('[data-change]')).toBeNull();
    await page.locator('[name=doubt]').click();

    // Learn: the first screen shows it.
    await page.evaluate(() => scrollTo(0, 0));
    await press(page, 'play');
    await page.waitForSelector('#try[data-phase=learning] .small-curve');
    await page.evaluate(sumShifts);
    expect(await isInSight(page, '#stage-title')).toBe(true);
    expect(await text(page, '#stage-title')).toMatch(/forgotten/);
    await waitForStatus(page, 'Epoch');
    await page.waitForSelector('#try path.attention');
    const early = await attention(page);
    await waitForStatus(page, 'Training has ended');
    await page.waitForSelector('.what-next a');
    await page.waitForSelector('[name=doubt]');
    expect(await shifts(page)).toBeLessThanOrEqual(0.01);
    expect(await attention(page)).not.toBe(early);
    expect(await screens(page)).toBeLessThanOrEqual(most);
    expect(await text(page, '#stage-title')).toMatch(/learned/);
    expect(await dueStep(page)).toBe('Yours');
    await page.locator('.what-next a').click();
    await page.waitForSelector('#results[open] .results');
    expect(await page.evaluate(() => location.hash)).toBe('#results');
    await page.waitForFunction(() => {
      const { top } = (document.getElementById('results') as HTMLElement).getBoundingClientRect();
      return top >= -2 && top < innerHeight / 2;
    });

    // Yours: the same page, with series and words of the visitor's own.
    const files = (await page.$('input[name=data-files]')) as ElementHandle<HTMLInputElement>;
    await files.uploadFile(ownSeries);
    await page.waitForSelector('[name=remove-file]');
    expect(await text(page, '#yours')).toMatch(/doors\.csv/);
    await press(page, 'play');
    await waitForStatus(page, 'Epoch');
    await waitForStatus(page, 'Training has ended');
    await page.waitForSelector('.what-next a');
    expect(await text(page, '#try .verdict')).toMatch(/shut|open/);
    expect(await text(page, '#try')).not.toMatch(/wave|frozen|flat|normal/);
    const own = await attention(page);
    await page.locator('[name=try-mode][value=erase]').click();
    await page.evaluate(() => scrollTo(0, 0));
    await drag(page, 0.3, 0.6, isTouch);
    await page.waitForFunction(
      (before) => document.querySelector('#try path.attention')?.getAttribute('d') !== before,
      {},
      own,
    );
    await press(page, 'clear');

    // Share: a link holds all of it.
    await openFold(page, 'keep');
    await press(page, 'share-link');
    await page.waitForFunction(() =>
      document.querySelector<HTMLInputElement>('input[name=link]')?.value.includes('#result='),
    );
    const { hash } = new URL(await page.$eval('input[name=link]', ({ value }) => value));

    // Reopen: somebody else sees the same answer, before anything is trained.
    await using other = await openPage(`index.html${hash}`, { built: true });
    await other.page.setViewport({ width, height, hasTouch: isTouch, isMobile: isTouch });
    await other.page.waitForSelector('.shared-note');
    expect(await text(other.page, '.shared-note')).toMatch(/Of \d+ series/);
    expect(await text(other.page, '#try .verdict')).toBe(await text(page, '#try .verdict'));
    expect(await isInSight(other.page, '.shared-note')).toBe(true);
    expect(await violations(other.page)).toEqual([]);
  });
});
