import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fetchBytes, putBytes } from '../../../src/app/exchange';
import { Exchange } from '../../../src/browser/exchange';
import { type PageServer, servePages } from '../../../src/browser/page-server';

const folder = mkdtempSync(join(tmpdir(), 'gatewave-exchange-'));
const exchange = new Exchange();
let server: PageServer;

beforeAll(async () => {
  server = await servePages(folder, (request, response) => exchange.handle(request, response));
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

function addressOf(slot: string, number: number): string {
  return new URL(`${exchange.path}${slot}/${number}`, server.url).href;
}

/** More than a piece of either end, and no whole number of them. */
const large = new Uint8Array(40_000_001).map((_, i) => i % 251);

it('carries bytes both ways, large ones and none at all', async () => {
  const slot = exchange.open([Uint8Array.of(1, 2, 3), large, new Uint8Array()]);
  expect(await fetchBytes(addressOf(slot, 0), 3)).toEqual(Uint8Array.of(1, 2, 3));
  const fetched = await fetchBytes(addressOf(slot, 1), large.length);
  expect(Buffer.compare(fetched, large)).toBe(0);
  expect(await fetchBytes(addressOf(slot, 2), 0)).toEqual(new Uint8Array());
  await putBytes(addressOf(slot, 0), new Uint8Array());
  await putBytes(addressOf(slot, 1), fetched);
  const put = exchange.close(slot);
  expect(put[0]).toEqual(new Uint8Array());
  expect(Buffer.compare(put[1] as Uint8Array, large)).toBe(0);
});

it('says so when bytes are missing', async () => {
  const slot = exchange.open([new Uint8Array(5)]);
  await expect(fetchBytes(addressOf(slot, 0), 6)).rejects.toThrow('5 of 6 bytes');
  exchange.close(slot);
  await expect(putBytes(addressOf(slot, 0), new Uint8Array(1))).rejects.toThrow('status 404');
});

it('is reached by its path only', async () => {
  const slot = exchange.open([Uint8Array.of(1)]);
  const wrong = addressOf(slot, 0).replace(/exchange-./, 'exchange-x');
  expect((await fetch(wrong)).status).toBe(404);
  exchange.close(slot);
});
