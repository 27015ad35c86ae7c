import type { Page } from 'puppeteer-core';

/**
 * Adds to `errors` any console error, uncaught exception and WebGPU error of the page and its workers, as it happens,
 * and any request to another server than the app's. To be called before the page is opened.
 */
export async function watchErrors(page: Page, errors: string[]): Promise<void> {
  page.on('console', (message) => {
    if (message.type() === 'error')
      errors.push(`console: ${message.text()} (${message.location().url ?? ''})`);
  });
  page.on('pageerror', (error) => errors.push(`uncaught: ${error instanceof Error ? error.stack : error}`));
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:$/.test(protocol) && hostname !== '127.0.0.1') errors.push(`request to ${request.url()}`);
  });
  page.on('error', (error) => errors.push(`the page crashed: ${error.message}`));
  if ((await page.browser().version()).startsWith('firefox'))
    await page.evaluateOnNewDocument(tellUncaptured);
  else await watchChromiumLog(page, errors);
}

/** Chromium logs an uncaptured WebGPU error as a warning of its own. A script's log in a worker has a stack instead. */
async function watchChromiumLog(page: Page, errors: string[]): Promise<void> {
  const session = await page.createCDPSession();
  session.on('Log.entryAdded', ({ entry: { level, source, text, stackTrace } }) => {
    const isFromWebGPU = source === 'rendering' || (source === 'worker' && !stackTrace);
    if (level === 'warning' && isFromWebGPU) errors.push(`WebGPU: ${text}`);
  });
  await session.send('Log.enable');
}

/** Firefox logs no uncaptured WebGPU error. In its workers, where no script can be put ahead of theirs, they go unseen. */
const tellUncaptured = `if (typeof GPUAdapter === 'function') {
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (...given) {
    const device = await requestDevice.apply(this, given);
    device.addEventListener('uncapturederror', ({ error }) => console.error('WebGPU: ' + error.message));
    return device;
  };
}`;
