import { expect, it } from 'vitest';
import { browserAdvice } from '../../../src/app/shared/browser-advice';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';

it('names both switches of Firefox', () => {
  expect(browserAdvice(firefox, false)[0]).toContain('dom.webgpu.enabled and dom.webgpu.workers.enabled');
});

it('names only that for workers where the page has WebGPU itself', () => {
  const [first] = browserAdvice(firefox, true);
  expect(first).toContain('dom.webgpu.workers.enabled');
  expect(first).not.toContain('dom.webgpu.enabled');
});
