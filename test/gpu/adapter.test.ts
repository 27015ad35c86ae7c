/** Browsers still describe their software adapters as `describeAdapter` expects, in the page and in a worker. */
import { describe, expect, it } from 'vitest';
import { openPage, testAdapters } from '../support/page';

const software = {
  hardware: null,
  lavapipe: 'llvmpipe',
  swiftshader: 'swiftshader',
  // On a GPU, or on lavapipe.
  firefox: expect.toSatisfy((found) => found === null || found === 'other'),
};

const lookAtAdapter = `import(location.origin + '/src/kernels/webgpu/adapter.ts').then(async (module) =>
  module.describeAdapter(await module.requestAdapter()))`;

const inWorker = `new Promise((resolve, reject) => {
  const script = ${JSON.stringify(`${lookAtAdapter}.then(postMessage)`)}.replace('location.origin', JSON.stringify(location.origin));
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })), { type: 'module' });
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => reject(new Error(message));
})`;

describe.each(testAdapters())('on %s', (adapter) => {
  it.each([
    ['a page', lookAtAdapter],
    ['a worker', inWorker],
  ])('the adapter of %s is recognised', async (_, script) => {
    await using opened = await openPage('test/pages/blank.html', { adapter });
    expect(await opened.page.evaluate(script)).toMatchObject({ software: software[adapter] });
  });
});
