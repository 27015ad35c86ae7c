import { describe, expect, it } from 'vitest';
import { violations } from '../../support/accessibility';
import {
  openTraining,
  smallRun,
  text,
  train,
  waitForDevice,
  waitForResults,
  waitForStatus,
} from '../../support/training-page';

describe('for everybody', () => {
  it('axe finds nothing in either theme, before and after a run, and nothing sticks out at any width', async () => {
    await using opened = await openTraining(smallRun);
    const { page } = opened;
    const look = async (width: number): Promise<void> => {
      await page.setViewport({ width, height: 800 });
      for (const theme of ['light', 'dark']) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
        expect(await violations(page), `${theme}, ${width} pixels`).toEqual([]);
      }
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(tooWide, `${width} pixels`).toBeLessThanOrEqual(0);
    };
    await waitForDevice(page);
    await look(1440);
    await train(page);
    await page.$$eval('details', (all) => {
      for (const details of all) details.open = true;
    });
    for (const width of [1440, 768, 360]) await look(width);
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
