import { describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../src/browser/launch';
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
      await waitForStatus(page, 'Epoch');
      // The checkpoint after an epoch is read while the next one goes on.
      await page.waitForSelector('.control-bar[data-checkpoint=kept]');
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

  it('a GPU that was lost after the training costs no more than another click', async () => {
    const running = await launchBrowser();
    try {
      await using opened = await openTraining(smallRun, { browser: running.browser });
      const { page, errors } = opened;
      await train(page);
      const session = await running.browser.target().createCDPSession();
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      process.kill(processInfo.find(({ type }) => type === 'GPU')?.id as number, 'SIGKILL');
      await press(page, 'another');
      await page.waitForSelector('#try [role=alert]');
      await press(page, 'play');
      await page.waitForFunction(() => document.querySelector('[name="cell-0-0"]') === null);
      await waitForStatus(page, 'Training has ended');
      await waitForResults(page);
      await page.waitForFunction(() => document.querySelector('[role=alert]') === null);
      errors.length = 0;
    } finally {
      await running.close();
    }
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
    await openFold(page, 'settings');
    await page.waitForSelector('[data-problem=plan]');
    expect(await text(page, '[data-problem=plan]')).toMatch(/needs about/);
  });
});
