import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultSineConfig } from '../../../src/data/sine-config';
import { generateSineDataset } from '../../../src/data/sine-dataset';
import { writeCsv } from '../../../src/data/write-csv';
import { violations } from '../../support/accessibility';
import { Workshop } from '../../support/command';
import { drop } from '../../support/drop';
import {
  openFold,
  openTraining,
  press,
  smallRun,
  text,
  train,
  waitForDevice,
  waitForStatus,
} from '../../support/training-page';

const workshop = new Workshop();
afterAll(() => workshop.remove());

async function choose(page: Page, name: string, ...files: string[]): Promise<void> {
  const input = (await page.waitForSelector(
    `input[type=file][name="${name}"]`,
  )) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(...files);
}

describe("a visitor's own series", () => {
  it('are shown, trained on and tested', async () => {
    const config = { ...defaultSineConfig, num_points: 30, dataset_size: 120 };
    const { labels, about: _about, regions: _regions, ...rest } = generateSineDataset(config, 1);
    writeFileSync(
      join(workshop.folder, 'mine.csv'),
      writeCsv({ ...rest, labels, classNames: ['calm', 'odd'] }),
    );
    await using opened = await openTraining(smallRun);
    const { page } = opened;
    await choose(page, 'data-files', join(workshop.folder, 'mine.csv'));
    await page.waitForSelector('[name=remove-file]');
    expect(await text(page, '#file-details')).toMatch(/mine\.csv.*120.*30/s);
    await train(page);
    expect(await text(page, '#results')).toMatch(/calm/);
    await press(page, 'remove-file');
    await page.waitForFunction(() => document.querySelector('[name=remove-file]') === null);
  });

  it('that are few are cross-validated first, through a pause, and the page says what to expect', async () => {
    const few = generateSineDataset({ ...defaultSineConfig, num_points: 30, dataset_size: 40 }, 1);
    const { about: _about, regions: _regions, ...rest } = few;
    writeFileSync(join(workshop.folder, 'few.csv'), writeCsv(rest));
    await using opened = await openTraining({
      ...smallRun,
      recipe: 'general',
      keep: 'auto',
      steps: 30,
      epochs: 2,
      backend: 'cpu',
    });
    const { page } = opened;
    await choose(page, 'data-files', join(workshop.folder, 'few.csv'));
    await page.waitForSelector('[name=remove-file]');
    await waitForDevice(page);
    await openFold(page, 'curves');
    await press(page, 'step');
    await waitForStatus(page, 'Paused');
    // What is said of the curves follows them, four times a second.
    await page.waitForFunction(() =>
      /stopped in cross-validation: part 1 of 3/.test(
        document.querySelector('.curve-note')?.textContent ?? '',
      ),
    );
    await train(page);
    expect(await text(page, '.curve-note')).toMatch(
      /What to expect on new ones, by cross-validation over 3 folds: [\d.]+ % ± [\d.]+ %; length \d+ of \d+ steps/,
    );
  });

  it('with a mistake are refused, with its place, and nothing changes', async () => {
    writeFileSync(join(workshop.folder, 'broken.csv'), '0,1,2,3\n1,4,oops,6\n');
    await using opened = await openTraining(smallRun);
    const { page } = opened;
    await waitForDevice(page);
    await choose(page, 'data-files', join(workshop.folder, 'broken.csv'));
    await page.waitForSelector('.own-file .problem [role=alert]');
    expect(await text(page, '.own-file .problem [role=alert]')).toContain(
      'broken.csv, line 2, column 3: "oops" is not a number',
    );
    expect(await page.$('[name=remove-file]')).toBeNull();

    // Dropped far below, it is said where the eye is; and of an empty file there is nothing to ask.
    await press(page, 'dismiss-problem');
    await page.$$eval('details', (all) => {
      for (const details of all) details.open = true;
    });
    await page.locator('.seed .term').click();
    expect(await text(page, '.meaning:popover-open')).toMatch(/^seed .*The same seed on the same device/);
    await page.keyboard.press('Escape');
    expect(await page.$('.meaning:popover-open')).toBeNull();
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await drop(page, 'blank.csv', '\n\n');
    await page.waitForSelector('.own-file .problem [role=alert]');
    expect(await text(page, '.own-file .problem [role=alert]')).toContain('blank.csv is empty');
    expect(await page.$('[name=read-label]')).toBeNull();
    await page.waitForFunction(() => {
      const { top, bottom } = document.querySelector('.own-file .problem')!.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    await drop(page, 'model.safetensors', 'weights');
    await page.waitForFunction(() =>
      document.querySelector('.own-file .problem [role=alert]')?.textContent?.includes('“Keep”'),
    );
    await train(page);
  });

  it('of several channels and lengths, with a test part, from an example that the site serves', async () => {
    await using opened = await openTraining({ ...smallRun, epochs: 1, backend: 'cpu' });
    const { page } = opened;
    await waitForDevice(page);
    await page.locator('.examples li:nth-child(2) button').click();
    await page.waitForSelector('[name=remove-file]');
    expect(await text(page, '#file-details')).toMatch(/270 to train on.*7 to 26.*370.*12.*9 classes/);
    const parts = await page.$$eval('[name=file-part]', (all) =>
      all.map((one) => (one as HTMLSelectElement).value),
    );
    expect(parts).toEqual(['train', 'test']);
    const lanes = await page.$$eval('.gallery-grid li:first-child path.signal', (paths) => paths.length);
    expect(lanes).toBe(12);
    await train(page);
    expect(await text(page, '#results')).toContain('370 test series');
    await page.select('[name=try-channel]', '3');
    expect(await text(page, '#try .legend')).toContain('channel 4');
    expect(await violations(page)).toEqual([]);
    await page.setViewport({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
});
