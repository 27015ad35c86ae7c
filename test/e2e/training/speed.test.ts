import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../../../src/browser/launch';
import { openPage } from '../../support/page';
import { longRun, openTraining, press, waitForDevice, waitForStatus } from '../../support/training-page';

describe('the page loads', () => {
  it('at most 250 KB before the worker, and no tf.js on the main thread', async () => {
    await using opened = await openPage('favicon.ico', { built: true });
    const { page } = opened;
    opened.errors.length = 0;
    const bodies: Promise<{ url: string; body: Buffer }>[] = [];
    let workerAsked = false;
    page.on('request', (request) => {
      workerAsked ||= /\/worker-[^/]*\.js$/.test(request.url());
    });
    page.on('response', (response) => {
      if (workerAsked || !response.ok()) return;
      bodies.push(response.buffer().then((body) => ({ url: response.url(), body })));
    });
    await page.goto(new URL('index.html', inject('builtUrl')).href);
    await waitForDevice(page);
    expect(workerAsked).toBe(true);
    const files = await Promise.all(bodies);
    const sizes = files.map(({ url, body }) => `${gzipSync(body).length} ${url}`);
    console.log(sizes.join('\n'));
    const total = files.reduce((sum, { body }) => sum + gzipSync(body).length, 0);
    expect(total).toBeLessThanOrEqual(250_000);
    expect(files.filter(({ body }) => body.includes('tfjs') || body.includes('TensorFlow.js v'))).toEqual([]);
  });
});

describe('while it trains on SwiftShader', () => {
  it('the page answers within 100 ms, and nothing moves', async () => {
    const running = await launchBrowser({ adapter: 'swiftshader', install: false });
    try {
      await using opened = await openTraining(
        { ...longRun, num_points: 100, units: 32, attention_units: 64, dataset_size: 1000 },
        { browser: running.browser },
      );
      const { page } = opened;
      await waitForDevice(page);
      await press(page, 'play');
      await waitForStatus(page, 'Training');
      await page.evaluate(() => {
        const seen = { tasks: [] as number[], shifts: [] as number[] };
        Object.assign(window, { seen });
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) seen.tasks.push(duration);
        }).observe({ type: 'longtask' });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
            seen.shifts.push(entry.value);
        }).observe({ type: 'layout-shift' });
      });
      await new Promise((resolve) => setTimeout(resolve, 12_000));
      const { tasks, shifts } = await page.evaluate(
        () => (window as unknown as { seen: { tasks: number[]; shifts: number[] } }).seen,
      );
      console.log(
        `long tasks [ms]: ${tasks.map(Math.round).join(', ') || 'none'}; layout shifts: ${shifts.join(', ') || 'none'}`,
      );
      expect(Math.max(0, ...tasks)).toBeLessThan(100);
      expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.01);
    } finally {
      await running.close();
    }
  });
});
