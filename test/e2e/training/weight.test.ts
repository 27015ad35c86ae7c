import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { openPage } from '../../support/page';
import { waitForDevice } from '../../support/training-page';

/** A message of its engine, which no minifier changes. */
const ofTfjsCore = 'No backend found in registry.';
/** The class that zod throws, which it names in a text. */
const ofZod = 'ZodError';

describe('the page loads', () => {
  it('at most 150 KB before the worker, and neither tf.js nor zod among it', async () => {
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
    for (const mark of [ofTfjsCore, ofZod]) {
      expect(files.filter(({ body }) => body.includes(mark)).map(({ url }) => url)).toEqual([]);
    }
  });
});
