import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { drawPreview } from '../../../build/preview-picture';

it('the picture beside a link to the training page is a small PNG of the size that such pictures have', async () => {
  const png = Buffer.from(await drawPreview(resolve(import.meta.dirname, '../../..')));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  // Of the header chunk, which comes first.
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(png.length).toBeLessThan(60_000);
}, 60_000);
