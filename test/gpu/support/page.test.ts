import { describe, expect, it } from 'vitest';
import { openPage, testAdapters } from '../../support/page';

/** Makes a buffer with an impossible usage and waits until the device has noticed. */
const invalidBuffer = `(async () => {
  const adapter = await navigator.gpu.requestAdapter();
  const device = await adapter.requestDevice();
  device.createBuffer({ size: 16, usage: 0xffff });
  await device.queue.onSubmittedWorkDone();
})()`;

const inWorker = (script: string) => `new Promise((resolve) => {
  const source = new Blob([${JSON.stringify(`${script}.then(() => postMessage('done'))`)}]);
  new Worker(URL.createObjectURL(source)).onmessage = resolve;
}).then(() => {})`;

describe.each(testAdapters())('a test page on %s', (adapter) => {
  it('has a WebGPU adapter and is cross-origin isolated', async () => {
    await using opened = await openPage('test/pages/blank.html', { adapter });
    expect(await opened.page.evaluate('navigator.gpu.requestAdapter().then(Boolean)')).toBe(true);
    expect(await opened.page.evaluate('crossOriginIsolated')).toBe(true);
  });

  it.each([
    ['a console error', 'console.error("said so")', /said so/],
    ['an uncaught exception', 'void setTimeout(() => { throw new Error("thrown late"); })', /thrown late/],
    ['an uncaptured WebGPU error', invalidBuffer, /WGPUBufferUsage/],
    ['an uncaptured WebGPU error in a worker', inWorker(invalidBuffer), /WGPUBufferUsage/],
  ])('fails on %s', async (_name, script, message) => {
    const opened = await openPage('test/pages/blank.html', { adapter });
    await opened.page.evaluate(script);
    await expect(opened.close()).rejects.toThrow(message);
  });
});
