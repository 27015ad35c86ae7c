import type { Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import { violations } from '../../support/accessibility';
import { drop } from '../../support/drop';
import {
  openFold,
  openTraining,
  press,
  smallRun,
  text,
  train,
  waitForDevice,
  waitForResults,
  waitForStatus,
} from '../../support/training-page';

/** Axe in both themes, and whether anything sticks out. 320 pixels are what is left of 1280 at a zoom of 400 %. */
async function look(page: Page, width: number): Promise<void> {
  await page.setViewport({ width, height: 800 });
  for (const theme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    expect(await violations(page), `${theme}, ${width} pixels`).toEqual([]);
  }
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(tooWide, `${width} pixels`).toBeLessThanOrEqual(0);
}

const waitForFocus = (page: Page, name: string) =>
  page.waitForFunction(
    (wanted) => document.activeElement?.getAttribute('name') === wanted,
    { timeout: 5_000 },
    name,
  );

describe('for everybody', () => {
  it('axe finds nothing in either theme, before and after a run, and nothing sticks out at any width', async () => {
    await using opened = await openTraining(smallRun);
    const { page } = opened;
    await waitForDevice(page);
    await look(page, 1440);
    await train(page);
    await page.$$eval('details', (all) => {
      for (const details of all) details.open = true;
    });
    await page.waitForSelector('[name=open-run]');
    for (const width of [1440, 768, 320]) await look(page, width);
    // What takes the place of what had the keyboard's focus has it.
    await page.focus('[name=rename-run]');
    await page.keyboard.press('Enter');
    await waitForFocus(page, 'run-name');
    await page.keyboard.press('Enter');
    await waitForFocus(page, 'rename-run');
    await page.focus('[name=delete-run]');
    await page.keyboard.press('Enter');
    await waitForFocus(page, 'undo-delete');
    await look(page, 320);
  });

  it('nor in doubt, with a wrong address, with a file that is refused or read, or at a recording', async () => {
    await using opened = await openTraining({ ...smallRun, units: 'many' });
    const { page } = opened;
    await waitForDevice(page);
    await page.waitForSelector('[data-problem=address]');
    await press(page, 'doubt');
    await press(page, 'hide-strongest');
    await page.waitForSelector('[data-change]');
    await openFold(page, 'record');
    await drop(page, 'broken.csv', '0,1,2,3\n1,4,oops,6\n');
    await page.waitForSelector('.own-file .problem');
    await look(page, 320);
    await drop(page, 'mine.csv', 'a,1,2,3,4\nb,1,4,2,3\n'.repeat(20));
    await page.waitForSelector('[name=remove-file]');
    for (const width of [1440, 320]) await look(page, width);
  });

  it('a run with the keyboard alone, from the first key to a series that was wrong or right', async () => {
    await using opened = await openTraining(smallRun);
    const { page } = opened;
    await waitForDevice(page);
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.getAttribute('name') ?? document.activeElement?.className ?? '',
      );
    const tabTo = async (name: string, most = 300): Promise<void> => {
      for (let i = 0; i < most && (await focused()) !== name; i++) await page.keyboard.press('Tab');
      expect(await focused()).toBe(name);
    };
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('skip');
    await page.keyboard.press('Enter');
    await tabTo('play', 5);
    await page.keyboard.press('Enter');
    await waitForStatus(page, 'Training has ended');
    await waitForResults(page);
    // The bar says where the results are; from there on, through everything focusable on the way.
    await page.focus('.what-next a');
    await page.keyboard.press('Enter');
    await tabTo('cell-0-0');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.closest('.browser'));
    const name = await page.$eval(
      '#results button[name^=series-]',
      (button) => button.getAttribute('name') ?? '',
    );
    await tabTo(name);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.series-detail canvas'));
    expect(await text(page, '.series-detail')).toMatch(/normal/);
  });
});
