import { writeFileSync } from 'node:fs';
import type { ElementHandle } from 'puppeteer-core';
import { afterAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../src/browser/launch';
import { Workshop } from '../../support/command';
import {
  longRun,
  openTraining,
  press,
  smallRun,
  stepsDone,
  text,
  train,
  waitForDevice,
  waitForStatus,
  waitForSteps,
} from '../../support/training-page';

const workshop = new Workshop();
afterAll(() => workshop.remove());

describe('when something breaks', () => {
  it('a lost GPU costs an epoch at most', async () => {
    const running = await launchBrowser();
    try {
      await using opened = await openTraining(
        { ...longRun, dataset_size: 600 },
        { browser: running.browser },
      );
      const { page, errors } = opened;
      await waitForDevice(page);
      await press(page, 'play');
      await waitForStatus(page, 'Epoch 2');
      const session = await running.browser.target().createCDPSession();
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      process.kill(processInfo.find(({ type }) => type === 'GPU')?.id as number, 'SIGKILL');
      await page.waitForSelector('[name=recover]');
      expect(await text(page, '.control-bar [role=alert]')).toMatch(
        /GPU.*Nothing is lost: the state after epoch \d+ is kept/,
      );
      const steps = await stepsDone(page);
      expect(steps).toBeGreaterThan(0);
      await press(page, 'recover');
      await waitForSteps(page, steps);
      // What Chromium says about its GPU process.
      errors.length = 0;
    } finally {
      await running.close();
    }
  });

  it('a loss that is no number is said, with what to change', async () => {
    // So large that the first product is no number any more.
    const rows = Array.from(
      { length: 40 },
      (_, i) => `${i % 2},${i % 2 ? '3e38,-3e38,3e38' : '-3e38,3e38,3e38'}`,
    );
    writeFileSync(workshop.at('huge.csv'), rows.join('\n'));
    await using opened = await openTraining({ ...smallRun, scaling: 'none', score: 'dot' });
    const { page } = opened;
    await waitForDevice(page);
    const input = (await page.$('input[name=csv]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(workshop.at('huge.csv'));
    await page.waitForSelector('[name=remove-file]');
    await press(page, 'play');
    await page.waitForSelector('.control-bar [role=alert]');
    expect(await text(page, '.control-bar [role=alert]')).toMatch(/loss became.*(learning_rate|scaling)/);
    await press(page, 'remove-file');
    await train(page);
  });

  it('a run that does not fit is refused beside the settings that make it so', async () => {
    await using opened = await openTraining({
      ...smallRun,
      num_points: 20_000,
      dataset_size: 100,
      units: 256,
      batch_size: 4096,
    });
    const { page } = opened;
    await waitForDevice(page);
    await page.waitForSelector('[data-problem=plan]');
    expect(await text(page, '[data-problem=plan]')).toMatch(/needs about/);
  });
});
