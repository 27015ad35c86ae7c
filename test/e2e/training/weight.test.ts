import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { openPage } from '../../support/page';
import { waitForDevice } from '../../support/training-page';

/** A message of its engine, which no minifier changes. */
const ofTfjsCore = 'No backend found in registry.';

describe('the page loads', () => {
  it('at most 150 KB before the worker, and no tf.js on the main thread', async () => {
    await using opened = await openPage('favicon.ico', { built: true });
    const { page } = opened;
    opened.errors.length = 0;
    const bodies: Promise<{ url: string; body: Buffer }>[] = [];
    let workerAsked = false;
    page.on('request', (request) => {
      workerAsked ||= /\/session-worker-[^/]*\.js$/.test(request.url());
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
    expect(total).toBeLessThanOrEqual(150_000);
    expect(files.filter(({ body }) => body.includes(ofTfjsCore))).toEqual([]);
  });
});
