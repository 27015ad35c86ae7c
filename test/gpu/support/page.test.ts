import { describe, expect, it } from 'vitest';
import { openPage, testAdapters } from '../../support/page';

/** Makes a buffer that would be mapped for both reading and writing, and waits until the device has noticed. */
const invalidBuffer = `(async () => {
  const adapter = await navigator.gpu.requestAdapter();
  const device = await adapter.requestDevice();
  device.createBuffer({ size: 16, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.MAP_WRITE });
  await device.queue.onSubmittedWorkDone();
})()`;

const inWorker = (script: string) => `new Promise((resolve) => {
  const source = new Blob([${JSON.stringify(`${script}.then(() => postMessage('done'))`)}]);
  new Worker(URL.createObjectURL(source)).onmessage = resolve;
}).then(() => {})`;

type Failure = [name: string, script: string, message: RegExp];

const inAWorker: Failure = [
  'an uncaptured WebGPU error in a worker',
  inWorker(invalidBuffer),
  /WebGPU: .*usage/is,
];

describe.each(testAdapters())('a test page on %s', (adapter) => {
  it('has a WebGPU adapter and is cross-origin isolated', async () => {
    await using opened = await openPage('test/pages/blank.html', { adapter });
    expect(await opened.page.evaluate('navigator.gpu.requestAdapter().then(Boolean)')).toBe(true);
    expect(await opened.page.evaluate('crossOriginIsolated')).toBe(true);
  });

  it.each<Failure>([
    ['a console error', 'console.error("said so")', /said so/],
    ['an uncaught exception', 'void setTimeout(() => { throw new Error("thrown late"); })', /thrown late/],
    ['an uncaptured WebGPU error', invalidBuffer, /WebGPU: .*usage/is],
    // Those of Firefox's workers go unseen.
    ...(adapter === 'firefox' ? [] : [inAWorker]),
  ])('fails on %s', async (_name, script, message) => {
    const opened = await openPage('test/pages/blank.html', { adapter });
    await opened.page.evaluate(script);
    await expect(opened.close()).rejects.toThrow(message);
  });
});
