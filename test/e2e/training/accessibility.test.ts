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
  it.each(['light', 'dark'])('axe finds nothing in the %s theme, before and after a run', async (theme) => {
    await using opened = await openTraining(smallRun);
    const { page } = opened;
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
    await waitForDevice(page);
    expect(await violations(page)).toEqual([]);
    await train(page);
    await page.$$eval('details', (all) => {
      for (const details of all) details.open = true;
    });
    expect(await violations(page)).toEqual([]);
    await page.setViewport({ width: 360, height: 740 });
    expect(await violations(page)).toEqual([]);
  });

  it.each([360, 768, 1440])('nothing sticks out at %d pixels', async (width) => {
    await using opened = await openTraining(smallRun);
    const { page } = opened;
    await page.setViewport({ width, height: 800 });
    await train(page);
    await page.$$eval('details', (all) => {
      for (const details of all) details.open = true;
    });
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(tooWide).toBeLessThanOrEqual(0);
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
    // From the control bar on, through everything focusable on the way.
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
