/** Limits of tf.js on a GPU that this library works around; test/unit/tfjs/limits.test.ts has the others. */
import { expect, it } from 'vitest';
import type { StockDevice } from '../pages/tfjs-limits';
import { openPage, testAdapters } from '../support/page';

// tf.js asks for no adapter in compatibility mode, so its own device is there on a core adapter only.
it.runIf(testAdapters().includes('swiftshader'))('tf.js’s own device', async () => {
  await using opened = await openPage('test/pages/blank.html', { adapter: 'swiftshader' });
  const call = "import('/test/pages/tfjs-limits.ts').then((page) => page.describeStockDevice())";
  const { storageBuffers, features, oversized } = (await opened.page.evaluate(call)) as StockDevice;

  // It leaves the adapter's storage buffers and subgroups unused.
  expect(storageBuffers.device).toBe(8);
  expect(storageBuffers.adapter).toBeGreaterThan(8);
  expect(features.adapter).toContain('subgroups');
  expect(features.device).not.toContain('subgroups');
  // A buffer that is too large is no exception, but an error that only a scope catches.
  expect(oversized.threw).toBe(false);
  expect(oversized.caught).toMatch(/size/i);
});
