import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPage } from '../../support/page';
import {
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
  waitForSteps,
} from '../../support/training-page';

describe('the quick configuration, trained through the buttons', () => {
  let opened: TestPage;
  beforeAll(async () => {
    opened = await openTraining({});
    await train(opened.page);
  }, 600_000);
  afterAll(() => opened.close());

  it('reaches 95 % on the test series', async () => {
    const accuracy = Number(
      await opened.page.$eval('#results [data-metric=accuracy]', (e) => e.getAttribute('data-value')),
    );
    expect(accuracy).toBeGreaterThanOrEqual(0.95);
  });

  it('opens the series behind a cell of the confusion matrix, and one of them closely', async () => {
    const { page } = opened;
    const count = (name: string) =>
      page.$eval(`[name="${name}"]`, (cell) => Number.parseInt(cell.textContent ?? '', 10));
    // With a threshold close to 1 even a good model has series on the wrong side.
    await page.$eval('[name=threshold]', (slider) => {
      (slider as HTMLInputElement).value = '0.999';
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.waitForFunction(() =>
      /[1-9]/.test(document.querySelector('[name=cell-1-0]')?.textContent ?? ''),
    );
    const missed = await count('cell-1-0');
    await press(page, 'cell-1-0');
    await page.waitForFunction(
      (wanted) =>
        document.querySelector('#results .browser [role=status]')?.textContent?.match(/\d+/)?.[0] ===
        String(wanted),
      {},
      missed,
    );
    await page.click('#results button[name^=series-]');
    await page.waitForFunction(() => document.querySelector('.series-detail canvas'));
    expect(await text(page, '.series-detail')).toMatch(/flattened/);
  });
});

describe('the buttons', () => {
  it('pause, step, continue, stop and reset', async () => {
    await using opened = await openTraining(longRun);
    const { page } = opened;
    await waitForDevice(page);
    await press(page, 'play');
    await waitForStatus(page, 'Epoch');
    await press(page, 'pause');
    await waitForStatus(page, 'Paused');
    const paused = await stepsDone(page);
    expect(paused).toBeGreaterThan(0);

    await openFold(page, 'curves');
    await press(page, 'step');
    await waitForSteps(page, paused);
    await waitForStatus(page, 'Paused');
    expect(await stepsDone(page)).toBe(paused + 1);

    await press(page, 'play');
    await waitForSteps(page, paused + 1);
    await press(page, 'stop');
    await waitForStatus(page, 'Training has ended');
    await waitForResults(page);

    await press(page, 'reset');
    await page.waitForFunction(() => document.querySelector('[data-standing=Step]') === null);
    expect(await page.$('[name="cell-0-0"]')).toBeNull();
    await press(page, 'step');
    await waitForSteps(page, 0);
    await waitForStatus(page, 'Paused');
    expect(await stepsDone(page)).toBe(1);
  });

  it('train on the CPU when the address says so', async () => {
    await using opened = await openTraining({ ...smallRun, backend: 'cpu' });
    await train(opened.page);
    expect(await opened.page.$eval('#device', (element) => (element as HTMLElement).dataset.backend)).toBe(
      'cpu',
    );
  });
});

describe('a shared link', () => {
  it('gives the same loss curve', async () => {
    const curve = async (): Promise<string> => {
      await using opened = await openTraining({ ...smallRun, seed: 11 });
      await train(opened.page);
      await openFold(opened.page, 'curves');
      await opened.page.click('.epoch-table summary');
      await opened.page.waitForSelector('.epoch-table tbody tr');
      // Without the last column, which is the time it took.
      return await opened.page.$$eval('.epoch-table tbody tr', (rows) =>
        rows
          .map((row) =>
            [...row.querySelectorAll('th, td:not(:last-child)')].map((cell) => cell.textContent).join(' '),
          )
          .join('\n'),
      );
    };
    const first = await curve();
    expect(first).toMatch(/^1 /);
    expect(await curve()).toBe(first);
  });

  it('may ask for a training to begin', async () => {
    await using opened = await openTraining({ ...smallRun, backend: 'cpu', epochs: 1, autorun: 1 });
    await waitForStatus(opened.page, 'Training has ended');
  });

  it('holds what is not usual, and says what is wrong with it', async () => {
    await using opened = await openTraining({ units: 0, seed: 3 });
    const { page } = opened;
    expect(await text(page, '[data-problem=address]')).toContain(
      '"units" is 0; it must be a whole number from 1',
    );
    await openFold(page, 'settings');
    await page.$eval('[name=seed]', (field) => {
      (field as HTMLInputElement).value = '77';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.waitForFunction(() => new URLSearchParams(location.search).get('seed') === '77');
    expect(await page.evaluate(() => location.search)).toBe('?seed=77');
  });
});
